import Testing

@testable import Archive

@Suite struct ZipWriterTests {
    @Test func `the same members give the same bytes`() throws {
        #expect(try sample() == sample())
    }

    @Test func `a stored first member stands readable at the place where ODF looks for it`() throws
    {
        let bytes = try sample()
        #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
        #expect(String(decoding: bytes[38..<46], as: UTF8.self) == "城盾ok")
    }

    @Test func `content written in pieces packs as if written at once`() throws {
        var whole = ZipWriter()
        try whole.add("a", Array(repeating: 7, count: 200_000))
        var pieces = ZipWriter()
        try pieces.open("a")
        for _ in 0..<200 { try pieces.write(Array(repeating: 7, count: 1_000)) }
        let bytes = try pieces.finish()
        #expect(try whole.finish() == bytes)
        #expect(bytes.count < 1_000)
    }

    @Test func `a name is used once`() throws {
        var zip = ZipWriter()
        try zip.add("a", [])
        #expect(throws: ZipWriterFault.name("a")) { try zip.add("a", []) }
    }

    private func sample() throws -> [UInt8] {
        var zip = ZipWriter()
        try zip.add("mimetype", Array("城盾ok".utf8), .stored)
        try zip.add("內容.xml", Array("<a/>".utf8))
        return try zip.finish()
    }
}
