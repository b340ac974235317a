import Storage

extension Migration {
    /// The tables of this room, in the order in which they stand on each other.
    package static let access: [Migration] = [
        .agency, .person, .appointment, .deputy, .consent, .password, .signInAttempt, .session,
        .invitation, .apiToken, .idempotency, .agencyPeriod,
    ]
}
