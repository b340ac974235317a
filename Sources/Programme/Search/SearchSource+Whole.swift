import Access
import Agencies
import HTML
import Kernel
import Outline
import Plan
import Statute
import Storage
import Web

extension SearchSource {
    /// What one can do, by its verb: everything in the menu, and what the registers allow.
    static func actions(_ actions: [SearchAction]) -> SearchSource {
        SearchSource(Term("動作", en: "Actions"), needs: nil) { words, view in
            actions.filter { action in
                action.needs.map(view.caller.may) ?? true
                    && (words.isEmpty || words.standInOrder(in: action.term.zh)
                        || words.isWithin(action.term.en))
            }.map { SearchHit($0.term, path: $0.path) }
        }
    }

    /// Agencies by name, one of before too and as people shorten it, by code or kind, those that are
    /// no more last; each leads to its own page.
    static let agencies = SearchSource(Term("機關", en: "Agencies"), needs: .seeAgencies) {
        words, view in
        guard !words.isEmpty else { return [] }
        let names = SearchWords(words.text.asInAgencyNames)
        return try view.all(
            """
            SELECT agency.id, \(Agency.nameMarked), agency.code, agency.kind FROM agency
            WHERE \(view.reach(.open), covers: "agency.id")
              AND (\(words, within: "agency.name") OR \(names, within: "agency.name")
                OR \(words, within: "agency.code")
                OR agency.kind = \(words.text)
                OR EXISTS (SELECT 1 FROM agencyPeriod WHERE agencyPeriod.agencyID = agency.id
                  AND (\(words, within: "agencyPeriod.name")
                    OR \(names, within: "agencyPeriod.name"))))
            ORDER BY CASE WHEN agency.removedAt IS NULL THEN 0 ELSE 1 END,
              LENGTH(agency.name), agency.name
            LIMIT 50
            """
        ) { row in
            let id = try row.next(AgencyID.self)
            let name = try row.next(String.self)
            let code = try row.next(String?.self)
            let kind = try row.next(String.self)
            return SearchHit(
                Term(name, en: name),
                detail: Term(
                    [code, kind].compactMap(\.self).joined(separator: "・"),
                    en: [code, kind].compactMap(\.self).joined(separator: " · ")),
                path: Path("agencies", id.description))
        }
    }
}

extension SearchSource {
    /// What the law and the city ask, by its name; each leads to how it stands at the reader's own
    /// agency.
    static func duties(_ law: LawShelf) -> SearchSource {
        SearchSource(Term("應辦事項", en: "Duties"), needs: .seeDuties) { words, view in
            guard !words.isEmpty else { return [] }
            return law.law.duties(on: view.now.day).map(\.rule).filter { rule in
                words.isWithin(rule.term.zh) || words.isWithin(rule.term.en)
            }.map { rule in
                SearchHit(rule.term, detail: rule.citation.term, path: Path("duties", rule.id))
            }
        }
    }

    /// The papers that are made of the data, by their names.
    static let papers = SearchSource(Term("文件", en: "Papers"), needs: .seePlan) { words, view in
        guard !words.isEmpty else { return [] }
        return PaperKind.allCases.filter { kind in
            kind.permissions.allSatisfy(view.caller.may)
                && (words.isWithin(kind.term.zh) || words.isWithin(kind.term.en))
        }.map { SearchHit($0.term, path: Path("papers", $0.rawValue)) }
    }
}

/// Something that can be done, as the search offers it.
struct SearchAction: Sendable {
    let term: Term
    let path: Path
    let needs: Permission?

    init(_ term: Term, _ path: Path, needs: Permission?) {
        self.term = term
        self.path = path
        self.needs = needs
    }

    /// What a link of the menu or of a register does.
    init(_ item: NavigationItem) {
        self.init(item.term, item.path, needs: item.permission)
    }
}

extension NavigationItem {
    /// Without which the place is none.
    var permission: Permission? {
        if case .needs(let permission) = audience { permission } else { nil }
    }
}

extension SQL.StringInterpolation {
    /// The condition that a column has the words as they stand, whatever the case of Latin letters;
    /// 「台北市」 is 「臺北市」.
    fileprivate mutating func appendInterpolation(_ words: SearchWords, within column: SQLName) {
        let plain = words.text.lowercased().replacing("台", with: "臺").replacing("\\", with: "\\\\")
            .replacing("%", with: "\\%").replacing("_", with: "\\_")
        appendInterpolation(
            "REPLACE(LOWER(\(column)), '台', '臺') LIKE \("%\(plain)%") ESCAPE '\\'" as SQL)
    }
}
