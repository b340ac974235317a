import Kernel

/// An invented yearly stock-take: when an organisation takes it, and how far it gets.
struct ModelRound: Sendable {
    let place: ModelPlace
    let year: ROCYear
    let opensOn: Day
    let progress: Progress

    enum Progress: Sendable {
        case begun, checked, signed
    }

    var at: Instant { Instant(startOf: opensOn).adding(hours: 10) }

    /// The rounds of an organisation: last year's, signed by all but a few, and this year's, which
    /// some have signed, some have yet to sign, and some have not begun.
    static func all(of place: ModelPlace, today: Day, _ plan: ModelPlan) -> [ModelRound] {
        var generator = place.generator("stock-takes", plan)
        let this = ROCYear(of: today)
        let years = [ROCYear(this.number - 1), this].compactMap(\.self).suffix(plan.years)
        return years.compactMap { year in
            guard
                let progress = progress(of: place, now: year == this, using: &generator),
                let autumn = Day(year: year.gregorian, month: 9, day: 1)
            else { return nil }
            let opensOn = autumn.adding(days: Int.random(in: 0...80, using: &generator))
            return ModelRound(place: place, year: year, opensOn: opensOn, progress: progress)
        }
    }

    /// The clerk of the demonstration has this year's before them; where a visitor is the head or
    /// the 資安長, it waits for the signature.
    private static func progress(
        of place: ModelPlace, now: Bool, using generator: inout SeededGenerator
    ) -> Progress? {
        let luck = Int.random(in: 0..<100, using: &generator)
        guard now else { return luck < 96 ? .signed : nil }
        let visitors = ModelPerson.all.filter { $0.agency == place.organisation.name }
        if visitors.contains(where: { $0.roles == [.officer] }) { return nil }
        if visitors.contains(where: { $0.roles.contains(.head) }) { return .checked }
        return switch luck {
        case ..<70: .signed
        case ..<78: .checked
        case ..<88: .begun
        default: nil
        }
    }
}
