import Access
import Exchange
import Kernel
import Outline
import Statute
import Storage
import Web

extension Chapter {
    /// Chapter 貳 of the plan: the organisations that it binds.
    ///
    /// - Parameter panels: what other chapters show on the page of an agency.
    package static func agencies(
        _ door: Door, _ law: LawShelf, panels: [AgencyPanel] = []
    ) -> Chapter {
        Chapter(
            number: 2,
            title: Term("適用範圍", en: "Scope"),
            registers: [OutlinedRegister<AgencyKind>(door: door)],
            places: [
                NavigationItem(Term("機關", en: "Agencies"), "/agencies", .needs(.seeAgencies))
            ],
            proofs: [.levelsFiled],
            records: [.levelDecisions, .contacts, .below, .periods],
            exchanges: [ExchangeDesk(.agencies, door: door)],
            routes: AgencyRoutes(door: door, law: law, panels: panels).routes
                + AgencyAPI(door: door).routes
                + AgencyContactsAPI(desk: AgencyDesk(door: door)).routes
                + AgencyHistoryRoutes(door: door).routes,
            migrations: Migration.agencies)
    }
}
