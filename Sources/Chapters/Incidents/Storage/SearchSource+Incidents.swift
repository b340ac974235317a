import Access
import Kernel
import Outline
import Storage
import Web

extension SearchSource {
    /// Incidents and drills by number and by what was told of them.
    static let incidents = SearchSource(
        Term("資安事件", en: "Incidents"), needs: .reportIncidents
    ) { words, view in
        guard !words.isEmpty else { return [] }
        let reach = view.reach(.open)
        return try view.all(
            """
            SELECT \(Incident.columns), agency.name
            FROM incident JOIN agency ON agency.id = incident.agencyID
            WHERE \(Incident.visible(to: view)) AND \(
              search: words.text, of: Incident.kind, id: "incident.id", in: reach.onlyAgency)
            ORDER BY incident.id DESC
            LIMIT 20
            """
        ) { row in
            let incident = try Incident(&row)
            let agency = try row.next(String.self)
            return SearchHit(
                incident.heading, detail: Term(agency, en: agency), path: incident.place)
        }
    }
}
