import Access
import Exchange
import Kernel
import Ledger
import Registers
import Storage

/// The yearly look at the gradings of an agency's systems (系統分級檢視).
package struct GradingReview: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Says of every system in use of the caller's agency that its grading was looked at today and
    /// stands, as one change.
    ///
    /// - Returns: how many were looked at, and the entry by which that is taken back; none where
    ///   all had been looked at today.
    /// - Throws: `GradingReviewRefusal.nothing` while no system is in use.
    @discardableResult
    package func confirmAll(by caller: Caller) async throws -> (count: Int, entry: EntryID?) {
        let systems = try await door.change(
            .reviewGradings, in: caller.agency, needs: .editSystems, by: caller
        ) { change in
            let systems = try change.view.rows(
                of: InformationSystem.self,
                where: """
                    item.agencyID = \(change.agency) AND item.removedAt IS NULL
                    AND item.state = 'inUse'
                    """)
            guard !systems.isEmpty else { throw GradingReviewRefusal.nothing }
            for system in systems {
                try change.update(system.gradingReviewed(on: change.now.day), from: system)
            }
            let new = systems.filter { $0.gradingReviewedOn != change.now.day }
            return (count: systems.count, new: new)
        }
        let entry = try await door.entry(
            of: .reviewGradings, writing: systems.new.first, by: caller)
        return (systems.count, entry)
    }
}

extension Verb {
    package static let ofSystems: [Verb] = [.reviewGradings]

    static let reviewGradings = Verb(
        "system.reviewGradings", Term("檢視系統分級", en: "reviewed gradings"))
}

/// Why gradings are not reviewed.
package enum GradingReviewRefusal: Refusal, Equatable {
    case nothing

    package var kind: RefusalKind { .conflict }
    package var code: String { "system.none_in_use" }
    package var message: Term {
        Term("沒有使用中的系統可以檢視，先登錄系統。", en: "No system is in use. Enter systems first.")
    }
}
