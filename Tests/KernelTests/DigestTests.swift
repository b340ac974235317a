import Kernel
import Testing

@Suite struct DigestTests {
    @Test func `the digest of nothing is the published one`() {
        let published = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Digest(of: []).description == published)
    }

    @Test func `a digest reads back from its text and from nothing else`() {
        let digest = Digest(of: Array("城盾".utf8))
        #expect(Digest(digest.description) == digest)
        #expect(Digest("00ff") == nil)
        #expect(Digest(String(repeating: "g", count: 64)) == nil)
    }
}
