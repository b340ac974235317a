import Testing

@testable import MerkleLog

@Suite struct EntryFormTests {
    static let entry = LogEntry(
        position: 4, id: "id", madeAt: 1,
        author: LogAuthor(kind: "person", id: nil, name: "王", onBehalfOf: nil), verb: "edit",
        agency: "a", ordinal: 2, previous: .ofNothing, lineCount: 1, linesRoot: .ofNothing)

    @Test func `the form of a line is fixed`() {
        let line = LogLine(recordKind: "k", recordID: "i", before: nil, after: "{}")
        let form: [UInt8] =
            [0, 0, 0, 15] + Array("chengdun-line-1".utf8) + [0, 0, 0, 1, 0x6B, 0, 0, 0, 1, 0x69]
            + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 2, 0x7B, 0x7D]
        #expect(line.hash == .leaf(form))
    }

    @Test func `the form of an entry is fixed`() {
        func number(_ value: UInt8) -> [UInt8] { [0, 0, 0, 0, 0, 0, 0, value] }
        func text(_ value: String) -> [UInt8] {
            [0, 0, 0, UInt8(value.utf8.count)] + Array(value.utf8)
        }
        let missing: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        let hash: [UInt8] = [0, 0, 0, 32] + TreeHash.ofNothing.bytes
        let what = text("chengdun-entry-1") + number(4) + text("id") + number(1)
        let who = text("person") + missing + text("王") + missing
        let place = text("edit") + text("a") + number(2) + hash + number(1) + hash
        #expect(Self.entry.hash == .leaf(what + who + place))
    }

    @Test func `text cannot move from one field to the next unseen`() {
        let a = LogLine(recordKind: "ab", recordID: "c", before: "", after: nil)
        let b = LogLine(recordKind: "a", recordID: "bc", before: "", after: nil)
        let c = LogLine(recordKind: "ab", recordID: "c", before: nil, after: "")
        let d = LogLine(recordKind: "ab", recordID: "c", before: "", after: "")
        #expect(Set([a, b, c, d].map(\.hash)).count == 4)
    }

    @Test func `the root over lines knows their order and number`() {
        let hashes = ReferenceVectors.hashes
        #expect(TreeHash(ofLines: hashes) == ReferenceVectors.roots[7])
        #expect(TreeHash(ofLines: hashes.reversed()) != ReferenceVectors.roots[7])
        #expect(TreeHash(ofLines: hashes.dropLast()) == ReferenceVectors.roots[6])
        #expect(TreeHash(ofLines: [hashes[0]]) == hashes[0])
    }
}
