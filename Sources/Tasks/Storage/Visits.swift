import Access
import Kernel
import Storage

/// When people last looked at the first screen of an agency, for what changed since.
package struct Visits: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// When the caller was here before this visit; `nil` for the first. Whoever comes back within
    /// an hour is still on the same visit; nothing is written then.
    package func lastVisit(of caller: Caller) async throws -> Instant? {
        guard case .person(let person) = caller.kind else { return nil }
        let (known, now) = try await door.read(by: caller) { view in
            let rows = try view.all(
                """
                SELECT seenAt, beforeAt FROM visit
                WHERE personID = \(person) AND agencyID = \(caller.agency)
                """
            ) { row in (try row.next() as Instant, try row.next() as Instant?) }
            return (rows.first, view.now)
        }
        if let known, now.seconds(since: known.0) < 3_600 { return known.1 }
        _ = try await door.keep(needs: .manageOwnAccount, by: caller) { view in
            try view.session.execute(
                """
                INSERT INTO visit (personID, agencyID, seenAt) VALUES
                  (\(person), \(caller.agency), \(view.now))
                ON CONFLICT (personID, agencyID) DO UPDATE SET
                  beforeAt = visit.seenAt, seenAt = excluded.seenAt
                """)
        }
        return known?.0
    }
}
