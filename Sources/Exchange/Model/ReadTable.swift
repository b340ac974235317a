import Sheets

/// The table of a spreadsheet that somebody gave us: its header, its rows, and what is no part of it.
package struct ReadTable: Sendable {
    /// The tab that the table stands on.
    package let sheet: String
    package let columns: [TableHeader.Column]
    package let rows: [SheetRow]
    package let leftOut: [LeftOut]

    /// Rows of a sheet that are no records, by the reason.
    package struct LeftOut: Hashable, Sendable {
        package let reason: TableEvent.Reason
        package let rows: [Int]
    }

    package init(
        sheet: String = "", columns: [TableHeader.Column], rows: [SheetRow],
        leftOut: [LeftOut] = []
    ) {
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
        self.leftOut = leftOut
    }

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

/// Gathers the tables of a file's visible tabs and keeps the one that has most names we know.
struct TableGatherer {
    private let names: Set<String>
    private var reader: TableReader
    private var sheet = ""
    private var isHidden = false
    private var header: TableHeader?
    private var rows: [SheetRow] = []
    private var leftOut: [TableEvent.Reason: [Int]] = [:]
    private var best: (table: ReadTable, known: Int)?

    init(names: [String]) {
        self.names = Set(names.map(\.comparable))
        reader = TableReader(names: names)
    }

    mutating func take(_ event: SheetEvent) {
        switch event {
        case .sheet(let head):
            endSheet()
            sheet = head.name
            isHidden = head.isHidden
        case .row(let row) where !isHidden: sort(reader.take(row))
        case .row, .hiddenColumns: break
        }
    }

    /// - Throws: `SheetRefusal.noHeader` where no tab holds a table.
    mutating func finish() throws(SheetRefusal) -> ReadTable {
        endSheet()
        guard let best else { throw .noHeader }
        return best.table
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
            let known = header.columns.count { names.contains($0.name.comparable) }
            let reasons = leftOut.map { ReadTable.LeftOut(reason: $0.key, rows: $0.value) }
                .sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
            if best.map({ known > $0.known }) ?? true {
                let table = ReadTable(
                    sheet: sheet, columns: header.columns, rows: rows, leftOut: reasons)
                best = (table, known)
            }
        }
        reader = TableReader(names: names)
        (header, rows, leftOut) = (nil, [], [:])
    }
}
