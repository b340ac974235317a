import Access
import Duties
import Kernel
import Outline
import Storage

extension Chapter {
    /// Chapter 參 of the plan: the agency's information systems and how important they are.
    package static func systems(_ door: Door) -> Chapter {
        Chapter(
            number: 3,
            title: Term("業務（資通）系統及重要性評估", en: "Business systems and their importance"),
            registers: [
                OutlinedRegister<Business>(door: door),
                OutlinedRegister<InformationSystem>(door: door),
                OutlinedRegister<Circumstance>(door: door),
            ],
            proofs: [.systemsGraded, .gradingsReviewed, .gradingsReviewedByPlan],
            records: RecordSource.partsOfSystems, papers: [.businesses, .systems],
            routes: GradingReviewRoutes(door: door).routes,
            migrations: Migration.systems)
    }
}
