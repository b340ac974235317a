import Kernel
import Outline
import Web

extension Programme {
    /// The search over the whole programme: first what one can do, then what there is.
    var search: Search {
        Search(
            door: door,
            sources: [.actions(actions), .agencies] + chapters.flatMap(\.searches)
                + [.duties(law), .papers])
    }

    private var actions: [SearchAction] {
        let report = SearchAction(
            Term("通報資安事件", en: "Report an incident"), "/incidents/new",
            needs: .reportIncidents)
        let acts = chapters.flatMap(\.registers).flatMap(\.acts).map { SearchAction($0) }
        let places = chapters.flatMap(\.navigation).map { item in
            SearchAction(
                Term("看\(item.term.zh)", en: "Go to \(item.term.en)"), item.path,
                needs: item.permission)
        }
        let calendar = SearchAction(
            Term("看行事曆", en: "Go to the calendar"), "/calendar", needs: .seeDuties)
        return [report, calendar] + acts + places
    }
}
