import Cryptography
import Testing

@Suite struct CryptographyTests {
    @Test(
        "SHA-256 gives the digests of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func digests(_ content: String, _ published: String) {
        #expect(SHA256.digest(of: Array(content.utf8)) == bytes(published))
    }

    @Test func `pieces give the digest of the whole, and may go on after it was read`() {
        let content = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var hash = SHA256()
        for start in stride(from: 0, to: content.count, by: 37) {
            content[start..<min(start + 37, content.count)].withUnsafeBytes { hash.add($0) }
            _ = hash.withDigest { $0.count }
        }
        #expect(hash.withDigest { Array($0) } == SHA256.digest(of: content))
    }

    @Test(
        "HMAC gives the codes of RFC 4231",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func codes(_ key: [UInt8], _ content: String, _ published: String) {
        #expect(MessageCode.sha256(of: Array(content.utf8), key: key) == bytes(published))
    }

    @Test func `Ed25519 gives the second signature of RFC 8032, and takes no other`() throws {
        let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        let key = bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        let published = bytes(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        let signing = try #require(SigningKey(seed: seed))
        #expect(signing.publicKey == key)
        #expect(signing.signature(of: [0x72]) == published)
        #expect(SigningKey.isSignature(published, of: [0x72], by: key))
        #expect(!SigningKey.isSignature(published, of: [0x73], by: key))
        #expect(!SigningKey.isSignature(Array(published.dropLast()), of: [0x72], by: key))
        #expect(!SigningKey.isSignature(published, of: [0x72], by: Array(key.dropLast())))
        #expect(SigningKey(seed: [1]) == nil)
    }
}

private func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap { start in
        let from = hexadecimal.utf8.index(hexadecimal.startIndex, offsetBy: start)
        return UInt8(hexadecimal[from..<hexadecimal.utf8.index(from, offsetBy: 2)], radix: 16)
    }
}
