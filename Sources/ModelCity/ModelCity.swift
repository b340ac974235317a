import Access
import Kernel
import Programme
import Statute
import Storage

/// An invented city for demonstrations and measurements: the public names of its organisations,
/// and people, systems and a history that nobody had.
///
/// Everything goes through the Door, so that its ledger verifies like a real one. The same seed
/// gives the same names and figures; only ids differ.
package struct ModelCity: Sendable {
    let programme: Programme
    let clock: ModelClock
    let plan: ModelPlan

    /// - Parameter now: when the filled city is looked at for the first time; its history ends
    ///   there.
    package init(
        database: any Database, hashing: PasswordHashing, law: LawShelf, now: Instant,
        plan: ModelPlan
    ) {
        clock = ModelClock(Instant(startOf: plan.start(before: now.day)).adding(hours: 9))
        programme = Programme(
            database: database, time: clock.source, hashing: hashing, law: law,
            rule: .ofModelCity)
        self.plan = plan
    }
}

/// How large the model city is.
package struct ModelPlan: Sendable {
    package var organisations: Int
    /// How many years it has kept its programme, the present one included.
    package var years: Int
    package var seed: UInt64

    package init(organisations: Int = 394, years: Int = 5, seed: UInt64 = 115) {
        self.organisations = organisations
        self.years = years
        self.seed = seed
    }

    /// New Year's Day of the first year.
    func start(before today: Day) -> Day {
        Day(year: today.year - max(years, 1) + 1, month: 1, day: 2) ?? today
    }
}

extension SignInRule {
    /// In a model city a click signs in, and so does a password.
    static let ofModelCity = SignInRule(accepted: [[.password], [.link], [.demonstration]])
}
