import CNettle

/// A key that signs, made of a seed that only its holder has: Ed25519 (RFC 8032).
package struct SigningKey: Sendable {
    /// The 32 bytes by which others know the signatures.
    package let publicKey: [UInt8]
    private let seed: [UInt8]

    /// `nil` unless the seed has 32 bytes.
    package init?(seed: [UInt8]) {
        guard seed.count == Int(ED25519_KEY_SIZE) else { return nil }
        var key = [UInt8](repeating: 0, count: seed.count)
        nettle_ed25519_sha512_public_key(&key, seed)
        publicKey = key
        self.seed = seed
    }

    /// Always 64 bytes.
    package func signature(of content: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(ED25519_SIGNATURE_SIZE))
        nettle_ed25519_sha512_sign(publicKey, seed, content.count, content, &signature)
        return signature
    }

    /// Whether the holder of `publicKey` signed `content`. A key or a signature of another size
    /// is nobody's.
    package static func isSignature(
        _ signature: [UInt8], of content: [UInt8], by publicKey: [UInt8]
    ) -> Bool {
        publicKey.count == Int(ED25519_KEY_SIZE)
            && signature.count == Int(ED25519_SIGNATURE_SIZE)
            && nettle_ed25519_sha512_verify(publicKey, content.count, content, signature) == 1
    }
}
