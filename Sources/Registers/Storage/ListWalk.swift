import Access
import Kernel
import Storage

/// The way through the rows of a register in the order of a list.
///
/// A page costs the same however long the table is: indexes hold the order of each agency and of
/// the whole city, and nothing is sorted but what a page may show.
struct ListWalk {
    let order: ListOrder
    /// How many rows are wanted.
    let count: Int
    /// How many rows are passed over before them.
    var after = 0

    enum Way: Sendable {
        /// As the database sees fit: one agency or the whole city, whose order an index has.
        case straight
        /// In the order of the whole city, passing over what is out of reach: for many agencies.
        case city
        /// The first rows of each agency, put in order: for few agencies.
        case agencies([AgencyID])
        /// The rows with the ids of a query with the column `recordID`, put in order.
        case found(SQL)

        /// The agencies, where they are few.
        var agencies: [AgencyID] {
            if case .agencies(let agencies) = self { agencies } else { [] }
        }
    }

    /// With so many agencies and more, of the four hundred of a city, passing over the rows of the
    /// others costs less than looking into each.
    private static let many = 20

    static func way(through reach: Reach, _ session: any Session) throws -> Way {
        switch reach {
        case .agency, .city: return .straight
        case .heir, .subtree:
            let agencies = try session.values(
                "SELECT id FROM agency WHERE \(reach, covers: "agency.id") LIMIT \(many)",
                as: AgencyID.self)
            return agencies.count < many ? .agencies(agencies) : .city
        }
    }

    /// What follows `SELECT …`: the rows of `table`, called `item`, with their `agency`.
    func rows(
        of table: SQLName, where condition: SQL, within reach: Reach, _ way: Way
    ) -> SQL {
        let first: SQL = """
            SELECT item.id FROM \(table) AS item
            WHERE item.agencyID = agency.id AND \(condition)
            \(ending) LIMIT \(count + after)
            """
        return switch way {
        case .straight:
            """
            FROM \(table) AS item LEFT JOIN agency ON agency.id = item.agencyID
            WHERE \(reach, covers: "item.agencyID") AND \(condition)
            \(ending) \(window)
            """
        case .city:
            """
            FROM \(table) AS item LEFT JOIN agency ON agency.id = item.agencyID
            WHERE \(passing: reach) AND \(condition)
            \(ending) \(window)
            """
        case .agencies:
            """
            FROM agency \(SQL.eachJoined(first, of: table, as: "item"))
            WHERE \(reach, covers: "agency.id")
            \(ending) \(window)
            """
        case .found(let ids):
            """
            FROM (\(ids)) AS found CROSS JOIN \(table) AS item
            LEFT JOIN agency ON agency.id = item.agencyID
            WHERE item.id = found.recordID AND \(passing: reach) AND \(condition)
            \(ending) \(window)
            """
        }
    }

    private var ending: SQL {
        let way: SQL = order.isDescending ? "DESC" : "ASC"
        return "ORDER BY item.\(order.column) \(way), item.id \(way)"
    }

    private var window: SQL {
        after == 0 ? "LIMIT \(count)" : "LIMIT \(count) OFFSET \(after)"
    }
}
