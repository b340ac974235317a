import Access
import Agencies
import Kernel
import Storage

extension AgencyOnDay {
    /// As papers list them: each superior before those under it, those under one superior as they
    /// were given.
    static func inPaperOrder(_ all: [AgencyOnDay]) -> [AgencyOnDay] {
        all.inTreeOrder(id: \.id, superior: \.superior)
    }
}

extension Agency {
    /// Where each agency of a reach stands in the tree, those that are no more among them.
    static func paths(within reach: Reach, _ view: View) throws -> [AgencyID: AgencyPath] {
        let rows = try view.all(
            "SELECT id, path FROM agency WHERE \(reach, covers: "agency.id")"
        ) { row in (try row.next(AgencyID.self), try row.next(AgencyPath.self)) }
        return Dictionary(rows) { $1 }
    }

    /// The agencies of a reach that there are, each superior before those under it, those under
    /// one superior by their codes.
    static func inPaperOrder(within reach: Reach, _ view: View) throws -> [Agency] {
        let all: [Agency] = try view.all(
            """
            SELECT \(columns) FROM agency
            WHERE removedAt IS NULL AND \(reach, covers: "agency.id")
            ORDER BY \(order)
            """)
        return all.inTreeOrder(id: \.id, superior: \.parentID)
    }
}

extension Array {
    /// Each member before those under it; members whose superior is not here stand on top.
    fileprivate func inTreeOrder(
        id: (Element) -> AgencyID, superior: (Element) -> AgencyID?
    ) -> [Element] {
        let known = Set(map(id))
        let below = Dictionary(grouping: self) { element in
            superior(element).flatMap { known.contains($0) ? $0 : nil }
        }
        var ordered: [Element] = []
        func add(under superior: AgencyID?) {
            for element in below[superior] ?? [] {
                ordered.append(element)
                add(under: id(element))
            }
        }
        add(under: nil)
        return ordered
    }
}
