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

    /// What is done to the lists that are no registers.
    private var lists: [SearchAction] {
        [
            SearchAction(
                Term("新增機關", en: "Add: Agency"), "/agencies/new", needs: .manageAgencies),
            SearchAction(
                Term("匯入機關名單", en: "Import: List of organisations"), "/agencies/imports/new",
                needs: .manageAgencies),
            SearchAction(Term("新增人員", en: "Add: Person"), "/people/new", needs: .managePeople),
            SearchAction(
                Term("匯入人員", en: "Import: People"), "/people/imports/new", needs: .managePeople),
        ]
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
        return [report, calendar] + places + lists + acts
    }
}
