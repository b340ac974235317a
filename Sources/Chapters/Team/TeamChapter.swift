import Access
import Kernel
import Outline
import Storage

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
            ],
            proofs: [.ciso, .rosterConfirmed],
            papers: [.agencies, .team],
            routes: TeamRoutes(door: door).routes,
            migrations: Migration.team)
    }
}
