import Foundation
import Kernel
import Papers

/// One row of the list of what the plan demands, with what can prove it.
package struct Requirement: Hashable, Sendable {
    package let number: RequirementNumber
    /// The clause of the plan of February 2020 that asks for it, as 「伍/一/7」.
    package let clause: String
    package let sentence: Term
    /// The lists whose records prove it, by the plural noun of their addresses.
    package let records: [String]
    /// The duties of the law's data whose state tells whether it is met.
    package let duties: [String]
    package let papers: [PaperKind]

    /// Whether nothing in the product can prove it yet.
    package var hasNoProofYet: Bool { records.isEmpty && duties.isEmpty && papers.isEmpty }
}

/// A paper that the programme makes of its data.
package enum PaperKind: String, CaseIterable, Codable, Sendable {
    case plan, annex1, annex2, annex3, assets, systems

    package var term: Term {
        switch self {
        case .plan: Term("資通安全維護計畫", en: "Cybersecurity maintenance plan")
        case .annex1: Term("附件1 責任等級及專職(責)人員", en: "Annex 1: levels and security staff")
        case .annex2: Term("附件2 業務及重要性", en: "Annex 2: business and importance")
        case .annex3: Term("附件3 推動小組成員", en: "Annex 3: team members")
        case .assets: Term("資訊及資通系統資產清冊", en: "Asset register")
        case .systems: Term("資通系統清冊", en: "Systems")
        }
    }
}

/// The list of what the plan demands, as it comes with this release.
package struct RequirementList: Sendable {
    package let all: [Requirement]
    private let places: [RequirementNumber: Int]

    /// - Throws: `DecodingError` when the release's file is wrong.
    package static func bundled() throws -> RequirementList {
        guard
            let file = Bundle.module.url(
                forResource: "requirements", withExtension: "json", subdirectory: "Data")
        else { throw CocoaError(.fileNoSuchFile) }
        return try RequirementList(json: Data(contentsOf: file))
    }

    init(json: Data) throws {
        all = try JSONDecoder().decode([Requirement].self, from: json)
        places = Dictionary(all.enumerated().map { ($1.number, $0) }) { first, _ in first }
    }

    package subscript(_ number: RequirementNumber) -> Requirement? {
        places[number].map { all[$0] }
    }

    /// Which rows each clause of a plan answers, by the clause's id.
    ///
    /// A clause that names its rows has those. A plan read from a file names none: there a row
    /// stands at the clause of its path, or at the nearest one above that the plan has.
    package func byClause(of document: Document) -> [ClauseID: [Requirement]] {
        let placed = document.chapters.placed
        var found: [ClauseID: [Requirement]] = [:]
        let named = placed.filter { !$0.clause.requirements.isEmpty }
        for place in named {
            found[place.clause.id] = place.clause.requirements.compactMap { self[$0] }
        }
        guard named.isEmpty else { return found }
        let ids = Dictionary(placed.map { ($0.path, $0.clause.id) }) { first, _ in first }
        for requirement in all {
            if let id = Self.nearest(requirement.clause, in: ids) {
                found[id, default: []].append(requirement)
            }
        }
        return found
    }

    private static func nearest(_ path: String, in ids: [String: ClauseID]) -> ClauseID? {
        var rest = Substring(path)
        while true {
            if let id = ids[String(rest)] { return id }
            guard let end = rest.lastIndex(of: "/") else { return nil }
            rest = rest[..<end]
        }
    }
}

extension Requirement: Decodable {
    private enum Key: CodingKey {
        case row, clause, zh, en, records, duties, papers
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let row = try members.decode(String.self, forKey: .row)
        guard let number = RequirementNumber(row) else {
            throw DecodingError.dataCorruptedError(
                forKey: .row, in: members, debugDescription: row)
        }
        self.number = number
        clause = try members.decode(String.self, forKey: .clause)
        sentence = Term(
            try members.decode(String.self, forKey: .zh),
            en: try members.decode(String.self, forKey: .en))
        records = try members.decodeIfPresent([String].self, forKey: .records) ?? []
        duties = try members.decodeIfPresent([String].self, forKey: .duties) ?? []
        papers = try members.decodeIfPresent([PaperKind].self, forKey: .papers) ?? []
    }
}
