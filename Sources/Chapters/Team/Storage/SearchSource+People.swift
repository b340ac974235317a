import Access
import Kernel
import Outline
import Storage

extension SearchSource {
    /// People by name, account, mail or telephone, for those who may see an agency's people.
    static let people = SearchSource(Term("人員", en: "People"), needs: .seePeople) { words, view in
        guard !words.isEmpty else { return [] }
        let reach = view.reach(.open)
        return try view.all(
            """
            SELECT person.id, person.name, agency.name, person.disabledAt
            FROM person JOIN agency ON agency.id = person.agencyID
            WHERE person.id IN (
              SELECT searchEntry.recordID FROM searchEntry
              WHERE \(reach, covers: "searchEntry.agencyID") AND \(
                search: words.text, of: Person.kind, id: "searchEntry.recordID",
                in: reach.onlyAgency)
              LIMIT 200)
            """
        ) { row in
            let id: PersonID = try row.next()
            let name: String = try row.next()
            let agency: String = try row.next()
            let closedAt: Instant? = try row.next()
            return SearchHit(
                Term(name, en: name),
                detail: closedAt == nil
                    ? Term(agency, en: agency)
                    : Term("\(agency)・帳號停用", en: "\(agency) · account closed"),
                path: .person(id))
        }
    }
}
