import Access
import Foundation
import Kernel
import Registers

extension Business {
    /// A business and the systems that it names know each other: a name written on either side is
    /// written on both, and a system that core business depends on is core.
    static let ties = RegisterTies<Business>(
        settled: settled, follow: follow, related: related)

    /// The systems as the register spells them, with those that already name a business that is
    /// new under its name.
    private static func settled(
        _ change: Change, _ business: Business, _ old: Business?
    ) throws -> Business {
        let rows = try NamedRow.systems(of: business.agencyID, change.view)
        var names = business.systems.names
        if old?.name != business.name {
            for row in rows where row.names.contains(business.name) {
                names = names.adding(row.name)
            }
        }
        names = NameMatcher(rows).match(names).names
        guard names != business.systems.names else { return business }
        var settled = business
        settled.systems = business.systems.naming(names)
        return settled
    }

    private static func follow(
        _ change: Change, _ business: Business, _ old: Business?
    ) throws {
        let id = business.head.uuid
        let rows = try NamedRow.systems(of: business.agencyID, change.view)
        let now = NameMatcher(rows).match(business.systems.names).keys
        let before = try BusinessSystem.systems(of: id, change.view)
        for system in before where !now.contains(system) {
            try BusinessSystem.unlink(id, system, change)
            try change.revise(system: system) { $0.removing(old?.name ?? business.name) }
        }
        for system in now {
            try BusinessSystem.link(id, system, change)
            try change.revise(system: system) { names in
                names.replacing(old?.name ?? business.name, with: business.name)
                    .adding(business.name)
            }
        }
    }

    private static func related(_ view: View, _ business: Business) throws -> [RelatedRows] {
        let systems: [RelatedRows.Link] = try view.all(
            """
            SELECT informationSystem.id, informationSystem.name, informationSystem.core
            FROM businessSystem
            JOIN informationSystem ON informationSystem.id = businessSystem.systemID
            WHERE businessSystem.businessID = \(business.head.uuid)
              AND informationSystem.removedAt IS NULL
            ORDER BY informationSystem.name, informationSystem.id
            """
        ) { row in
            let path = InformationSystem.register.place(try row.next())
            let name: String = try row.next()
            let isCore: Bool = try row.next()
            return RelatedRows.Link(
                name, path, note: isCore ? Term("核心資通系統", en: "Core system") : nil)
        }
        return [
            RelatedRows(
                "systems", Term("系統清冊裡的資通系統", en: "In the register of systems"),
                none: Term(
                    "這項業務還沒有連到系統清冊裡的系統。",
                    en: "It is not linked to a system of the register yet."), systems)
        ]
    }
}

extension Change {
    /// Rewrites which businesses a system names, and whether it supports core business.
    fileprivate func revise(system: UUID, _ names: (Names) -> Names) throws {
        guard let old = try view.find(system, of: InformationSystem.self)?.row else { return }
        let new = old.supporting(
            names(old.businesses),
            core: try BusinessSystem.supportsCoreBusiness(system, view))
        try update(new, from: old)
        try index(new)
    }
}
