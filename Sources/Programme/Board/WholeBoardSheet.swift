import Duties
import Exchange
import Kernel
import Sheets

/// The table of all organisations and duties as a spreadsheet: the states in the words of the page.
struct WholeBoardSheet: Sendable {
    let board: WholeBoard
    let agencyName: String
    let today: Day

    func bytes(_ format: SheetFormat) throws -> [UInt8] {
        let workbook = try WorkbookWriter(format, [layout])
        for row in board.rows {
            let own: [CellValue] = [
                row.code.map { .text($0) } ?? .empty, .text(row.organisation.name),
                .text(row.organisation.sort), row.level.map { .text($0.rawValue) } ?? .empty,
                .text(row.organisation.state.term.zh),
            ]
            try workbook.add(
                own
                    + board.duties.map { duty in
                        row.states[duty.id].map { .text($0.term.zh) } ?? .empty
                    })
        }
        return try workbook.finish()
    }

    /// As in 「資訊局應辦事項總表_1151126.ods」.
    func fileName(_ format: SheetFormat) -> String {
        format.fileName(of: "\(agencyName)應辦事項總表", on: today)
    }

    private var layout: SheetLayout {
        let own = [
            SheetColumn("代碼", width: 10), SheetColumn("機關", width: 28),
            SheetColumn("類別", width: 10), SheetColumn("等級", width: 6),
            SheetColumn("整體", width: 10),
        ]
        return SheetLayout(
            name: "應辦事項總表", title: "\(agencyName)及所屬 \(board.year.number) 年應辦事項總表",
            note: "製表日期：\(today.rocWords)",
            columns: own + board.duties.map { SheetColumn($0.term.zh, width: 10) }, paper: .a3)
    }
}
