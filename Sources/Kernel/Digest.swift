import Cryptography

/// The SHA-256 of some bytes: the name of a file or of a document's content.
package struct Digest: Hashable, Sendable {
    /// Always 32 bytes.
    package let bytes: [UInt8]

    package init(of content: some Sequence<UInt8>) {
        bytes = SHA256.digest(of: Array(content))
    }

    fileprivate init(_ hash: SHA256) {
        bytes = hash.withDigest { Array($0) }
    }

    /// Reads a digest that was stored; `nil` unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

extension Digest: LosslessStringConvertible {
    package init?(_ text: String) {
        guard let bytes = [UInt8](hex: text) else { return nil }
        self.init(bytes: bytes)
    }

    package var description: String { bytes.hex }
}

/// The digest of bytes that come in pieces.
package struct RunningDigest: Sendable {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        hash.add(bytes)
    }

    /// The digest of all that was added.
    package var digest: Digest { Digest(hash) }
}
