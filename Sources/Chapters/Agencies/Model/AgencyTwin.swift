import Access
import Kernel
import Sheets
import Storage

/// An agency whose name is another's but for its spelling: 「台北市立圖書館」 and 「臺北市立圖書館」.
package struct AgencyTwin: Hashable, Sendable {
    package let id: AgencyID
    package let name: String
    package let code: String?

    /// The agencies of the list whose name is `name`, however it is spelled.
    package static func like(_ name: String, _ view: View) throws -> [AgencyTwin] {
        let wanted = name.comparable
        return try all(view).filter { $0.name.comparable == wanted }
    }

    /// The agencies that stand in the list under more than one spelling.
    package static func pairs(_ agencies: [AgencyOnDay]) -> [[AgencyTwin]] {
        let twins = agencies.map { AgencyTwin(id: $0.id, name: $0.name, code: $0.code) }
        return Dictionary(grouping: twins) { $0.name.comparable }.values
            .filter { $0.count > 1 }
            .sorted { $0[0].name < $1[0].name }
    }

    private static func all(_ view: View) throws -> [AgencyTwin] {
        try view.all(
            """
            SELECT id, name, code FROM agency
            WHERE removedAt IS NULL AND \(view.reach(.open), covers: "agency.id")
            ORDER BY \(Agency.order)
            """
        ) { AgencyTwin(id: try $0.next(), name: try $0.next(), code: try $0.next()) }
    }
}
