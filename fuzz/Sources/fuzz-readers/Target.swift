import Archive
import Foundation
import Kernel
import Papers
import Sheets

/// What is fuzzed, by the word in `FUZZ_TARGET`.
enum Target: String {
    /// The bytes are an archive.
    case zip
    /// The bytes are the rows of an XLSX, which is whole around them.
    case xlsx
    /// The bytes are the content of an ODS, which is whole around them.
    case ods
    case csv
    /// The bytes are a written date.
    case date
    /// The bytes are the text of a plan.
    case plan
    /// The bytes are the content of a plan's ODT, which is whole around them.
    case odt

    static let chosen =
        Target(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "") ?? .zip

    /// Reads `bytes`. A refusal is an answer; a trap or a hang is a find.
    func read(_ bytes: [UInt8]) throws {
        switch self {
        case .zip: try Self.readArchive(bytes)
        case .xlsx: try Self.readSheet(Self.xlsx(around: bytes))
        case .ods: try Self.readSheet(Self.zip([("content.xml", bytes)]))
        case .csv where bytes.starts(with: [0x50, 0x4B]): break
        case .csv: try Self.readSheet(bytes)
        case .date: _ = try Day(written: String(decoding: bytes, as: UTF8.self))
        case .plan where bytes.starts(with: [0x50, 0x4B]): break
        case .plan: try Self.readPlan(bytes)
        case .odt: try Self.readPlan(Self.zip([("content.xml", bytes)]))
        }
    }

    private static func readArchive(_ bytes: [UInt8]) throws {
        let zip = try ZipReader(bytes)
        for name in zip.names { _ = try? zip.content(of: name) }
    }

    private static func readPlan(_ bytes: [UInt8]) throws {
        let reading = try PlanReader().read(bytes)
        _ = reading.json
    }

    private static func readSheet(_ bytes: [UInt8]) throws {
        let limits = SheetLimits(
            rows: 1_000, columns: 50, cellBytes: 4_096, sharedBytes: 1 << 20, merges: 100)
        var table = TableReader(names: ["財產編號", "資產名稱"])
        try SheetFile(bytes, limits: limits).read { event in
            guard case .row(let row) = event else { return }
            for case .row(let record) in table.take(row) {
                for cell in record.cells { _ = try? Day.written(cell.value) }
            }
        }
        _ = try table.finish()
    }

    private static func zip(_ members: [(String, [UInt8])]) throws -> [UInt8] {
        var zip = ZipWriter()
        for (name, content) in members { try zip.add(name, content, .stored) }
        return try zip.finish()
    }

    private static func xlsx(around sheet: [UInt8]) throws -> [UInt8] {
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func links(_ parts: [(String, String)]) -> [UInt8] {
            let links = parts.map {
                "<Relationship Id=\"\($0.0)\" Type=\"x/\($0.0)\" Target=\"\($0.1)\"/>"
            }
            return Array("<a>\(links.joined())</a>".utf8)
        }
        let book = """
            <workbook xmlns:r="\(relationships)"><sheets><sheet name="s" r:id="worksheet"/></sheets>\
            </workbook>
            """
        let styles = """
            <s><numFmts><numFmt numFmtId="164" formatCode="[$-404]e/m/d"/></numFmts><cellXfs>\
            <xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs></s>
            """
        return try zip([
            ("[Content_Types].xml", []), ("_rels/.rels", links([("officeDocument", "book.xml")])),
            (
                "_rels/book.xml.rels",
                links([("worksheet", "1.xml"), ("styles", "s.xml"), ("sharedStrings", "t.xml")])
            ),
            ("book.xml", Array(book.utf8)), ("s.xml", Array(styles.utf8)),
            ("t.xml", Array("<sst><si><t>a</t></si><si><t>_x0041_</t></si></sst>".utf8)),
            ("1.xml", sheet),
        ])
    }
}
