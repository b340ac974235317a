import Kernel

extension SignIn {
    /// Moves the session of `token` to another seat of its person, under a new token, and writes so
    /// to the ledger of the agency that they act in from now on: who works there as a deputy, by
    /// consent or from another post is seen before their first act (附表十: 事件日誌與可歸責性).
    ///
    /// - Throws: `SignInRefusal.unknownSeat` for a seat that is not the person's today.
    package func take(
        _ seatKey: String, from token: SessionToken, by caller: Caller, at visitor: Visitor,
        now: Instant
    ) async throws -> SessionToken {
        let renewed = try await sessions.take(seatKey, from: token, by: caller, now: now)
        guard let seated = try await sessions.caller(for: renewed, now: now) else {
            throw SignInRefusal.unknownSeat
        }
        try await note(
            .takeSeat, by: seated, with: renewed, at: visitor, now,
            [Cell("formerAgencyID", caller.agency)])
        return renewed
    }
}

extension Verb {
    static let takeSeat = Verb("person.take_seat", Term("切換身分", en: "took another seat"))
}
