import Access
import Duties
import HTML
import Kernel
import Outline
import Papers
import Statute

/// What proves the rows of the plan for one agency and year, looked up row by row without asking
/// the database again.
struct SupportBook: Sendable {
    let agency: AgencyID
    let year: ROCYear
    let today: Day
    private let sources: [String: RecordSource]
    private let counts: [String: Int]
    private let duties: [String: Duty]
    private let states: [String: DutyState]

    init(
        agency: AgencyID, year: ROCYear, today: Day, sources: [RecordSource],
        counts: [String: Int], standings: [Duties.Standing], law: Law, day: Day
    ) {
        self.agency = agency
        self.year = year
        self.today = today
        self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
        self.counts = counts
        duties = Dictionary(law.duties(on: day).map { ($0.rule.id, $0) }) { first, _ in first }
        // Of several periods of a year the one that most needs looking at.
        states = Dictionary(
            standings.map { ($0.duty.text, $0.state(on: day)) }, uniquingKeysWith: DutyState.worse)
    }

    /// What is known about one row.
    func supports(of requirement: Requirement) -> [Support] {
        requirement.records.compactMap(records) + requirement.duties.compactMap(duty)
            + requirement.papers.map { .paper($0, path: paper($0)) }
    }

    /// How the row stands. A duty of the law decides; where there is none, whether there are
    /// records, or the paper that the row asks for.
    func standing(of requirement: Requirement) -> Standing {
        let judged = requirement.duties.compactMap { states[$0] }
        if let worst = judged.max(by: { $0.pressure < $1.pressure }) { return worst.standing }
        if requirement.records.contains(where: { counts[$0] ?? 0 > 0 }) { return .proven }
        return requirement.papers.isEmpty ? .open : .printed
    }

    private func records(_ name: String) -> Support? {
        guard let source = sources[name], let count = counts[name] else { return nil }
        return .records(
            source.term, count: count, isYearly: source.isYearly,
            path: source.place(agency, year))
    }

    private func duty(_ id: String) -> Support? {
        guard let duty = duties[id] else { return nil }
        return .duty(
            duty.rule.term, states[id],
            path: Path("duties", id).with("year", year.number).with("agency", agency))
    }

    private func paper(_ kind: PaperKind) -> Path {
        PlanQuestion(agency: agency, year: year, today: today)
            .at(Path("papers", kind.rawValue), today: today)
    }

    /// How a row of the plan stands.
    enum Standing: CaseIterable, Sendable {
        /// A register proves it.
        case proven
        /// Somebody signed that it was done.
        case declared
        /// The paper that it asks for is made of the data.
        case printed
        case notApplicable
        /// Nothing proves it yet.
        case open
    }
}

/// One thing that stands beside a clause as its proof.
enum Support: Sendable {
    case records(Term, count: Int, isYearly: Bool, path: Path)
    /// A duty of the law; its state where the agency owes it and the reader may see it.
    case duty(Term, DutyState?, path: Path)
    case paper(PaperKind, path: Path)
}

extension DutyState {
    fileprivate var standing: SupportBook.Standing {
        switch self {
        case .notApplicable, .waived: .notApplicable
        case .met: .proven
        case .declared: .declared
        case .upcoming, .due, .late: .open
        }
    }
}
