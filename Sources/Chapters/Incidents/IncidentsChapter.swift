import Access
import Kernel
import Outline
import Statute
import Storage
import Web

extension Chapter {
    /// Chapter 壹拾 of the plan: incidents, their clocks and drills.
    package static func incidents(_ door: Door, _ law: LawShelf) -> Chapter {
        let desk = IncidentDesk(door: door, law: law)
        return Chapter(
            number: 10,
            title: Term("資通安全事件通報、應變及演練", en: "Incidents"),
            registers: [],
            places: [
                NavigationItem(
                    Term("資安事件", en: "Incidents"), "/incidents", .needs(.reportIncidents))
            ],
            proofs: [.notificationDrill],
            records: [RecordSource.incidents, .incidentDrills]
                + IncidentLevel.allCases.map(RecordSource.confirmed),
            routes: IncidentRoutes(desk: desk).routes + IncidentAPI(desk: desk).routes,
            searches: [.incidents], migrations: Migration.incidents)
    }
}
