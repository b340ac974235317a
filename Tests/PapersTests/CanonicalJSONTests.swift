import Kernel
import Testing

@testable import Papers

@Suite struct CanonicalJSONTests {
    @Test func `members are sorted and only what must be is escaped`() {
        let value: CanonicalJSON = [
            "丙": .integer(-3), "a": .array([.null, .boolean(true)]), "B": "「\"\\\n\u{01}堃𠮷」",
        ]
        let expected = #"{"B":"「\"\\\n\u0001堃𠮷」","a":[null,true],"丙":-3}"#
        #expect(String(decoding: value.bytes, as: UTF8.self) == expected)
    }

    @Test func `equal trees have equal digests and a changed word another`() throws {
        let one = try PlanReader().read(text: SmallPlan.text).document
        var two = one
        #expect(one.digest == two.digest)
        two.chapters[1].clauses[0].text = [.text("發文")]
        #expect(one.digest != two.digest)
    }

    @Test func `sign-off, digest block and draft mark are no part of the identity`() throws {
        let one = try PlanReader().read(text: SmallPlan.text).document
        var two = one
        two.signOff = SignOff(posts: [.init("資安長", name: "王堃")])
        two.seal = Seal(digest: one.digest, address: "https://city.example/p/1")
        two.standing = .draft
        #expect(one.digest == two.digest)
    }

    @Test func `the code of a seal is the digest's first sixteen digits in fours`() {
        let seal = Seal(digest: Digest(of: []), address: "")
        #expect(seal.code == "E3B0-C442-98FC-1C14")
    }
}
