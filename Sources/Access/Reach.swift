import Kernel
import Storage

/// The agencies whose rows a question may touch.
package enum Reach: Hashable, Sendable {
    case agency(AgencyID)
    /// An agency and all under it; `path` is the agency's own, as in `/1/7/`.
    case subtree(path: String)
    /// An agency and those that it succeeds: who carries on reads what was closed to superiors.
    case heir(AgencyID)
    /// No limit: the city itself and the service's own jobs.
    case city

    /// What a list is of when no agency is named: whoever carries on has a list of their own, and asks
    /// for what they took over by its name.
    package var unnamed: Reach {
        if case .heir(let id) = self { .agency(id) } else { self }
    }

    /// The agency, where there is but one.
    package var onlyAgency: AgencyID? {
        if case .agency(let id) = self { id } else { nil }
    }
}

/// What the superiors of an agency see of one of its tables.
package enum Supervision: Sendable {
    /// All of it.
    case open
    /// Nothing: a bureau does not read a school's weakness list.
    case closed
}

extension Caller {
    /// The agencies whose rows of a table with this supervision the caller may see.
    package func reach(_ supervision: Supervision) -> Reach {
        switch (kind, supervision) {
        case (.console, _), (.job, _): .city
        case (_, .open) where isOfCity: supervises ? .city : .agency(agency)
        case (_, .open) where supervises: .subtree(path: agencyPath)
        case _: predecessors.isEmpty ? .agency(agency) : .heir(agency)
        }
    }
}

extension SQL.StringInterpolation {
    /// The condition that a row's agency is within `reach`.
    ///
    /// Rows carry their agency and nothing else of the tree; the planner resolves the subtree once
    /// and uses the index on the agency.
    package mutating func appendInterpolation(_ reach: Reach, covers column: SQLName) {
        switch reach {
        case .agency(let id):
            appendInterpolation("\(column) = \(id)" as SQL)
        case .subtree(let path):
            appendInterpolation(
                """
                \(column) IN (
                  SELECT id FROM agency WHERE substr(path, 1, \(path.count)) = \(path))
                """ as SQL)
        case .heir(let id):
            appendInterpolation(
                """
                \(column) IN (
                  SELECT id FROM agency
                  WHERE id = \(id) OR parentID = \(id) AND removedAt IS NOT NULL)
                """ as SQL)
        case .city:
            appendLiteral("TRUE")
        }
    }

    /// The condition that a row of `item`, with its agency joined as `agency`, is within `reach`. It
    /// is asked of each row that comes along; no index looks for it.
    package mutating func appendInterpolation(passing reach: Reach) {
        let looked: SQL = "(\(reach, covers: "item.agencyID")) IS TRUE"
        guard case .subtree(let path) = reach else { return appendInterpolation(looked) }
        // SQLite would make a list of the subtree first; PostgreSQL would begin with the agencies.
        appendInterpolation(
            SQL(
                sqlite: "(substr(agency.path, 1, \(path.count)) = \(path)) IS TRUE",
                postgreSQL: looked))
    }
}
