import Kernel

/// The block at the end of a paper by which anybody can look up what was approved: the digest of
/// its content, a short code, and a square code that opens the approved version.
package struct Seal: Hashable, Sendable {
    package let digest: Digest
    /// Where the approved version is found; `nil` for a draft, which is kept nowhere.
    package let address: String?

    package init(digest: Digest, address: String? = nil) {
        self.digest = digest
        self.address = address
    }

    package var code: String { Self.code(of: digest) }

    /// The first sixteen digits in fours, for reading over the telephone.
    package static func code(of digest: Digest) -> String {
        let digits = Array(digest.description.prefix(16).uppercased())
        return stride(from: 0, to: digits.count, by: 4).map { start in
            String(digits[start..<min(start + 4, digits.count)])
        }.joined(separator: "-")
    }
}
