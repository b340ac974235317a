import Access
import Kernel
import Outline
import Storage

extension SearchSource {
    /// People by name, account, mail or telephone, for those who may see an agency's people.
    static let people = SearchSource(Term("人員", en: "People"), needs: .seePeople) { words, view in
        guard !words.isEmpty else { return [] }
        let reach = view.reach(.open)
        let agencies = reach.onlyAgency.map { [$0] } ?? []
        let question = try SearchQuestion(words.text, of: Person.kind, in: agencies)
            .lookingUpRareWords(in: view.session)
        // CROSS JOIN begins with the words, and ends with the last person that is shown.
        return try view.all(
            """
            SELECT item.id, item.name, agency.name, item.disabledAt
            FROM (\(question.records())) AS found CROSS JOIN person AS item
            CROSS JOIN agency
            WHERE item.id = found.recordID AND agency.id = item.agencyID
              AND \(passing: reach)
            LIMIT 200
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
