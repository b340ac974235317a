import Kernel
import Storage

/// A word that a program gives with a change, so that sending it again does it only once.
///
/// A key belongs to its caller and its agency and is remembered for a day.
package struct IdempotencyKey: Hashable, Sendable {
    package let text: String
    /// What was asked under the key; the same key for something else is refused.
    package let request: Digest

    /// 1 to 100 visible ASCII characters; `nil` for anything else.
    package init?(_ text: String, request: Digest) {
        guard (1...100).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
        self.request = request
    }
}

extension Migration {
    static let idempotency = Migration(
        "2026-11-23 access: keys of changes already made",
        """
        CREATE TABLE madeChange (
          author TEXT NOT NULL,
          agencyID UUID NOT NULL,
          key TEXT NOT NULL,
          request BYTEA NOT NULL,
          answer TEXT NOT NULL,
          madeAt BIGINT NOT NULL,
          PRIMARY KEY (author, agencyID, key)
        );

        CREATE INDEX madeChangeAt ON madeChange (madeAt);
        """)
}
