import Kernel
import Storage

/// How sign-ins go at the moment, in numbers alone: nobody is named.
package struct SignInTrouble: Hashable, Sendable {
    /// The sessions used within the last quarter of an hour.
    package let openSessions: Int
    /// The tries that failed within the last quarter of an hour, and of how many accounts.
    package let failedTries: Int
    package let failingAccounts: Int

    package static func read(_ view: View) throws -> SignInTrouble {
        let cutoff = view.now.adding(minutes: -15)
        let open: Int? = try view.value(
            """
            SELECT count(*) FROM session WHERE endsAt > \(view.now) AND lastUsedAt > \(cutoff)
            """)
        let failed = try view.all(
            """
            SELECT COALESCE(sum(tries), 0), count(DISTINCT account) FROM signInAttempt
            WHERE lastAt > \(cutoff) AND tries > 0
            """
        ) { row in (try row.next() as Int, try row.next() as Int) }
        return SignInTrouble(
            openSessions: open ?? 0, failedTries: failed.first?.0 ?? 0,
            failingAccounts: failed.first?.1 ?? 0)
    }
}
