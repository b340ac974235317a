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
    /// The day that was asked about.
    package let askedOn: Day
    /// The period in which it is counted; `nil` where it has none.
    package let opensOn: Day?
    /// What an allowance runs from; `nil` for what has none.
    package let start: Start?
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

    /// What sets an allowance running: of several, the one that came last.
    package enum Start: Sendable {
        case classified, dutyBegan, staffChanged
    }
}
