import Access
import HTML
import Kernel
import Outline
import Storage
import Web

extension SearchSource {
    /// What one can do, by its verb: everything in the menu, and what the registers allow.
    static func actions(_ actions: [SearchAction]) -> SearchSource {
        SearchSource(Term("動作", en: "Actions"), needs: nil) { words, view in
            actions.filter { action in
                action.needs.map(view.caller.may) ?? true
                    && (words.isEmpty || words.isWithin(action.term.zh)
                        || words.isWithin(action.term.en))
            }.map { SearchHit($0.term, path: $0.path) }
        }
    }

    /// Agencies by name, code or kind; each leads to its incidents.
    static let agencies = SearchSource(Term("機關", en: "Agencies"), needs: .seeIncidents) {
        words, view in
        guard !words.isEmpty else { return [] }
        return try view.all(
            """
            SELECT agency.id, agency.name, agency.code FROM agency
            WHERE \(view.reach(.open), covers: "agency.id") AND agency.removedAt IS NULL
              AND (\(words, within: "agency.name") OR \(words, within: "agency.code")
                OR agency.kind = \(words.text))
            ORDER BY LENGTH(agency.name), agency.name
            LIMIT 50
            """
        ) { row in
            let id = try row.next(AgencyID.self)
            let name = try row.next(String.self)
            let code = try row.next(String?.self)
            return SearchHit(
                Term(name, en: name),
                detail: Term(
                    [code, "看資安事件"].compactMap(\.self).joined(separator: "・"),
                    en: [code, "its incidents"].compactMap(\.self).joined(separator: " · ")),
                path: Path("incidents").with("agency", id.description))
        }
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
    /// The condition that a column has the words as they stand, whatever the case of Latin letters.
    fileprivate mutating func appendInterpolation(_ words: SearchWords, within column: SQLName) {
        let plain = words.text.lowercased().replacing("\\", with: "\\\\")
            .replacing("%", with: "\\%").replacing("_", with: "\\_")
        appendInterpolation("LOWER(\(column)) LIKE \("%\(plain)%") ESCAPE '\\'" as SQL)
    }
}
