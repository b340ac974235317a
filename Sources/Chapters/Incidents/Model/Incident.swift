import Access
import Kernel
import Statute

/// What an `IncidentID` names.
package enum IncidentSubject {}
package typealias IncidentID = ID<IncidentSubject>

/// A security incident of an agency (壹拾, 資通安全事件通報及應變辦法), or a drill of one.
///
/// The row holds what is so now; `IncidentStep` keeps what was said and done on the way.
package struct Incident: Hashable, Sendable {
    package let id: IncidentID
    package let agencyID: AgencyID
    package var version: Int
    package let number: IncidentNumber
    package var report: IncidentReport
    package var account: IncidentAccount?
    package var effect: IncidentEffect?
    package var judgement: LevelJudgement?
    /// The level that a superior confirmed last.
    package var confirmedLevel: IncidentLevel?
    /// The number that the national notification site gave back.
    package var receipt: String?
    package var marks = IncidentMarks()

    package var isDrill: Bool { number.isDrill }
    // The optimiser of Swift 6.3.1 crashes on `judgement?.level` where it is inlined.
    package var level: IncidentLevel? { judgement.map { $0.level } }
    package var isOver: Bool { marks.closedAt != nil || marks.withdrawnAt != nil }

    /// What people call it, as in 「網頁被改」.
    package var title: Term {
        account?.kind.term ?? Term("還沒說明的事件", en: "Not told yet")
    }
}

/// Who knew of an incident, and when: the first thing that is saved.
package struct IncidentReport: Hashable, Sendable {
    /// When the agency knew (知悉), as entered; the clocks of the law run from it.
    package var knownAt: Instant
    /// When the server took the report.
    package let reportedAt: Instant
    /// None where a program or the console reported.
    package let reporter: PersonID?
    package let reporterName: String
}

/// What happened, as told.
package struct IncidentAccount: Hashable, Sendable {
    package let kind: IncidentKind
    package let words: String

    package init(kind: IncidentKind, words: String) {
        self.kind = kind
        self.words = words
    }
}

/// The level that an incident has by those who report it, and what the rule proposed.
package struct LevelJudgement: Hashable, Sendable {
    package let level: IncidentLevel
    /// What the table of levels makes of the facts, and by which row.
    package let proposed: IncidentLevel
    package let decidedBy: String
    /// Why the level is another than the one proposed.
    package let reason: String?

    package init(
        level: IncidentLevel, proposed: IncidentLevel, decidedBy: String, reason: String? = nil
    ) {
        self.level = level
        self.proposed = proposed
        self.decidedBy = decidedBy
        self.reason = reason
    }
}

/// The moments that have come; the clocks stop at them, and some start.
package struct IncidentMarks: Hashable, Sendable {
    package var notifiedAt: Instant?
    /// When the superior had the notification that it reviews.
    package var receivedAt: Instant?
    package var levelChangedAt: Instant?
    package var renotifiedAt: Instant?
    package var reviewedAt: Instant?
    /// When the superior passed its review on to the authority.
    package var toldAt: Instant?
    package var containedAt: Instant?
    /// When the improvement report was handed in.
    package var reportFiledAt: Instant?
    /// When the result of a drill was handed in.
    package var resultFiledAt: Instant?
    package var closedAt: Instant?
    package var withdrawnAt: Instant?
}

/// How far an incident has come, as lists tell it.
package enum IncidentPhase: CaseIterable, Sendable {
    case untold, unnotified, uncontained, unreported, closable, closed, withdrawn

    package var term: Term {
        switch self {
        case .untold: Term("待補內容", en: "Details missing")
        case .unnotified: Term("待通報", en: "To be notified")
        case .uncontained: Term("處理中", en: "Being handled")
        case .unreported: Term("待改善報告", en: "Report due")
        case .closable: Term("待結案", en: "To be closed")
        case .closed: Term("已結案", en: "Closed")
        case .withdrawn: Term("誤報撤回", en: "Withdrawn")
        }
    }
}

extension Incident {
    package var phase: IncidentPhase {
        if marks.withdrawnAt != nil { return .withdrawn }
        if marks.closedAt != nil { return .closed }
        if level == nil { return .untold }
        if marks.notifiedAt == nil || owesRenotification { return .unnotified }
        if marks.containedAt == nil { return .uncontained }
        return marks.reportFiledAt == nil ? .unreported : .closable
    }

    /// Whether the level changed since the agency last notified.
    package var owesRenotification: Bool {
        marks.levelChangedAt != nil && marks.renotifiedAt == nil
    }
}
