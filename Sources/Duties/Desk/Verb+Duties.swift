import Access

extension Verb {
    /// What is done about duties and the law itself.
    package static let ofDuties: [Verb] = [
        .declareDuty, .withdrawDeclaration, .waiveDuty, .withdrawWaiver, .remind, .addDutyEvidence,
        .withdrawDutyEvidence, .restoreDutyEvidence, .confirmRule, .takeBackConfirmation,
        .addCityDuty, .withdrawCityDuty, .layCalendar, .takeOutCalendar,
    ]
}
