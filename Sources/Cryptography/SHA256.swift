import CNettle

/// The SHA-256 of bytes that come in pieces (FIPS 180-4).
///
/// It lies in one place of memory, without allocation: the ledger hashes millions of small lines.
package struct SHA256: Sendable {
    private var context = sha256_ctx()

    package init() {
        nettle_sha256_init(&context)
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        nettle_sha256_update(
            &context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
    }

    /// Reads the 32 bytes of the digest of all that was added; more may be added afterwards.
    package func withDigest<Reading>(_ read: (UnsafeRawBufferPointer) -> Reading) -> Reading {
        var context = context
        return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
            nettle_sha256_digest(
                &context, digest.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
            return read(UnsafeRawBufferPointer(digest))
        }
    }
}

extension SHA256 {
    /// The 32 bytes of the digest of `content`.
    package static func digest(of content: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        content.withUnsafeBytes { hash.add($0) }
        return hash.withDigest { Array($0) }
    }
}
