import Cryptography

/// The fingerprint of one entry of the log, of a part of its tree, or of the whole log.
///
/// Leaves and nodes are hashed apart, with a byte before them, so that neither can be passed off as
/// the other (RFC 6962 §2.1).
package struct TreeHash: Hashable, Sendable {
    /// The 32 bytes as they lie in memory: half the cost of an array, and no allocation.
    private let words: Words

    private struct Words: Hashable, Sendable {
        let first: UInt64
        let second: UInt64
        let third: UInt64
        let fourth: UInt64
    }

    /// Reads a hash that was stored; `nil` unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        words = bytes.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
    }

    /// The hash of a log without entries.
    package static let ofNothing = TreeHash(SHA256())

    /// The hash of the leaf that holds `content`.
    package static func leaf(_ content: [UInt8]) -> TreeHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0x00)) { hasher.add($0) }
        content.withUnsafeBytes { hasher.add($0) }
        return TreeHash(hasher)
    }

    /// The hash of the node above `left` and `right`.
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0x01)) { hasher.add($0) }
        withUnsafeBytes(of: left.words) { hasher.add($0) }
        withUnsafeBytes(of: right.words) { hasher.add($0) }
        return TreeHash(hasher)
    }

    /// Always 32.
    package var bytes: [UInt8] {
        withUnsafeBytes(of: words) { Array($0) }
    }

    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: words, body)
    }

    private init(_ hasher: SHA256) {
        words = hasher.withDigest { $0.loadUnaligned(as: Words.self) }
    }
}

extension TreeHash: LosslessStringConvertible {
    /// Reads 64 hexadecimal digits.
    package init?(_ text: String) {
        guard let bytes = [UInt8](hexadecimal: text) else { return nil }
        self.init(bytes: bytes)
    }

    package var description: String { bytes.hexadecimal }
}
