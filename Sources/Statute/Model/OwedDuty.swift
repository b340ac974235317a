import Kernel

/// What must be known of an organisation to say what it owes.
package struct AgencyFacts: Sendable {
    package var level: Level
    package var kind: OrganisationKind
    /// The day it first got its level, or got another.
    package var classifiedOn: Day
    package var staffChangedOn: Day?
    /// What is known to be so, and what is known not to be; unknown things leave a duty standing.
    package var conditions: [Duty.Condition: Bool]
    package var waivers: [String: Waiver]

    package init(
        level: Level, kind: OrganisationKind = .agency, classifiedOn: Day,
        staffChangedOn: Day? = nil, conditions: [Duty.Condition: Bool] = [:],
        waivers: [String: Waiver] = [:]
    ) {
        self.level = level
        self.kind = kind
        self.classifiedOn = classifiedOn
        self.staffChangedOn = staffChangedOn
        self.conditions = conditions
        self.waivers = waivers
    }
}

/// A duty or control that an agency need not meet, with the consent of those who file its level
/// (資通安全責任等級分級辦法 §11).
package struct Waiver: Hashable, Sendable {
    package let ruleID: String
    package let reason: String
    package let consentBy: String
    package let recordedOn: Day

    /// `nil` without a reason or a consent: such a waiver is none.
    package init?(ruleID: String, reason: String, consentBy: String, recordedOn: Day) {
        guard !reason.isEmpty, !consentBy.isEmpty else { return nil }
        self.ruleID = ruleID
        self.reason = reason
        self.consentBy = consentBy
        self.recordedOn = recordedOn
    }
}

/// One duty as one organisation owes it in the period of a day.
package struct OwedDuty: Sendable {
    package let duty: Duty
    package let level: Level
    package let cadence: Cadence
    /// The period in which it is counted; `nil` where it has none.
    package let opensOn: Day?
    /// The last day; `nil` for what is owed at all times or after an event.
    package let dueOn: Day?
    /// How often it is to be done in the period.
    package let times: Int
    /// People, hours or items, where the duty counts them.
    package let amount: Int?
    package let waiver: Waiver?
    /// Only advice at this level: shown, never late.
    package let isAdvice: Bool
    /// The end of a period that rest days moved; `nil` for calendar years.
    package let end: PeriodEnd?

    package var citation: Citation { duty.citation(at: level) }
    package var certainty: Certainty { duty.certainty(at: level) }

    /// Why it is owed and by when, in a sentence for those who must do it.
    package var explanation: Term {
        let rule = duty.rule
        let how = duty.unit.map { $0.term(amount ?? 0) } ?? Term("", en: "")
        let due =
            dueOn.map {
                Term("，這一期到 \($0.rocSlashes)", en: "; this time by \($0)")
            } ?? Term("", en: "")
        let opening = isAdvice ? Term("建議辦理", en: "are advised") : Term("要辦理", en: "owe")
        return Term(
            """
            \(level.term.zh)單位\(opening.zh)「\(rule.term.zh)」\(how.zh)：\
            \(cadence.term.zh)\(due.zh)。\(duty.why.zh)（\(citation.zh)）
            """,
            en: """
                \(level.term.en) organisations \(opening.en): \(rule.term.en)\(how.en), \
                \(cadence.term.en)\(due.en). \(duty.why.en) (\(citation.en))
                """)
    }
}

extension Duty.Unit {
    fileprivate func term(_ count: Int) -> Term {
        switch self {
        case .people: Term("至少 \(count) 人", en: ", at least \(count.of("person"))")
        case .hours: Term("至少 \(count) 小時", en: ", at least \(count.of("hour"))")
        case .items: Term("\(count) 項", en: ", \(count.of("item"))")
        case .certificates: Term("每人各 \(count) 張", en: ", \(count) of each kind per person")
        }
    }
}
