import Access
import Kernel
import Statute
import Storage

/// An organisation as the law looks at it: its level, its kind and what hangs on them.
package struct JudgedAgency: Hashable, Sendable {
    package let id: AgencyID
    package let name: String
    package let code: String?
    /// What sort of organisation it is in the city's own words, as 國小.
    package let sort: String
    package let kind: OrganisationKind
    /// `nil` while nobody has filed one; it is then judged by the least that binds everybody.
    package let level: Level?
    /// The day it got its level; `nil` where nobody wrote it down: then as long as the law exists.
    package let classifiedOn: Day?
    package let hasSubordinates: Bool
    /// Where it stands in a list of agencies: by code, those without one last, then by name.
    package var place: Place { Place(code: code, name: name) }
    /// What registers say about it; what no register knows is not here, and leaves a duty standing.
    package var conditions: [Duty.Condition: Bool] = [:]

    package init(
        id: AgencyID, name: String, code: String?, sort: String, kind: OrganisationKind,
        level: Level?, classifiedOn: Day?, hasSubordinates: Bool
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.sort = sort
        self.kind = kind
        self.level = level
        self.classifiedOn = classifiedOn
        self.hasSubordinates = hasSubordinates
    }

    package struct Place: Hashable, Comparable, Sendable {
        let code: String?
        let name: String

        /// After all names.
        static let last = Place(code: nil, name: "\u{10FFFF}")

        package static func < (one: Place, other: Place) -> Bool {
            switch (one.code, other.code) {
            case (let code?, let otherCode?) where code != otherCode: code < otherCode
            case (_?, nil): true
            case (nil, _?): false
            default: one.name < other.name
            }
        }
    }

    /// What the law asks about; the city itself is asked as an organisation and as the city.
    func facts(since firstLaw: Day) -> [AgencyFacts] {
        let kinds: [OrganisationKind] = kind == .city ? [.agency, .city] : [kind]
        return kinds.map { kind in
            AgencyFacts(
                level: level ?? .least, kind: kind, classifiedOn: classifiedOn ?? firstLaw,
                conditions: conditions.merging([.hasSubordinates: hasSubordinates]) { $1 })
        }
    }
}

extension Level {
    /// The level that binds least.
    package static let least = Level.e
}

/// Where the facts about agencies come from.
package struct FactSource: Sendable {
    /// The kinds of records whose change may change a fact.
    package let reads: Set<RecordKind>
    /// The agencies of a reach as of a day, in one question; without their conditions.
    package let agencies: @Sendable (View, Reach, Day) throws -> [JudgedAgency]
    /// Whose facts such a record is about, where it is not the agency itself.
    package let owners: @Sendable (View, [RecordID]) throws -> [AgencyID]
    /// The conditions that registers tell.
    package let conditions: ConditionSource

    package init(
        reads: Set<RecordKind>, conditions: ConditionSource = .none,
        owners: @escaping @Sendable (View, [RecordID]) throws -> [AgencyID] = { _, _ in [] },
        agencies: @escaping @Sendable (View, Reach, Day) throws -> [JudgedAgency]
    ) {
        self.reads = reads
        self.agencies = agencies
        self.owners = owners
        self.conditions = conditions
    }

    /// The agencies of a reach with all that the law asks of them.
    package func judged(
        _ view: View, _ reach: Reach, _ day: Day
    ) throws -> [JudgedAgency] {
        let known = try conditions.answer(view, reach)
        return try agencies(view, reach, day).map { agency in
            var agency = agency
            agency.conditions = known[agency.id] ?? [:]
            return agency
        }
    }

    /// The tree of agencies itself.
    package static let tree = FactSource(reads: ["agency"]) { view, reach, _ in
        try view.all(
            """
            SELECT agency.id, agency.name, agency.code, agency.kind, agency.level,
              agency.parentID IS NULL,
              EXISTS (
                SELECT 1 FROM agency AS below
                WHERE below.parentID = agency.id AND below.removedAt IS NULL)
            FROM agency
            WHERE agency.removedAt IS NULL AND \(reach, covers: "agency.id")
            ORDER BY agency.id
            """
        ) { row in
            let id: AgencyID = try row.next()
            let name: String = try row.next()
            let code: String? = try row.next()
            let sort: String = try row.next()
            let level: String? = try row.next()
            let isCity: Bool = try row.next()
            return JudgedAgency(
                id: id, name: name, code: code, sort: sort,
                kind: isCity ? .city : OrganisationKind(sort: sort),
                level: level.flatMap(Level.init(rawValue:)), classifiedOn: nil,
                hasSubordinates: try row.next())
        }
    }
}

extension OrganisationKind {
    /// Schools by the words that the city sorts them with; everything else is an agency.
    package init(sort: String) {
        let ofSchools = [
            "國小", "國中", "高中", "高職", "高中職", "特教", "學校", "幼兒園", "大學", "學院",
        ]
        self = ofSchools.contains { sort.hasSuffix($0) } ? .school : .agency
    }
}
