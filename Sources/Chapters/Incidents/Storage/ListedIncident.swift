import Access
import Kernel
import Registers
import Storage

/// An incident in a list, with the name of its agency.
package struct ListedIncident: Hashable, Sendable {
    package let incident: Incident
    package let agencyName: String
}

extension IncidentDesk {
    /// One page of the incidents that the caller may look at, the latest first, and how many there
    /// are in all.
    package func list(
        _ query: IncidentQuery, by caller: Caller
    ) async throws -> (rows: [ListedIncident], hasMore: Bool, count: CappedCount) {
        try await door.read(by: caller) { view in
            let found = try ListedIncident.page(query, view)
            return (
                Array(found.prefix(query.limit)), found.count > query.limit,
                try ListedIncident.count(query, view)
            )
        }
    }
}

extension ListedIncident {
    /// One more than a page holds, where there is more.
    fileprivate static func page(_ query: IncidentQuery, _ view: View) throws -> [ListedIncident] {
        var conditions = conditions(query, view)
        if let after = query.after { conditions.append("incident.id < \(after)") }
        return try view.all(
            """
            SELECT \(Incident.columns), agency.name
            FROM incident JOIN agency ON agency.id = incident.agencyID
            WHERE \(SQL(joining: conditions, with: " AND "))
            ORDER BY incident.id DESC
            LIMIT \(query.limit + 1)
            """
        ) { row in ListedIncident(incident: try Incident(&row), agencyName: try row.next()) }
    }

    /// All of them, for figures elsewhere lead to the list; only those that have some words are
    /// counted no further than a page needs.
    fileprivate static func count(_ query: IncidentQuery, _ view: View) throws -> CappedCount {
        let rows: SQL = """
            SELECT 1 FROM incident WHERE \(SQL(joining: conditions(query, view), with: " AND "))
            """
        return try view.count(rows, toTheLast: query.words.isEmpty)
    }

    /// What the caller began and has not told the rest of.
    static func unfinished(_ view: View) throws -> [Incident] {
        guard let person = view.caller.person else { return [] }
        return try view.all(
            """
            SELECT \(Incident.columns) FROM incident
            WHERE agencyID = \(view.caller.agency) AND reporterID = \(person) AND level IS NULL
              AND closedAt IS NULL AND withdrawnAt IS NULL
            ORDER BY id DESC
            LIMIT 3
            """)
    }

    private static func conditions(_ query: IncidentQuery, _ view: View) -> [SQL] {
        var conditions: [SQL] = [
            Incident.visible(to: view), "incident.drill = \(query.isDrill)",
        ]
        if let year = query.year {
            let from = Instant(startOf: year.firstDay)
            let to = Instant(startOf: year.lastDay.adding(days: 1))
            conditions.append("incident.knownAt >= \(from) AND incident.knownAt < \(to)")
        }
        if let level = query.level { conditions.append("incident.level = \(level.rawValue)") }
        if let level = query.confirmed {
            conditions.append(
                "incident.confirmedLevel = \(level.rawValue) AND incident.withdrawnAt IS NULL")
        }
        if let agency = query.agency { conditions.append("incident.agencyID = \(agency)") }
        if let state = query.state { conditions.append(state.condition) }
        if !query.words.isEmpty {
            let only = query.agency ?? view.reach(.open).onlyAgency
            conditions.append(
                "\(search: query.words, of: Incident.kind, id: "incident.id", in: only)")
        }
        return conditions
    }
}

extension IncidentQuery.State {
    fileprivate var condition: SQL {
        switch self {
        case .open: "incident.closedAt IS NULL AND incident.withdrawnAt IS NULL"
        case .unreviewed:
            """
            incident.receivedAt IS NOT NULL AND incident.reviewedAt IS NULL
              AND incident.withdrawnAt IS NULL
            """
        case .closed: "incident.closedAt IS NOT NULL"
        case .withdrawn: "incident.withdrawnAt IS NOT NULL"
        }
    }
}
