import Access
import Foundation
import Kernel
import Registers

extension InformationSystem {
    /// The other side of a business's ties: the businesses that a system supports.
    static let ties = RegisterTies<InformationSystem>(
        settled: settled, follow: follow, related: related)

    /// The businesses as the register spells them, with those that already name a system that is
    /// new under its name; and whether one of them is core.
    private static func settled(
        _ change: Change, _ system: InformationSystem, _ old: InformationSystem?
    ) throws -> InformationSystem {
        let rows = try NamedRow.businesses(of: system.agencyID, change.view)
        var names = system.businesses
        if old?.name != system.name {
            for row in rows where row.names.contains(system.name) {
                names = names.adding(row.name)
            }
        }
        let (settled, businesses) = NameMatcher(rows).match(names)
        return system.supporting(settled, core: try hasCore(businesses, change.view))
            .reviewed(since: old, on: change.now.day)
    }

    private static func hasCore(_ businesses: [UUID], _ view: View) throws -> Bool {
        guard !businesses.isEmpty else { return false }
        let found: Int? = try view.value(
            """
            SELECT 1 FROM business
            WHERE id IN \(list: businesses) AND standing = \(BusinessStanding.core) LIMIT 1
            """)
        return found != nil
    }

    private static func follow(
        _ change: Change, _ system: InformationSystem, _ old: InformationSystem?
    ) throws {
        let id = system.head.uuid
        let rows = try NamedRow.businesses(of: system.agencyID, change.view)
        let now = NameMatcher(rows).match(system.businesses).keys
        let before = try BusinessSystem.businesses(of: id, change.view)
        for business in before where !now.contains(business) {
            try BusinessSystem.unlink(business, id, change)
            try change.revise(business: business) { $0.removing(old?.name ?? system.name) }
        }
        for business in now {
            try BusinessSystem.link(business, id, change)
            try change.revise(business: business) { names in
                names.replacing(old?.name ?? system.name, with: system.name).adding(system.name)
            }
        }
    }

    private static func related(
        _ view: View, _ system: InformationSystem
    ) throws -> [RelatedRows] {
        let businesses: [RelatedRows.Link] = try view.all(
            """
            SELECT business.id, business.name, business.standing
            FROM businessSystem JOIN business ON business.id = businessSystem.businessID
            WHERE businessSystem.systemID = \(system.head.uuid) AND business.removedAt IS NULL
            ORDER BY business.name, business.id
            """
        ) { row in
            let path = Business.register.place(try row.next())
            let name: String = try row.next()
            let standing: BusinessStanding = try row.next()
            return RelatedRows.Link(name, path, note: standing.term)
        }
        return try system.sameName(view) + [
            RelatedRows(
                "businesses", Term("業務清單裡的業務", en: "In the list of businesses"),
                none: Term(
                    "這個系統還沒有連到業務清單裡的業務。",
                    en: "It is not linked to a business of the list yet."), businesses)
        ]
    }
}

extension Change {
    /// Rewrites which systems a business names.
    fileprivate func revise(business: UUID, _ names: (Names) -> Names) throws {
        guard let old = try view.find(business, of: Business.self)?.row else { return }
        var new = old
        new.systems = old.systems.naming(names(old.systems.names))
        try update(new, from: old)
        try index(new)
    }
}
