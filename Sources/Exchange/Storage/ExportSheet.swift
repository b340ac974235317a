import Access
import Kernel
import Registers
import Sheets
import Storage

/// A register as a spreadsheet that can be filed: the form's names for its columns, title, agency,
/// date, and page numbers.
struct ExportSheet<Row: Sendable> {
    let exchange: Exchange<Row>
    let agencyName: String
    let today: Day
    /// Whether the rows of several agencies stand in it.
    let namesAgencies: Bool

    /// The bytes of the file, of all rows that `query` finds.
    func file(_ query: ListQuery, _ format: SheetFormat, _ view: View) throws -> [UInt8] {
        let workbook = try WorkbookWriter(format, [layout(query)])
        let columns = exported
        let namesAgencies = namesAgencies && !exchange.spansAgencies
        try exchange.store.each(view, query) { row, agency in
            let cells = columns.map { $0.sheetCell(row) }
            try workbook.add((namesAgencies ? [.text(agency)] : []) + cells)
        }
        return try workbook.finish()
    }

    func fileName(_ format: SheetFormat, on day: Day?) -> String {
        format.fileName(of: "\(agencyName)\(exchange.title.zh)", on: day ?? today)
    }

    private var exported: [Column<Row>] { exchange.columns.filed }

    private func layout(_ query: ListQuery) -> SheetLayout {
        let agency =
            namesAgencies && !exchange.spansAgencies ? [SheetColumn("機關", width: 24)] : []
        return SheetLayout(
            of: exchange.title, at: agencyName, exported, beside: agency, asOn: query.day, today)
    }
}

extension Columns {
    /// What a file shows: all that a person reads or fills; the numbers of records are the machine's.
    var filed: [Column<Row>] { all.filter { $0.traits.group != .unseen } }
}

extension SheetLayout {
    /// The sheet of a register of an agency: when it was made, as on which day where that is another,
    /// and its columns after those of `first`.
    init<Row>(
        of register: Term, at agencyName: String, _ columns: [Column<Row>],
        beside first: [SheetColumn] = [], asOn day: Day?, _ today: Day
    ) {
        let made = "製表日期：\(today.rocWords)"
        let past = day.flatMap { $0 == today ? nil : "\($0.rocWords)當日的資料，" }
        self.init(
            name: register.zh, title: "\(agencyName)\(register.zh)", note: (past ?? "") + made,
            columns: first + columns.map { SheetColumn($0.term.zh, width: $0.sheetWidth) },
            paper: columns.count > 12 ? .a3 : .a4)
    }
}

extension Column {
    /// The value as a spreadsheet holds it: days and numbers as such, answers in their words.
    fileprivate func sheetCell(_ row: Row) -> CellValue {
        switch (value(row), input) {
        case (.null, _): .empty
        case (.text(let text), .day): Day(text).map { .day($0) } ?? .text(text)
        case (.integer(let number), .wholeNumber): .number(Double(number))
        case (_, .choice), (_, .yesOrNo): .text(shown(row).zh)
        default: .text(typed(row))
        }
    }

    fileprivate var sheetWidth: Int {
        let own =
            switch input {
            case .line: 18
            case .paragraph: 36
            case .wholeNumber, .yesOrNo: 8
            case .day: 11
            case .choice: 10
            }
        return min(max(own, term.zh.count * 2), 40)
    }
}

extension SheetFormat {
    package var mediaType: String {
        switch self {
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
