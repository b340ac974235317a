import Kernel
import Statute

// What can become of an incident. Each checks that it is in order now; times were checked before.
extension Incident {
    /// Tells what happened, or tells it better.
    mutating func describe(_ account: IncidentAccount) throws(IncidentRefusal) {
        try checkOpen()
        self.account = account
    }

    /// Tells what was harmed. The level is judged anew after it.
    mutating func affect(_ effect: IncidentEffect) throws(IncidentRefusal) {
        try checkOpen()
        self.effect = effect
    }

    /// Corrects when the agency knew. Every clock that runs from it moves.
    mutating func correct(knownAt: Instant) throws(IncidentRefusal) {
        try checkOpen()
        report.knownAt = knownAt
    }

    /// The first moment that has come; the agency knew no later.
    var firstMoment: Instant {
        [marks.notifiedAt, marks.containedAt].compactMap(\.self).min() ?? report.reportedAt
    }

    /// Gives the level. One that changes after the agency notified is notified again, and reviewed
    /// again; what was confirmed stays until then.
    mutating func judge(_ judgement: LevelJudgement, at now: Instant) throws(IncidentRefusal) {
        try checkOpen()
        guard account != nil else { throw .untold(number) }
        let isChange = level != nil && level != judgement.level
        self.judgement = judgement
        guard isChange, marks.notifiedAt != nil else { return }
        marks.levelChangedAt = now
        marks.renotifiedAt = nil
        marks.reviewedAt = nil
        marks.toldAt = nil
    }

    /// Notes that the agency notified (通報), at first or of a changed level.
    ///
    /// - Returns: which of the two it was.
    mutating func notify(
        at moment: Instant, receipt: String?
    ) throws(IncidentRefusal) -> IncidentStep.Kind {
        try checkOpen()
        if let receipt { self.receipt = receipt }
        if marks.notifiedAt == nil {
            marks.notifiedAt = moment
            marks.receivedAt = moment
            return .notified
        }
        guard owesRenotification else { throw .nothingToNotify }
        marks.renotifiedAt = moment
        if marks.reviewedAt == nil { marks.receivedAt = moment }
        return .renotified
    }

    /// The superior confirms the level or changes it (審核). A changed one is notified again.
    mutating func review(as level: IncidentLevel, at now: Instant) throws(IncidentRefusal) {
        guard marks.withdrawnAt == nil else { throw .over(number) }
        guard let judgement else { throw .untold(number) }
        guard marks.receivedAt != nil else { throw .notReceived }
        marks.reviewedAt = now
        marks.toldAt = nil
        confirmedLevel = level
        guard level != judgement.level else { return }
        self.judgement = LevelJudgement(
            level: level, proposed: judgement.proposed, decidedBy: judgement.decidedBy,
            reason: judgement.reason)
        guard marks.closedAt == nil else { return }
        marks.levelChangedAt = now
        marks.renotifiedAt = nil
    }

    /// The superior told the authority of its review.
    mutating func tellAuthority(at moment: Instant) throws(IncidentRefusal) {
        guard marks.withdrawnAt == nil else { throw .over(number) }
        guard marks.reviewedAt != nil else { throw .notReviewed }
        marks.toldAt = moment
    }

    /// Damage is controlled, or service restored.
    mutating func contain(at moment: Instant) throws(IncidentRefusal) {
        try checkOpen()
        marks.containedAt = moment
    }

    /// The improvement report (調查、處理及改善報告) was handed in.
    mutating func fileReport(at moment: Instant) throws(IncidentRefusal) {
        try checkOpen()
        guard marks.containedAt != nil else { throw .notContained }
        marks.reportFiledAt = moment
    }

    /// The result of the drill was handed in.
    mutating func fileResult(at moment: Instant) throws(IncidentRefusal) {
        guard isDrill else { throw .notADrill }
        guard marks.closedAt != nil else { throw .drillGoesOn }
        marks.resultFiledAt = moment
    }

    /// It was a false alarm. The number stays taken.
    mutating func withdraw(at now: Instant) throws(IncidentRefusal) {
        try checkOpen()
        marks.withdrawnAt = now
    }

    /// Ends it, once the agency owes nothing more.
    mutating func close(at now: Instant, owed: [ClockMark]) throws(IncidentRefusal) {
        try checkOpen()
        guard level != nil else { throw .untold(number) }
        guard owed.isEmpty else { throw .owed(number, owed.map(\.term)) }
        guard marks.containedAt != nil else { throw .notContained }
        marks.closedAt = now
    }

    private func checkOpen() throws(IncidentRefusal) {
        if isOver { throw .over(number) }
    }
}
