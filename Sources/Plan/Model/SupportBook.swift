import Access
import HTML
import Kernel
import Outline
import Papers
import Statute
import Web

/// What proves the rows of the plan for one agency and year, looked up row by row without asking
/// the database again.
struct SupportBook: Sendable {
    let agency: AgencyID
    let year: ROCYear
    let today: Day
    private let sources: [String: RecordSource]
    private let counts: [String: Int]
    private let duties: [String: Duty]

    init(
        agency: AgencyID, year: ROCYear, today: Day, sources: [RecordSource],
        counts: [String: Int], law: Law, day: Day
    ) {
        self.agency = agency
        self.year = year
        self.today = today
        self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
        self.counts = counts
        duties = Dictionary(law.duties(on: day).map { ($0.rule.id, $0) }) { first, _ in first }
    }

    /// What is known about one row.
    func supports(of requirement: Requirement) -> [Support] {
        requirement.records.compactMap(records)
            + requirement.duties.compactMap { id in duties[id].map { .duty($0.rule.term) } }
    }

    /// How the row stands: with records, or open.
    func standing(of requirement: Requirement) -> Standing {
        let supports = supports(of: requirement)
        if supports.contains(where: \.isRecord) { return .recorded }
        if supports.contains(where: \.isPaper) { return .printed }
        return .open
    }

    private func records(_ name: String) -> Support? {
        guard let source = sources[name], let count = counts[name] else { return nil }
        return .records(
            source.term, count: count, isYearly: source.isYearly,
            path: source.path.with("agency", agency))
    }

    private func paper(_ kind: PaperKind) -> Path {
        PlanQuestion(agency: agency, year: year, today: today)
            .at("/papers", today: today).at(kind.rawValue)
    }

    /// How a row of the plan stands.
    enum Standing: Sendable {
        /// There are records.
        case recorded
        /// The paper that it asks for is made of the data.
        case printed
        /// Nothing proves it.
        case open
    }
}

/// One thing that stands beside a clause as its proof.
enum Support: Sendable {
    case records(Term, count: Int, isYearly: Bool, path: Path)
    case duty(Term)
    case paper(PaperKind, path: Path)

    fileprivate var isRecord: Bool {
        if case .records(_, let count, _, _) = self { count > 0 } else { false }
    }

    fileprivate var isPaper: Bool {
        if case .paper = self { true } else { false }
    }
}
