import Archive
import Foundation
import Sheets
import Testing

/// Files made to harm: each is refused within seconds of one processor, with a sentence. Neighbours on
/// the machine do not count.
@Suite struct HostileFileTests {
    @Test(.timeLimit(.minutes(1)), arguments: hostile.indices)
    func `a hostile spreadsheet is refused for what is wrong with it`(_ index: Int) throws {
        let file = Self.hostile[index]
        let bytes = try file.bytes()
        let before = Self.processorSeconds
        #expect(throws: file.refusal) { try events(bytes) }
        #expect(Self.processorSeconds - before < 5)
        #expect(file.refusal.message.zh.hasSuffix("。"))
    }

    @Test func `a million empty rows and columns cost nothing`() throws {
        let ods = try HandMade.ods(
            """
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell \
            table:number-columns-repeated="16384"/></table:table-row><table:table-row>\
            <table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>\
            </table:table-row>
            """)
        #expect(try rows(ods).map(\.number) == [1_048_571])
        let xlsx = try HandMade.xlsx(
            """
            <sheetData><row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row></sheetData>\
            <mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>
            """)
        #expect(try rows(xlsx).map(\.cells.count) == [1])
    }

    @Test func `notes, drawings and deleted cells are not read as text`() throws {
        let ods = try HandMade.ods(
            """
            <table:tracked-changes><table:deletion><table:table-cell><text:p>old</text:p>\
            </table:table-cell></table:deletion></table:tracked-changes><table:table-row>\
            <table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p>\
            </office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>\
            </table:table-cell></table:table-row>
            """)
        #expect(try rows(ods).map { $0[0] } == [.text("a  b\nc")])
    }

    @Test func `a part outside the file is not looked for`() throws {
        var zip = ZipWriter()
        let external = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r1" Type="x/officeDocument" TargetMode="External" \
            Target="http://example.invalid/book.xml"/></Relationships>
            """
        try zip.add("[Content_Types].xml", [])
        try zip.add("_rels/.rels", Array(external.utf8))
        let bytes = try zip.finish()
        #expect(throws: SheetRefusal.unknownFormat) { try events(bytes) }
    }

    /// What this thread has used of the processors.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private struct File: Sendable {
        let refusal: SheetRefusal
        let bytes: @Sendable () throws -> [UInt8]
    }

    private static let hostile: [File] = [
        File(refusal: .documentType) {
            try HandMade.zip(
                content: """
                    <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><a>&b;</a>
                    """)
        },
        File(refusal: .documentType) {
            try HandMade.zip(
                content: #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><office:document-content/>"#)
        },
        File(refusal: .damaged("content.xml")) { try HandMade.zip(content: "<a>&unknown;</a>") },
        File(refusal: .damaged("content.xml")) {
            try HandMade.zip(content: String(repeating: "<a>", count: 100_000))
        },
        File(refusal: .damaged("content.xml")) { try HandMade.zip(content: "<a") },
        File(refusal: .damaged("content.xml")) {
            // Attributes of one element are compared with each other.
            let attributes = (0..<300_000).map { " a\($0)='>'" }.joined()
            return try HandMade.zip(content: "<a\(attributes)/>")
        },
        File(refusal: .unknownFormat) { try HandMade.zip(content: "<a/>") },
        File(refusal: .tooManyRows(limit: 200_000)) {
            try HandMade.ods(
                """
                <table:table-row table:number-rows-repeated="999999999"><table:table-cell \
                office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
                """)
        },
        File(refusal: .tooManyColumns(limit: 200, row: 1)) {
            try HandMade.ods(
                """
                <table:table-row><table:table-cell table:number-columns-repeated="999999999" \
                office:value-type="float" office:value="1"/></table:table-row>
                """)
        },
        File(refusal: .cellTooLong(row: 1)) {
            try HandMade.ods(
                """
                <table:table-row><table:table-cell><text:p><text:s text:c="999999999"/></text:p>\
                </table:table-cell></table:table-row>
                """)
        },
        File(refusal: .tooManyColumns(limit: 200, row: 1)) {
            try HandMade.xlsx(
                #"<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>"#)
        },
        File(refusal: .damaged("第 1 列")) {
            try HandMade.xlsx(
                #"<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>"#)
        },
        File(refusal: .damaged("第 1 列")) {
            try HandMade.xlsx(
                #"<sheetData><row r="9"/><row r="1"><c r="A1"><v>7</v></c></row></sheetData>"#)
        },
        File(refusal: .damaged("第 1 列")) {
            try HandMade.xlsx(#"<sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData>"#)
        },
        File(refusal: .cellTooLong(row: 1)) {
            let long = String(repeating: "字", count: 100_000)
            return try HandMade.xlsx(
                "<sheetData><row><c t=\"str\"><v>\(long)</v></c></row></sheetData>")
        },
        File(refusal: .tooManyMerges(limit: 20_000)) {
            let merges = (1...20_001).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined()
            return try HandMade.xlsx("<sheetData/><mergeCells>\(merges)</mergeCells>")
        },
        File(refusal: .encrypted) {
            var zip = ZipWriter()
            try zip.add(
                "META-INF/manifest.xml", Array("<m><encryption-data/></m>".utf8))
            try zip.add("content.xml", [1, 2, 3])
            return try zip.finish()
        },
        File(refusal: .archive(.truncated)) { [0x50, 0x4B, 3, 4, 20, 0] },
        File(refusal: .binaryFormat) { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        File(refusal: .webPage) { Array("\n<HTML><table><tr><td>1</td></tr></table>".utf8) },
        File(refusal: .unknownFormat) { Array("%PDF-1.7".utf8) },
        File(refusal: .unknownFormat) {
            [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 99)
        },
        File(refusal: .unknownFormat) { [0, 0, 0, 0x18] + Array("ftypheic".utf8) },
        File(refusal: .unclosedQuote(row: 2)) { Array("a,b\n\"c,d\ne,f\n".utf8) },
        File(refusal: .tooManyColumns(limit: 200, row: 1)) {
            Array(repeating: UInt8(ascii: ","), count: 5_000_000)
        },
        File(refusal: .cellTooLong(row: 1)) {
            Array(repeating: UInt8(ascii: "a"), count: 5_000_000)
        },
        File(refusal: .tooManyRows(limit: 200_000)) {
            Array(repeating: UInt8(ascii: "\n"), count: 20_000_000)
        },
        File(refusal: .unknownEncoding) { [0x41, 0x2C, 0xFF, 0xFF, 0x0A] },
        // Nothing but pairs of which Big5 knows none.
        File(refusal: .unknownEncoding) {
            Array([[UInt8]](repeating: [0xFA, 0x40], count: 40).joined())
        },
        File(refusal: .unknownEncoding) { [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00] },
    ]
}

/// Spreadsheets written by hand, around the part that a test is about.
enum HandMade {
    static func zip(content: String) throws -> [UInt8] {
        var zip = ZipWriter()
        try zip.add("content.xml", Array(content.utf8))
        return try zip.finish()
    }

    static func ods(_ rows: String) throws -> [UInt8] {
        try zip(
            content: """
                <office:document-content xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>\
                <office:spreadsheet><table:table table:name="s">\(rows)</table:table>\
                </office:spreadsheet></office:body></office:document-content>
                """)
    }

    static func xlsx(_ sheet: String) throws -> [UInt8] {
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        try zip.add("[Content_Types].xml", [])
        try zip.add("_rels/.rels", links("officeDocument", "book.xml"))
        try zip.add("_rels/book.xml.rels", links("worksheet", "1.xml"))
        try zip.add(
            "book.xml",
            Array(
                """
                <workbook xmlns:r="\(relationships)"><sheets><sheet name="s" r:id="r1"/></sheets>\
                </workbook>
                """.utf8))
        try zip.add("1.xml", Array("<worksheet>\(sheet)</worksheet>".utf8))
        return try zip.finish()
    }

    private static func links(_ type: String, _ target: String) -> [UInt8] {
        Array("<a><Relationship Id=\"r1\" Type=\"x/\(type)\" Target=\"\(target)\"/></a>".utf8)
    }
}
