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
    /// How the agency's duties stand; `nil` for those who may not see them.
    let duties: DutyBook?
    /// The papers that the reader may have.
    let papers: Set<PaperKind>
    /// How many places of the text cite the law, and at how many it has moved.
    let citations: (all: Int, stale: Int)
    /// What the city asks by letters of its own, in the order in which it began; no clause has it.
    let ofCity: [Duty]
    private let sources: [String: RecordSource]
    private let counts: [String: Int]
    private let terms: [String: Term]

    init(
        agency: AgencyID, year: ROCYear, today: Day, sources: [RecordSource],
        counts: [String: Int], duties: DutyBook?, papers: Set<PaperKind>,
        citations: (all: Int, stale: Int), law: Law, day: Day, demanded: Set<String>
    ) {
        self.agency = agency
        self.year = year
        self.today = today
        self.duties = duties
        self.papers = papers
        self.citations = citations
        self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
        self.counts = counts
        let inForce = law.duties(on: day)
        ofCity = (duties?.all ?? inForce).filter { !demanded.contains($0.id) }
            .sorted { ($0.rule.span.from, $0.id) < ($1.rule.span.from, $1.id) }
        terms = Dictionary((inForce + ofCity).map { ($0.id, $0.rule.term) }) { $1 }
    }

    /// What is known about one row.
    func supports(of requirement: Requirement) -> [Support] {
        requirement.lists.all.compactMap { records($0, of: requirement) }
            + (isExempt(requirement) ? deciding(requirement) : requirement.duties)
            .compactMap(duty)
            + requirement.figures.flatMap(figure)
            + requirement.papers.map { .paper($0, path: papers.contains($0) ? paper($0) : nil) }
            + (requirement.builtIn.map { [.builtIn($0)] } ?? [])
    }

    /// How a duty of the city's own stands.
    func support(of duty: Duty) -> Support? { self.duty(duty.id) }

    /// How the row stands.
    ///
    /// What is missing speaks first, then the duties of the law, then records and figures; the
    /// paper that the row asks for is the last that can.
    func standing(of requirement: Requirement) -> Standing {
        let lists = requirement.lists
        if let limit = lists.limit {
            let known = limit.lists.compactMap { counts[$0] }
            let isKept = known.count == limit.lists.count && known.reduce(0, +) <= limit.most
            return isKept ? .proven : .open
        }
        if !lists.cases.isEmpty, lists.cases.allSatisfy({ counts[$0] == 0 }) {
            return .notApplicable
        }
        if lists.gaps.contains(where: { counts[$0] != 0 }) { return .open }
        let judged = requirement.duties.compactMap { duties?[$0] }.filter { !$0.isAwaited }
        if let worst = judged.map(\.state).max(by: { $0.pressure < $1.pressure }) {
            return worst.standing
        }
        if requirement.missing != nil { return isExempt(requirement) ? .notApplicable : .open }
        if lists.proving.contains(where: { counts[$0] ?? 0 > 0 }) { return .proven }
        if let figure = requirement.figures.compactMap(standing).first { return figure }
        if isExempt(requirement) { return .notApplicable }
        if requirement.builtIn != nil { return .builtIn }
        // A paper of a list that is empty shows nothing.
        return requirement.papers.isEmpty || !lists.proving.isEmpty ? .open : .printed
    }

    /// Whether the law asks nothing of the agency where the plan follows the law.
    private func isExempt(_ requirement: Requirement) -> Bool {
        let deciding = deciding(requirement)
        guard let duties, !deciding.isEmpty, !requirement.isAskedOfAll else { return false }
        return deciding.allSatisfy { duties.reason($0) != nil }
    }

    /// The duties in force that the row names; where it names none, the one with which its evidence
    /// is kept meanwhile: who has no contractor owes nothing of contractors.
    private func deciding(_ requirement: Requirement) -> [String] {
        if requirement.duties.isEmpty, case .duty(let id) = requirement.meanwhile?.place {
            return [id]
        }
        return requirement.duties.filter { terms[$0] != nil }
    }

    /// Where somebody can do something meanwhile; `nil` for those who may not see the place.
    func place(of meanwhile: Requirement.Meanwhile) -> (term: Term, path: Path)? {
        switch meanwhile.place {
        case .duty(let id):
            guard case .duty(let term, _, let path) = duty(id) else { return nil }
            return (term, path)
        case .list(let name):
            guard let source = sources[name], counts[name] != nil else { return nil }
            return (source.term, source.place(agency, year))
        }
    }

    private func standing(_ figure: PlanFigure) -> Standing? {
        switch figure {
        case .citations: citations.all > 0 && citations.stale == 0 ? .proven : .open
        case .duties: duties.map { $0.worst?.standing ?? .notApplicable }
        }
    }

    private func records(_ name: String, of requirement: Requirement) -> Support? {
        guard let source = sources[name], let count = counts[name] else { return nil }
        return .records(
            Support.Records(
                term: source.term, count: count, isYearly: source.isYearly,
                role: requirement.lists.role(of: name), path: source.place(agency, year)))
    }

    private func duty(_ id: String) -> Support? {
        guard let term = terms[id] else { return nil }
        let path = Path("duties", id).with("year", year.number).with("agency", agency)
        guard let duties else { return .unseen(term) }
        if let judged = duties[id] { return .duty(term, judged, path: path) }
        let reason = duties.reason(id) ?? Term("這一年沒有這一項。", en: "Not of this year.")
        return .exempt(term, reason, path: path)
    }

    private func figure(_ figure: PlanFigure) -> [Support] {
        switch figure {
        case .citations:
            let path = PlanQuestion(agency: agency, year: year, today: today)
                .at("/plan/citations", today: today)
            return [.citations(all: citations.all, stale: citations.stale, path: path)]
        case .duties:
            let place = Path("duties").with("year", year.number).with("agency", agency)
            guard let duties else { return [] }
            return [.tally(Term("應辦事項", en: "Duties"), duties.owed, path: place)]
                + duties.byState.map { state, count in
                    .tally(state.term, count, path: place.with("state", state.rawValue))
                }
        }
    }

    private func paper(_ kind: PaperKind) -> Path {
        PlanQuestion(agency: agency, year: year, today: today)
            .at(Path("papers", kind.rawValue), today: today)
    }

    /// How a row of the plan stands.
    enum Standing: String, CaseIterable, Sendable {
        /// A register proves it.
        case proven
        /// Somebody signed that it was done.
        case declared
        /// The paper that it asks for is made of the data.
        case printed
        /// The programme does it by itself.
        case builtIn
        case notApplicable
        /// Nothing proves it yet.
        case open
    }
}

extension DutyState {
    fileprivate var standing: SupportBook.Standing {
        switch self {
        case .notApplicable, .waived: .notApplicable
        case .met: .proven
        case .declared: .declared
        case .upcoming, .missing, .due, .late: .open
        }
    }
}
