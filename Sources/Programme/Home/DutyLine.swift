import Duties
import HTML
import Kernel
import Statute
import Web

/// One duty of one agency as the first screens show it.
struct DutyLine: Sendable {
    let duty: MeasureID
    let term: Term
    let why: Term
    let standing: Standing
    let state: DutyState
    /// What to do next where something is missing.
    let remedy: Remedy?

    /// - Parameter duty: the law's own description; `nil` for a duty that the law in use no longer
    ///   knows.
    init?(_ standing: Standing, _ duty: Duty?, _ remedy: Remedy?, on day: Day) {
        guard let duty else { return nil }
        self.duty = standing.duty
        term = duty.rule.term
        why = duty.why
        self.standing = standing
        state = standing.state(on: day)
        self.remedy = remedy
    }

    /// The page of the duty.
    var path: Path { Path("duties", duty.text) }

    /// Where the one button leads: to the register that is missing something, else to the page.
    var next: Path { remedy.map { Path(segments: $0.place) } ?? path }

    var dueOn: Day? { standing.dueOn }

    /// How much of how much, where more than one is needed.
    var progress: ProgressBar? {
        guard standing.needed > 1, state.isOpen else { return nil }
        return ProgressBar(
            standing.counted, of: standing.needed, unit: Term("項", en: "items"))
    }
}
