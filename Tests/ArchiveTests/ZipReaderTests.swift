import Testing

@testable import Archive

@Suite struct ZipReaderTests {
    @Test func `what was written is read back`() throws {
        var zip = ZipWriter()
        let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        try zip.add("mimetype", Array("text".utf8), .stored)
        try zip.add("內容.xml", long)
        try zip.add("empty", [])
        let reader = try ZipReader(zip.finish())
        #expect(reader.names == ["mimetype", "內容.xml", "empty"])
        #expect(try reader.content(of: "內容.xml") == long)
        #expect(try reader.content(of: "mimetype") == Array("text".utf8))
        #expect(try reader.content(of: "empty").isEmpty)
    }

    @Test func `a comment that holds an end record does not deceive`() throws {
        var inner = ForgedZip()
        inner.members[0].name = "hidden"
        var outer = ForgedZip()
        outer.comment = inner.bytes.suffix(22)
        #expect(throws: ZipRefusal.self) { try ZipReader(outer.bytes) }
        outer.comment = Array("made by hand".utf8)
        #expect(try ZipReader(outer.bytes).names == ["a.xml"])
    }

    @Test(arguments: hostile)
    func `a hostile archive is refused for what is wrong with it`(
        _ forged: ForgedZip, _ refusal: ZipRefusal
    ) {
        #expect(throws: refusal) {
            let zip = try ZipReader(forged.bytes)
            for name in zip.names { _ = try zip.content(of: name) }
        }
    }

    @Test func `an archive cut anywhere is refused`() throws {
        let bytes = ForgedZip(members: [.init(), .init(name: "b")]).bytes
        for length in 0..<bytes.count {
            #expect(throws: ZipRefusal.self) { try ZipReader(Array(bytes.prefix(length))) }
        }
    }

    @Test func `a member that packs a thousandfold is refused before it is unpacked`() throws {
        var zip = ZipWriter()
        try zip.open("bomb")
        for _ in 0..<32 { try zip.write([UInt8](repeating: 0, count: 1 << 20)) }
        let bytes = try zip.finish()
        #expect(throws: ZipRefusal.tooDense("bomb")) { try ZipReader(bytes) }
        let small = ZipLimits(members: 10, bytes: 1 << 20, ratio: 2_000)
        #expect(throws: ZipRefusal.tooLarge(limit: 1 << 20)) { try ZipReader(bytes, limits: small) }
    }

    @Test func `a size that lies low stops the unpacking where the lie ends`() throws {
        var zip = ZipWriter()
        try zip.add("bomb", [UInt8](repeating: 0, count: 8 << 20))
        let packed = try zip.finish()
        let length = packed.count - 22 - 46 - 4
        var forged = ForgedZip()
        forged.members[0].name = "bomb"
        forged.members[0].method = ZipFormat.deflated
        forged.members[0].content = Array(packed[34..<length])
        forged.members[0].size = 100
        let reader = try ZipReader(forged.bytes)
        var seen = 0
        #expect(throws: ZipRefusal.damaged("bomb")) { try reader.read("bomb") { seen += $0.count } }
        #expect(seen == 0)
    }

    private static func forged(_ change: (inout ForgedZip.Member) -> Void) -> ForgedZip {
        var forged = ForgedZip()
        change(&forged.members[0])
        return forged
    }

    private static let hostile: [(ForgedZip, ZipRefusal)] = [
        (forged { $0.flags |= ZipFormat.encrypted }, .encrypted),
        (forged { $0.method = 12 }, .unknownPacking("a.xml")),
        (forged { $0.method = ZipFormat.deflated }, .damaged("a.xml")),
        (forged { $0.checksum = 1 }, .damaged("a.xml")),
        (forged { $0.size = 6 }, .damaged("a.xml")),
        (forged { $0.size = 8 }, .damaged("a.xml")),
        (forged { $0.size = .max }, .tooNew),
        (forged { $0.size = 300 << 20 }, .tooLarge(limit: 200 << 20)),
        (forged { $0.size = 100 << 20 }, .tooDense("a.xml")),
        (forged { $0.localName = "b.xml" }, .damaged("a.xml")),
        (forged { $0.name = "../../etc/passwd" }, .unsafeName("../../etc/passwd")),
        (forged { $0.name = "/etc/passwd" }, .unsafeName("/etc/passwd")),
        (forged { $0.name = "a\\b" }, .unsafeName("a\\b")),
        (forged { $0.name = "a\0.xml" }, .unsafeName("a\0.xml")),
        (forged { $0.attributes = 0xA1FF_0000 }, .unsafeName("a.xml")),
        (forged { $0.content = ForgedZip().bytes }, .nested("a.xml")),
        (ForgedZip(members: [.init(), .init()]), .duplicate("a.xml")),
        (
            ForgedZip(members: [.init(), .init(name: "a.xml", sharesPlace: true)]),
            .duplicate("a.xml")
        ),
        (
            ForgedZip(members: [.init(localName: "b"), .init(name: "b", sharesPlace: true)]),
            .damaged("a.xml")
        ),
        (ForgedZip(count: 5_000), .tooManyMembers(limit: 2_000)),
        (ForgedZip(count: .max), .tooNew),
        (ForgedZip(count: 2), .truncated),
        (ForgedZip(directoryOffset: 3), .truncated),
        (ForgedZip(directoryOffset: .max - 1), .truncated),
    ]
}
