import Access

extension Verb {
    /// What is done about duties and the law itself.
    package static let ofDuties: [Verb] = [
        .declareDuty, .withdrawDeclaration, .waiveDuty, .withdrawWaiver, .remind, .confirmRule,
        .takeBackConfirmation, .addCityDuty, .withdrawCityDuty, .layCalendar, .takeOutCalendar,
    ]
}
