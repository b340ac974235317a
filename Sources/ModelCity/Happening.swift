import Kernel

/// Something that happens in the model city at its time.
struct Happening: Sendable {
    let at: Instant
    let act: @Sendable () async throws -> Void
}

extension ModelCity {
    /// Lets all that is to happen until `now` happen, in the order of time; what falls on the same
    /// moment keeps the order in which it was given.
    func live(through happenings: [Happening], until now: Instant) async throws {
        let ordered = happenings.enumerated()
            .filter { $0.element.at >= clock.now && $0.element.at < now }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        for (_, happening) in ordered {
            clock.move(to: happening.at)
            try await happening.act()
        }
    }
}
