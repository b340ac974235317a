import Access
import Foundation
import Kernel
import Registers
import Storage

/// Which business depends on which system: the names of both sides, resolved.
///
/// The words stand in the rows and their history in the ledger; this table follows from them, as an
/// index of searches does.
enum BusinessSystem {
    static func systems(of business: UUID, _ view: View) throws -> [UUID] {
        try view.values("SELECT systemID FROM businessSystem WHERE businessID = \(business)")
    }

    static func businesses(of system: UUID, _ view: View) throws -> [UUID] {
        try view.values("SELECT businessID FROM businessSystem WHERE systemID = \(system)")
    }

    static func link(_ business: UUID, _ system: UUID, _ change: Change) throws {
        try change.view.session.execute(
            """
            INSERT INTO businessSystem (businessID, systemID) VALUES (\(business), \(system))
            ON CONFLICT DO NOTHING
            """)
    }

    static func unlink(_ business: UUID, _ system: UUID, _ change: Change) throws {
        try change.view.session.execute(
            """
            DELETE FROM businessSystem
            WHERE businessID = \(business) AND systemID = \(system)
            """)
    }

    /// Whether core business that is in use depends on the system.
    static func supportsCoreBusiness(_ system: UUID, _ view: View) throws -> Bool {
        let found: Int? = try view.value(
            """
            SELECT 1 FROM businessSystem JOIN business ON business.id = businessSystem.businessID
            WHERE businessSystem.systemID = \(system) AND business.removedAt IS NULL
              AND business.standing = \(BusinessStanding.core)
            LIMIT 1
            """)
        return found != nil
    }
}

/// What a name in a register of the agency stands for.
struct NamedRow: RowDecodable {
    let id: UUID
    let name: String
    /// The names of the other side that stand in it.
    let names: Names

    init(_ row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        names = try row.next()
    }

    static func systems(of agency: AgencyID, _ view: View) throws -> [NamedRow] {
        try view.all(
            """
            SELECT id, name, business FROM informationSystem
            WHERE agencyID = \(agency) AND removedAt IS NULL ORDER BY name, id
            """)
    }

    static func businesses(of agency: AgencyID, _ view: View) throws -> [NamedRow] {
        try view.all(
            """
            SELECT id, name, systems FROM business
            WHERE agencyID = \(agency) AND removedAt IS NULL ORDER BY name, id
            """)
    }
}

extension NameMatcher<UUID> {
    init(_ rows: [NamedRow]) {
        self.init(rows.map { (key: $0.id, name: $0.name) })
    }
}
