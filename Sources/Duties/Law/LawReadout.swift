import Kernel
import Statute

/// The law in force, with what the city has said about it.
package struct LawReadout: Sendable {
    package let law: Law
    /// The law as it came with the product and the city's files.
    package let base: Law
    package let confirmations: [RuleName: RuleConfirmation]
    /// All that were ever added, the newest first.
    package let duties: [CityDuty]
    /// The calendars that the city laid in, by year.
    package let calendars: [OfficeCalendar]

    /// The confirmation that holds for a wording.
    package func confirmation(of rule: Rule, _ kind: RuleKind) -> RuleConfirmation? {
        confirmations[RuleName(kind, rule.id)].flatMap { $0.holds(for: rule) ? $0 : nil }
    }

    /// Whether somebody has yet to compare a wording with the official text.
    package func isUnsure(_ rule: Rule, _ kind: RuleKind) -> Bool {
        rule.certainty != .verified && confirmation(of: rule, kind) == nil
    }
}

/// One rule of the law, with all that is known about it.
package struct RuleCase: Sendable {
    package let name: RuleName
    /// The wording in force, or the last there was.
    package let current: any Ruled
    /// Every wording, the newest first.
    package let wordings: [any Ruled]
    /// The duties that follow from it for the agency that is asked about.
    package let entries: [DutyEntry]
    /// What city officers said of it, the newest first.
    package let confirmations: [RuleConfirmation]
    /// Where the city added it.
    package let cityDuty: CityDuty?

    /// The confirmation that holds for the wording in force.
    package var confirmation: RuleConfirmation? {
        confirmations.first { $0.holds(for: current.rule) }
    }
}
