import Access
import Exchange
import HTML
import Kernel
import Outline
import Storage
import Web

extension Chapter {
    /// Chapter 伍 of the plan: who drives security in the agency.
    package static func team(_ door: Door) -> Chapter {
        Chapter(
            number: 5,
            title: Term("資通安全推動組織", en: "Organisation"),
            registers: [
                OutlinedRegister<CISOAppointment>(door: door),
                OutlinedRegister<TeamMember>(door: door),
                OutlinedRegister<TeamGroup>(door: door),
                OutlinedRegister<Certificate>(door: door),
            ],
            places: [
                NavigationItem(Term("人員", en: "People"), "/people", .needs(.seePeople)),
                NavigationItem(
                    Term("邀請", en: "Invitations"), "/invitations", .needs(.managePeople)),
            ],
            proofs: [.ciso, .rosterConfirmed, .staff, .licences, .competences],
            records: RecordSource.partsOfTeam, papers: [.agencies, .team],
            exchanges: [ExchangeDesk(.people, door: door)],
            routes: TeamRoutes(door: door).routes + PeopleRoutes(door: door).routes
                + PeopleAPI(door: door).routes + TeamAPI(door: door).routes,
            searches: [.people],
            migrations: Migration.team)
    }
}
