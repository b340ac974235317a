import Sheets

/// The table of a spreadsheet that somebody gave us: its header, its rows, and what is no part of it.
package struct ReadTable: Sendable {
    /// The tab that the table stands on.
    package let sheet: String
    package let columns: [TableHeader.Column]
    package let rows: [SheetRow]
    package let leftOut: [LeftOut]
    /// The visible tabs that hold a table of such columns, as the file orders them.
    package let sheets: [String]
    /// Whether a row says nothing of a column of which it has no cell, as the rows of programs do;
    /// in a file that column is blank there. What such a row leaves blank it has an empty cell for.
    let isSparse: Bool

    /// Rows of a sheet that are no records, by the reason.
    package struct LeftOut: Hashable, Sendable {
        package let reason: TableEvent.Reason
        package let rows: [Int]
    }

    package init(
        sheet: String = "", columns: [TableHeader.Column], rows: [SheetRow],
        leftOut: [LeftOut] = [], sheets: [String] = [], isSparse: Bool = false
    ) {
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
        self.leftOut = leftOut
        self.sheets = sheets
        self.isSparse = isSparse
    }

    /// Those of the tabs that are not read.
    package var otherSheets: [String] { sheets.filter { $0 != sheet } }

    /// Rows that the file hides; they are read like all others.
    package var hiddenRows: Int { rows.count(where: \.isHidden) }

    /// Some of what stands in a column, to recognise it by.
    package func samples(of column: Int) -> [String] {
        var samples: [String] = []
        for row in rows where samples.count < 3 {
            let text = row[column].text.tidied
            if !text.isEmpty, !samples.contains(text) { samples.append(text) }
        }
        return samples
    }
}

/// Gathers the tables of a file's visible tabs and keeps the one that was asked for or, where none
/// was, the one that has most names we know.
struct TableGatherer {
    private let names: Set<String>
    private let wanted: String?
    private var reader: TableReader
    private var sheet = ""
    private var isHidden = false
    private var header: TableHeader?
    private var rows: [SheetRow] = []
    private var leftOut: [TableEvent.Reason: [Int]] = [:]
    private var best: (table: Found, known: Int)?
    private var visible: [String] = []
    /// The tabs that hold a table with names we know.
    private var sheets: [String] = []

    private struct Found {
        let sheet: String
        let columns: [TableHeader.Column]
        let rows: [SheetRow]
        let leftOut: [ReadTable.LeftOut]
    }

    /// - Parameter sheet: the tab whose table is asked for.
    init(names: [String], sheet wanted: String? = nil) {
        self.names = Set(names.map(\.comparable))
        self.wanted = wanted
        reader = TableReader(names: names)
    }

    mutating func take(_ event: SheetEvent) {
        switch event {
        case .sheet(let head):
            endSheet()
            sheet = head.name
            isHidden = head.isHidden
            if !isHidden { visible.append(sheet) }
        case .row(let row) where !isHidden: sort(reader.take(row))
        case .row, .hiddenColumns: break
        }
    }

    /// - Throws: `SheetRefusal.noHeader` where no tab holds a table, or the one that was asked for
    ///   holds none; `ExchangeRefusal.unknownSheet` where there is no such tab.
    mutating func finish() throws -> ReadTable {
        endSheet()
        if let wanted, !visible.contains(wanted) {
            throw ExchangeRefusal.unknownSheet(wanted, known: visible.filter { !$0.isEmpty })
        }
        guard let table = best?.table else { throw SheetRefusal.noHeader }
        return ReadTable(
            sheet: table.sheet, columns: table.columns, rows: table.rows, leftOut: table.leftOut,
            sheets: visible.filter { $0 == table.sheet || sheets.contains($0) })
    }

    private mutating func sort(_ events: [TableEvent]) {
        for event in events {
            switch event {
            case .header(let found): header = found
            case .row(let row): rows.append(row)
            case .leftOut(let row, let reason): leftOut[reason, default: []].append(row.number)
            }
        }
    }

    private mutating func endSheet() {
        if let events = try? reader.finish() { sort(events) }
        if let header {
            if header.columns.count > 3 { leaveOutHeadings() }
            let known = header.columns.count { names.contains($0.name.comparable) }
            let reasons = leftOut.map { ReadTable.LeftOut(reason: $0.key, rows: $0.value.sorted()) }
                .sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
            if known > 1, !rows.isEmpty { sheets.append(sheet) }
            let isAsked = wanted.map { $0 == sheet } ?? true
            if isAsked, best.map({ known > $0.known }) ?? true {
                let table = Found(
                    sheet: sheet, columns: header.columns, rows: rows, leftOut: reasons)
                best = (table, known)
            }
        }
        reader = TableReader(names: names)
        (header, rows, leftOut) = (nil, [], [:])
    }

    /// Takes lines of a single text for headings of groups where most rows say more.
    private mutating func leaveOutHeadings() {
        let alone = rows.filter(\.standsAlone)
        guard !alone.isEmpty, alone.count * 3 <= rows.count else { return }
        rows.removeAll(where: \.standsAlone)
        leftOut[.heading, default: []] += alone.map(\.number)
    }
}
