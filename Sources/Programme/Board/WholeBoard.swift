import Access
import Duties
import Kernel
import Statute

/// Every organisation of a reach with every duty, for the one page that shows all of it.
struct WholeBoard: Sendable {
    let year: ROCYear
    let duties: [(id: MeasureID, term: Term)]
    let rows: [Row]

    struct Row: Sendable {
        let organisation: StandingOrganisation
        /// The worst state of each duty's periods; none where the duty does not apply.
        let states: [MeasureID: DutyState]
    }

    /// - Parameters:
    ///   - sort: only organisations of this kind.
    ///   - state: only organisations that stand so.
    static func read(
        _ view: View, _ standings: Standings, sort: String?, state: DutyState?
    ) throws -> WholeBoard {
        let today = view.now.day
        let year = ROCYear(of: today)
        let reach = view.reach(.open)
        let all = try standings.within(reach, in: year, view)
        let byAgency = Dictionary(grouping: all, by: \.agencyID)
        let agencies = try standings.judge.source.agencies(view, reach, today)
            .filter { sort == nil || $0.sort == sort }
        let rows = agencies.map { agency in
            let states = Dictionary(
                (byAgency[agency.id] ?? []).map { ($0.duty, $0.state(on: today)) },
                uniquingKeysWith: DutyState.worse)
            let counts = Dictionary(grouping: states.values) { $0 }.mapValues(\.count)
            return Row(organisation: StandingOrganisation(agency, counts), states: states)
        }.filter { state == nil || $0.states.values.contains(state ?? .late) }
        let used = Set(rows.flatMap(\.states.keys))
        let duties = standings.judge.shelf.law.duties(on: today)
            .map { (id: MeasureID($0.id), term: $0.rule.term) }
            .filter { used.contains($0.id) }
        return WholeBoard(year: year, duties: duties, rows: rows)
    }
}

extension DutyState {
    /// The one of two that is more pressing.
    static func worse(_ one: DutyState, _ other: DutyState) -> DutyState {
        one.weight >= other.weight ? one : other
    }

    private var weight: Int {
        switch self {
        case .late: 6
        case .due: 5
        case .upcoming: 4
        case .declared: 3
        case .met: 2
        case .waived: 1
        case .notApplicable: 0
        }
    }
}
