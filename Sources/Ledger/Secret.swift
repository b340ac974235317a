import Cryptography
import Kernel

/// A sensitive value of an entry, kept beside the ledger so that it can be erased.
///
/// The line of the entry holds only the value's commitment. When the person's data must go
/// (個人資料保護法 §11), the secret is removed with its salt, and the ledger still verifies.
package struct Secret: Hashable, Sendable {
    /// The line of the entry, from 1.
    package let line: Int
    /// The column, with the side it stands on: `after.note`.
    package let field: String
    /// The value and its salt, encrypted by the agency's key.
    package let ciphertext: [UInt8]

    package init(line: Int, field: String, ciphertext: [UInt8]) {
        self.line = line
        self.field = field
        self.ciphertext = ciphertext
    }
}

/// What a line holds in place of a sensitive value: HMAC-SHA-256 under a salt of its own.
///
/// Whoever has value and salt can show that they belong to the line; whoever has the line alone
/// cannot guess even a short value.
package struct Commitment: Hashable, Sendable {
    package let code: [UInt8]

    package init(to value: String, salt: [UInt8]) {
        code = MessageCode.sha256(of: Array(value.utf8), key: salt)
    }

    /// A new salt of 32 random bytes.
    package static func newSalt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in .random(in: 0 ... .max, using: &generator) }
    }

    /// As the line's JSON holds it.
    package var text: String { "hmac-sha256:\(code.hex)" }
}
