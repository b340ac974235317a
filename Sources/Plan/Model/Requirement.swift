import Foundation
import Kernel
import Papers

/// One row of the list of what the plan demands, with what can prove it.
package struct Requirement: Hashable, Sendable {
    package let number: RequirementNumber
    /// The clause of the plan of February 2020 that asks for it, as 「伍/一/7」.
    package let clause: String
    package let sentence: Term
    package let lists: Lists
    /// The duties of the law's data whose state tells whether it is met.
    package let duties: [String]
    /// Whether the plan asks it of every organisation, whatever the law exempts its level from.
    package let isAskedOfAll: Bool
    package let papers: [PaperKind]
    package let figures: [PlanFigure]
    /// What the programme does by itself; `nil` where people do it.
    package let builtIn: Term?
    /// What of it nobody can record yet; while that is so, and no duty tells, the row stays open.
    package let missing: Term?
    /// What somebody can do meanwhile.
    package let meanwhile: Meanwhile?

    /// The lists beside a row, by the names of their `RecordSource`.
    package struct Lists: Hashable, Sendable {
        /// Whose records prove it.
        package var proving: [String] = []
        /// Whose records it is about, and which prove nothing by being there.
        package var related: [String] = []
        /// Without any of these there is nothing to prove.
        package var cases: [String] = []
        /// Whose records say what is still missing.
        package var gaps: [String] = []
        /// How many records of some lists a year may have at most.
        package var limit: Limit?

        /// What the records of one of them say.
        func role(of name: String) -> Support.Role {
            if gaps.contains(name) { return .gap }
            if cases.contains(name) { return .condition }
            if limit?.lists.contains(name) ?? false { return .limited }
            return proving.contains(name) ? .proof : .related
        }

        /// All of them, each once, those that prove it first.
        package var all: [String] {
            var seen: Set<String> = []
            return (proving + (limit?.lists ?? []) + cases + gaps + related).filter {
                seen.insert($0).inserted
            }
        }
    }

    /// What can be done for a row as long as no list keeps what proves it, and where.
    package struct Meanwhile: Hashable, Sendable {
        package let words: Term
        package let place: Place

        package enum Place: Hashable, Sendable {
            /// A duty with whose declaration the evidence is kept.
            case duty(String)
            /// A list that takes it in words, by the name of its `RecordSource`.
            case list(String)
        }
    }

    package struct Limit: Hashable, Sendable, Decodable {
        package let lists: [String]
        package let most: Int
    }
}

/// A figure that no single list gives.
package enum PlanFigure: String, Codable, Sendable {
    /// What the agency owes in the year, by state.
    case duties
    /// The law that the plan cites, and how much of it moved.
    case citations
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

extension Requirement: Decodable {
    private enum Key: String, CodingKey {
        case row, clause, zh, en, records, related, cases, gaps, limit, duties, all, papers
        case figures, builtIn, missing, now
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func names(_ key: Key) throws -> [String] {
            try members.decodeIfPresent([String].self, forKey: key) ?? []
        }
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
        lists = Lists(
            proving: try names(.records), related: try names(.related), cases: try names(.cases),
            gaps: try names(.gaps), limit: try members.decodeIfPresent(Limit.self, forKey: .limit))
        duties = try names(.duties)
        isAskedOfAll = try members.decodeIfPresent(Bool.self, forKey: .all) ?? false
        papers = try members.decodeIfPresent([PaperKind].self, forKey: .papers) ?? []
        figures = try members.decodeIfPresent([PlanFigure].self, forKey: .figures) ?? []
        func words(_ key: Key) throws -> Term? {
            try members.decodeIfPresent([String].self, forKey: key).flatMap {
                $0.count == 2 ? Term($0[0], en: $0[1]) : nil
            }
        }
        builtIn = try words(.builtIn)
        missing = try words(.missing)
        meanwhile = try members.decodeIfPresent(Meanwhile.self, forKey: .now)
    }
}

extension Requirement.Meanwhile: Decodable {
    private enum Key: String, CodingKey { case zh, en, duty, list }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        words = Term(
            try members.decode(String.self, forKey: .zh),
            en: try members.decode(String.self, forKey: .en))
        if let duty = try members.decodeIfPresent(String.self, forKey: .duty) {
            place = .duty(duty)
        } else {
            place = .list(try members.decode(String.self, forKey: .list))
        }
    }
}
