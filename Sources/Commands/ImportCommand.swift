import Access
import ArgumentParser
import Exchange
import Foundation
import Programme
import Sheets
import Storage

/// `chengdun import`: takes a spreadsheet into a register of one agency.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes a spreadsheet (ODS, XLSX, CSV) into a register.",
        discussion: """
            Good rows are imported as one change; rows with mistakes are told, and left out. A
            file that cannot be read is refused as a whole, with exit code 2.
            """)

    @Argument(help: "The register, as in its address: agencies, systems, assets, ….")
    var register: String

    @Argument(help: "The spreadsheet.")
    var file: String

    @Option(help: "The code of the agency whose register it is.")
    var agency: String

    @Option(help: "The tab of the workbook to read; unless given, the one whose columns fit best.")
    var sheet: String?

    @Option(
        name: .customLong("set"),
        help: "What to write in new rows where the file has nothing, as 擁有者=總務處. Repeatable.")
    var given: [String] = []

    @Flag(help: "Only tell what would be done; works beside the server.")
    var dryRun = false

    @Flag(help: "Write the report as JSON.")
    var json = false

    @OptionGroup var place: DatabaseOptions

    func run() async throws {
        try await Ending.of {
            let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
            let database = try place.open(readingOnly: dryRun)
            let programme = Programme(
                database: database, time: .system, hashing: try PasswordHashing(),
                law: try place.law())
            let desk = SheetDesk()
            let report = try await programme.exchange(of: register).take(
                bytes, sheet: sheet, read: desk, given: try values, isDryRun: dryRun,
                by: programme.door.console(NSUserName(), inAgencyWithCode: agency))
            try await desk.close()
            try await database.close()
            for remark in report.remarks { Ending.complain(remark.zh) }
            try json ? tellJSON(report) : tell(report)
        }
    }

    private var values: [String: String] {
        get throws {
            try given.reduce(into: [:]) { values, text in
                let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard sides.count == 2 else {
                    throw ValidationError("--set is written 欄位=內容, as 擁有者=總務處")
                }
                values[sides[0]] = sides[1]
            }
        }
    }

    private func tellJSON(_ report: ImportReport) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private func tell(_ report: ImportReport) {
        for error in report.errors { Ending.complain(error.message.zh) }
        let verb = dryRun ? "會" : "已"
        print(
            "讀到 \(report.read) 筆，\(verb)新增 \(report.created) 筆、更新 \(report.updated) 筆，"
                + "不變 \(report.unchanged) 筆，跳過 \(report.refused) 筆。")
    }
}
