import Kernel

/// Where the entries of one kind of one agency lie in the index of SQLite: one after the other.
///
/// The number of an entry has the kind in front, then the agency, then the entry's own place. So a
/// question about one agency, or about one kind, reads one stretch of what has its words, however
/// many others have them.
struct SearchShelf {
    let kind: RecordKind
    let agency: AgencyID

    /// How many entries a shelf has room for, more than a city will ever write.
    static let room = 1_000_000_000
    /// How far the first shelves of two kinds lie apart: room for ten million agencies in each of
    /// nine hundred kinds.
    private static let aisle = 10_000_000 * room

    /// The last number on `searchShelf`, or the one before its first.
    static let lastNumber: SQL = """
        COALESCE(
          (SELECT MAX(number) FROM searchEntry
           WHERE number BETWEEN searchShelf.first AND \(end)), searchShelf.first)
        """

    /// The end of `searchShelf`.
    static let end: SQL = "searchShelf.first + \(room - 1)"

    /// What follows FROM: the shelf, if there is one.
    var itself: SQL {
        "searchShelf WHERE searchShelf.kind = \(kind) AND searchShelf.agencyID = \(agency)"
    }

    /// The last number on the shelf, which is made where there is none.
    func lastNumber(in session: any Session) throws -> Int {
        let question: SQL = "SELECT \(Self.lastNumber) FROM \(itself)"
        if let last = try session.value(question, as: Int.self) { return last }
        let first: Int? = try session.value(
            """
            INSERT INTO searchShelf (first, kind, agencyID)
            SELECT COALESCE(
                (SELECT MAX(first) + \(Self.room) FROM searchShelf WHERE kind = \(kind)),
                (SELECT COALESCE(MAX(first), 0) / \(Self.aisle) + 1 FROM searchShelf)
                  * \(Self.aisle) + \(Self.room)),
              \(kind), \(agency)
            RETURNING first
            """)
        return first ?? 0
    }
}
