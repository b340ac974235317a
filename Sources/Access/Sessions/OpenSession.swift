import Kernel
import Storage

/// The browser from which somebody signs in, as they will recognise it in the list.
package struct Visitor: Sendable {
    package let source: Source
    package let device: String

    /// - Parameter device: the name that the browser gives itself, shortened.
    package init(source: Source, device: String) {
        self.source = source
        self.device = String(device.filter { !$0.isNewline }.prefix(200))
    }
}

/// One open session, as its person sees it in the list of sign-ins.
package struct OpenSession: Hashable, Sendable, RowDecodable {
    package let id: SessionID
    package let agencyName: String
    package let startedAt: Instant
    package let lastUsedAt: Instant
    package let source: String
    package let device: String

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyName = try row.next()
        startedAt = try row.next()
        lastUsedAt = try row.next()
        source = try row.next()
        device = try row.next()
    }

    /// The sessions of `person` that are open at `now`, the last used first.
    static func all(
        of person: PersonID, under rule: SessionRule, at now: Instant, _ session: any Session
    ) throws -> [OpenSession] {
        try session.all(
            """
            SELECT session.id, agency.name, session.startedAt, session.lastUsedAt,
              session.source, session.device
            FROM session JOIN agency ON agency.id = session.agencyID
            WHERE session.personID = \(person) AND session.endsAt > \(now)
              AND session.lastUsedAt > \(now.adding(minutes: -rule.idleMinutes))
            ORDER BY session.lastUsedAt DESC, session.id
            """)
    }
}
