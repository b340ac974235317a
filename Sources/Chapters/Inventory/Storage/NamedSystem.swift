import Access
import Foundation
import Kernel
import Storage
import Systems

/// A system as assets follow it.
struct NamedSystem: Sendable {
    let uuid: UUID
    let name: String
    let need: ProtectionNeed?
    let isCore: Bool
}

extension NamedSystem: RowDecodable {
    init(_ row: inout RowReader) throws {
        uuid = try row.next()
        name = try row.next()
        need = try row.next()
        isCore = try row.next()
    }

    /// The names of all systems of `agency`, for forms to offer and imports to know again.
    static func names(of agency: AgencyID, _ view: View) throws -> [String] {
        try view.values(
            """
            SELECT DISTINCT name FROM informationSystem
            WHERE agencyID = \(agency) AND removedAt IS NULL ORDER BY name
            """)
    }

    /// The systems of `agency` with one of `names`, by name; a name that two share is left out.
    static func unique(
        _ names: Set<String>, of agency: AgencyID, _ view: View
    ) throws -> [String: NamedSystem] {
        guard !names.isEmpty else { return [:] }
        let found: [NamedSystem] = try view.all(
            """
            SELECT id, name, need, core FROM informationSystem
            WHERE agencyID = \(agency) AND removedAt IS NULL AND name IN \(list: names.sorted())
            """)
        return Dictionary(grouping: found, by: \.name).compactMapValues {
            $0.count == 1 ? $0[0] : nil
        }
    }
}
