import Kernel
import Storage

/// What an agency was from a day until a day: its name, its kind, its superior.
///
/// Papers of earlier years keep the old name, and counts and lists can be asked as at any day.
package struct AgencyPeriod: Hashable, Sendable {
    package let agencyID: AgencyID
    package let fromOn: Day
    /// The last day; none for what holds today.
    package let untilOn: Day?
    package let name: String
    package let kind: String
    package let parentID: AgencyID?
    /// The letter by which the period began, as in 「府授人管字第 1150001 號」.
    package let document: String?

    /// Since when an agency counts whose founding nobody has told.
    package static let beforeRecords = Day(number: 10_957)  // 2000-01-01
}

extension AgencyPeriod: RowDecodable {
    static let columns: SQL =
        """
        agencyPeriod.agencyID, agencyPeriod.fromOn, agencyPeriod.untilOn, agencyPeriod.name,
        agencyPeriod.kind, agencyPeriod.parentID, agencyPeriod.document
        """

    package init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        fromOn = try row.next()
        untilOn = try row.next()
        name = try row.next()
        kind = try row.next()
        parentID = try row.next()
        document = try row.next()
    }

    /// The condition that a period holds on `day`.
    package static func holds(on day: Day) -> SQL {
        """
        agencyPeriod.fromOn <= \(day)
        AND (agencyPeriod.untilOn IS NULL OR agencyPeriod.untilOn >= \(day))
        """
    }

    /// The periods of one agency, the newest first.
    package static func all(of agency: AgencyID, _ view: View) throws -> [AgencyPeriod] {
        try view.all(
            """
            SELECT \(columns) FROM agencyPeriod
            WHERE agencyID = \(agency) AND \(view.reach(.open), covers: "agencyPeriod.agencyID")
            ORDER BY fromOn DESC
            """)
    }

    static func current(of agency: AgencyID, _ view: View) throws -> AgencyPeriod {
        let found: AgencyPeriod? = try view.first(
            "SELECT \(columns) FROM agencyPeriod WHERE agencyID = \(agency) AND untilOn IS NULL")
        guard let found else { throw AgencyRefusal.unknown }
        return found
    }
}

extension Agency {
    /// What an agency was called on `day`; its name of today where records do not go back so far.
    ///
    /// - Throws: `AgencyRefusal.unknown` out of the caller's reach; one that is no more is within
    ///   that of its successor.
    package static func name(of id: AgencyID, on day: Day, _ view: View) throws -> String {
        let agency = try findEvenEnded(id, view)
        let name: String? = try view.value(
            """
            SELECT agencyPeriod.name FROM agencyPeriod
            WHERE agencyPeriod.agencyID = \(id) AND \(AgencyPeriod.holds(on: day))
            """)
        return name ?? agency.name
    }
}

extension Change {
    /// Begins the first period of an agency.
    func begin(_ agency: Agency, on day: Day) throws {
        try view.session.execute(
            """
            INSERT INTO agencyPeriod (agencyID, fromOn, name, kind, parentID)
            VALUES (\(agency.id), \(day), \(agency.name), \(agency.details.kind),
              \(agency.parentID))
            """)
    }

    /// Corrects what the current period says, as after a slip of the pen.
    func correct(_ agency: Agency) throws {
        try view.session.execute(
            """
            UPDATE agencyPeriod SET name = \(agency.name), kind = \(agency.details.kind)
            WHERE agencyID = \(agency.id) AND untilOn IS NULL
            """)
    }

    /// Ends the current period on the day before `dating` and begins one with what `agency` is now.
    /// Two changes of one day make one period.
    func turn(_ agency: Agency, _ dating: AgencyDating) throws {
        let current = try AgencyPeriod.current(of: agency.id, view)
        try check(dating, against: current)
        let day = dating.day
        if current.fromOn == day {
            try view.session.execute(
                "DELETE FROM agencyPeriod WHERE agencyID = \(agency.id) AND untilOn IS NULL")
        } else {
            try end(agency.id, before: day)
        }
        try view.session.execute(
            """
            INSERT INTO agencyPeriod (agencyID, fromOn, name, kind, parentID, document)
            VALUES (\(agency.id), \(day), \(agency.name), \(agency.details.kind),
              \(agency.parentID), \(dating.document))
            """)
    }

    /// Ends the last period of an agency that is no more from `dating` on.
    func end(_ agency: AgencyID, _ dating: AgencyDating) throws {
        let current = try AgencyPeriod.current(of: agency, view)
        try check(dating, against: current)
        guard current.fromOn < dating.day else {
            throw AgencyRefusal.beforeLastChange(current.fromOn)
        }
        try end(agency, before: dating.day)
    }

    private func end(_ agency: AgencyID, before day: Day) throws {
        try view.session.execute(
            """
            UPDATE agencyPeriod SET untilOn = \(day.adding(days: -1))
            WHERE agencyID = \(agency) AND untilOn IS NULL
            """)
    }

    private func check(_ dating: AgencyDating, against current: AgencyPeriod) throws {
        guard dating.day <= now.day else { throw AgencyRefusal.notYet(dating.day) }
        guard current.fromOn <= dating.day else {
            throw AgencyRefusal.beforeLastChange(current.fromOn)
        }
    }
}

/// From which day a change of an agency holds, and by which letter.
package struct AgencyDating: Hashable, Sendable {
    package let day: Day
    package let document: String?

    package init(_ day: Day, document: String? = nil) {
        self.day = day
        self.document = document.flatMap(\.trimmedOrNil)
    }
}

extension Migration {
    static let agencyPeriod = Migration(
        "2026-11-26 access: names, kinds and superiors of agencies by day",
        """
        CREATE TABLE agencyPeriod (
          agencyID UUID NOT NULL REFERENCES agency (id),
          fromOn TEXT NOT NULL,
          untilOn TEXT CHECK (untilOn >= fromOn),
          name TEXT NOT NULL CHECK (name <> ''),
          kind TEXT NOT NULL CHECK (kind <> ''),
          parentID UUID REFERENCES agency (id),
          document TEXT CHECK (document <> ''),
          PRIMARY KEY (agencyID, fromOn)
        );

        CREATE UNIQUE INDEX agencyPeriodCurrent ON agencyPeriod (agencyID)
        WHERE untilOn IS NULL;

        INSERT INTO agencyPeriod (agencyID, fromOn, name, kind, parentID)
        SELECT id, '2000-01-01', name, kind, parentID FROM agency WHERE removedAt IS NULL;

        CREATE TABLE agencyEnd (
          agencyID UUID NOT NULL PRIMARY KEY REFERENCES agency (id),
          successorID UUID NOT NULL REFERENCES agency (id),
          endedOn TEXT NOT NULL,
          manner TEXT NOT NULL CHECK (manner IN ('merged', 'closed')),
          document TEXT CHECK (document <> ''),
          CHECK (agencyID <> successorID)
        );

        CREATE INDEX agencyEndBySuccessor ON agencyEnd (successorID, agencyID);
        """)
}
