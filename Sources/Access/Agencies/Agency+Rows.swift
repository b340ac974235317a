import Kernel
import Ledger
import Storage

extension Migration {
    static let agency = Migration(
        "2026-11-23 access: 01 agencies",
        """
        CREATE TABLE agency (
          id UUID NOT NULL PRIMARY KEY,
          parentID UUID REFERENCES agency (id),
          path TEXT NOT NULL UNIQUE CHECK (path LIKE '/%/'),
          code TEXT UNIQUE CHECK (code <> ''),
          oid TEXT,
          name TEXT NOT NULL CHECK (name <> ''),
          kind TEXT NOT NULL CHECK (kind <> ''),
          level TEXT,
          version BIGINT NOT NULL,
          removedAt BIGINT,
          CHECK (parentID IS NULL OR parentID <> id)
        );

        CREATE INDEX agencyParent ON agency (parentID, code, id);
        """)
}

extension Agency: RowDecodable {
    package static let kind: RecordKind = "agency"

    package static let columns: SQL =
        """
        agency.id, agency.parentID, agency.path, agency.name, agency.code, agency.oid,
        agency.kind, agency.level, agency.version, agency.removedAt
        """

    /// How the list of a reach names a row's `agency`; one that is no more is marked.
    package static let nameMarked: SQL =
        "CASE WHEN agency.removedAt IS NULL THEN agency.name ELSE agency.name || '（已不存在）' END"

    /// Where a row's `agency` stands in a list: by code, those without one last, then by name. Left to
    /// themselves, one of the databases puts them first and the other last.
    package static let order: SQL = """
        CASE WHEN agency.code IS NULL THEN 1 ELSE 0 END, COALESCE(agency.code, ''), agency.name,
        agency.id
        """

    /// Whether others that there still are stand under a row's `agency`.
    static let supervises: SQL = """
        CASE WHEN EXISTS (
          SELECT 1 FROM agency child
          WHERE child.parentID = agency.id AND child.removedAt IS NULL) THEN 1 ELSE 0 END
        """

    /// Joins those that are no more and for which a row's `agency` carries on, as `predecessor`.
    static let predecessors: SQL = """
        LEFT JOIN agency predecessor ON predecessor.parentID = agency.id
          AND predecessor.removedAt IS NOT NULL
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        parentID = try row.next()
        path = try row.next()
        details = try AgencyDetails(
            name: row.next(), code: row.next(), oid: row.next(), kind: row.next())
        level = try row.next()
        version = try row.next()
        removedAt = try row.next()
    }

    /// The agency `id` within the caller's reach.
    ///
    /// - Throws: `AgencyRefusal.unknown` when there is none or it is not the caller's to see.
    package static func find(_ id: AgencyID, _ view: View) throws -> Agency {
        let found: Agency? = try view.first(
            """
            SELECT \(columns) FROM agency
            WHERE id = \(id) AND removedAt IS NULL AND \(view.reach(.open), covers: "agency.id")
            """)
        guard let found else { throw AgencyRefusal.unknown }
        return found
    }

    /// The agency `id` within the caller's reach, those that are no more as well.
    ///
    /// - Throws: `AgencyRefusal.unknown` when there is none or it is not the caller's to see.
    package static func findEvenEnded(_ id: AgencyID, _ view: View) throws -> Agency {
        let found: Agency? = try view.first(
            """
            SELECT \(columns) FROM agency
            WHERE id = \(id) AND \(view.reach(.open), covers: "agency.id")
            """)
        guard let found else { throw AgencyRefusal.unknown }
        return found
    }

    /// The agency with `code` within the caller's reach, be it no more.
    package static func find(code: String, _ view: View) throws -> Agency? {
        try view.first(
            """
            SELECT \(columns) FROM agency
            WHERE code = \(code) AND \(view.reach(.open), covers: "agency.id")
            """)
    }

    /// The agencies directly under `superior`, in the order of their codes.
    package static func children(of superior: AgencyID, _ view: View) throws -> [Agency] {
        try view.all(
            """
            SELECT \(columns) FROM agency
            WHERE parentID = \(superior) AND removedAt IS NULL
              AND \(view.reach(.open), covers: "agency.id")
            ORDER BY \(order)
            """)
    }

    /// `top` and all that stands under it, each before what is under it.
    package static func subtree(of top: Agency, _ view: View) throws -> [Agency] {
        try view.all(
            """
            SELECT \(columns) FROM agency
            WHERE \(Reach.subtree(path: top.path.text), covers: "agency.id")
              AND removedAt IS NULL AND \(view.reach(.open), covers: "agency.id")
            ORDER BY path
            """)
    }

    /// The city, at the root of the tree; none before set-up.
    package static func city(_ session: any Session) throws -> Agency? {
        try session.first("SELECT \(columns) FROM agency WHERE parentID IS NULL ORDER BY id")
    }

    /// How the ledger keeps an agency. The path follows from the superiors and is left out.
    private var cells: [Cell] {
        [
            Cell("parentID", parentID), Cell("code", details.code), Cell("oid", details.oid),
            Cell("name", details.name), Cell("kind", details.kind), Cell("removedAt", removedAt),
        ]
    }

    /// - Parameter dating: from when a change holds, and by which letter; `nil` for a correction.
    func line(from before: Agency?, _ dating: AgencyDating? = nil) -> Line {
        let dated = [Cell("on", dating?.day), Cell("document", dating?.document)]
        return Line(
            record: RecordID(kind: Self.kind, uuid: id.uuid), before: before?.cells.ledgerText,
            after: (cells + dated).ledgerText)
    }
}

extension [Cell] {
    /// The columns in canonical JSON: keys in order, empty columns left out.
    var ledgerText: String {
        let members = filter { $0.value != .null }.sorted { $0.column.text < $1.column.text }
            .map { "\"\($0.column.text)\":\($0.value.json)" }
        return "{\(members.joined(separator: ","))}"
    }
}
