import Kernel
import Storage

/// When an account is locked: after so many failed tries, for so long (附表十: 五次、十五分鐘).
package struct LockRule: Sendable {
    /// What the failures are counted by.
    package enum Scope: Sendable {
        /// The account from one source, so that a stranger cannot lock the head of an agency out.
        case accountAndSource
        /// The account from anywhere, as the strictest reading of 附表十 wants it.
        case account
    }

    package let tries: Int
    package let minutes: Int
    package let scope: Scope

    package init(tries: Int = 5, minutes: Int = 15, scope: Scope = .accountAndSource) {
        self.tries = tries
        self.minutes = minutes
        self.scope = scope
    }
}

/// One try to sign in, counted before the password is looked at, so that a hundred tries at once
/// count as a hundred.
///
/// Unknown accounts are counted like known ones. What was typed is kept as a digest only, for
/// people sometimes type their password there.
struct Attempt {
    let account: Digest
    let source: String

    init(at account: String, from source: Source, under rule: LockRule) {
        self.account = Digest(of: AccountName.folded(account).utf8)
        self.source = rule.scope == .account ? "*" : source.text
    }

    /// Counts the try.
    ///
    /// - Throws: `SignInRefusal.locked` when the tries are used up; the password is then not
    ///   looked at, even if it is right.
    func begin(under rule: LockRule, at now: Instant, _ session: any Session) throws {
        let cutoff = now.adding(minutes: -rule.minutes)
        try session.execute("DELETE FROM signInAttempt WHERE lastAt <= \(cutoff)")
        let tries: Int =
            try session.value(
                """
                SELECT tries FROM signInAttempt
                WHERE account = \(account) AND source = \(source)
                """) ?? 0
        guard tries < rule.tries else { throw SignInRefusal.locked(minutes: rule.minutes) }
        try session.execute(
            """
            INSERT INTO signInAttempt (account, source, tries, lastAt)
            VALUES (\(account), \(source), 1, \(now))
            ON CONFLICT (account, source) DO UPDATE SET
              tries = signInAttempt.tries + 1, lastAt = excluded.lastAt
            """)
    }

    /// Forgets the tries after one that was right.
    func succeed(_ session: any Session) throws {
        try session.execute(
            "DELETE FROM signInAttempt WHERE account = \(account) AND source = \(source)")
    }

    /// Takes back a try whose password was never looked at.
    func takeBack(_ session: any Session) throws {
        try session.execute(
            """
            UPDATE signInAttempt SET tries = tries - 1
            WHERE account = \(account) AND source = \(source) AND tries > 0
            """)
    }
}

extension Migration {
    static let signInAttempt = Migration(
        "2026-11-23 access: 07 tries to sign in",
        """
        CREATE TABLE signInAttempt (
          account BYTEA NOT NULL,
          source TEXT NOT NULL,
          tries BIGINT NOT NULL,
          lastAt BIGINT NOT NULL,
          PRIMARY KEY (account, source)
        );

        CREATE INDEX signInAttemptAt ON signInAttempt (lastAt);
        """)
}
