import Access
import Duties
import HTML
import Kernel
import Statute
import Storage

/// Every organisation of a reach with every duty, for the one page that shows all of it.
struct WholeBoard: Sendable {
    let year: ROCYear
    private(set) var duties: [(id: MeasureID, term: Term)]
    private(set) var rows: [Row]

    struct Row: Sendable {
        let organisation: StandingOrganisation
        let code: String?
        let level: Level?
        /// The worst state of each duty's periods; none where the duty does not apply.
        let states: [MeasureID: DutyState]
    }

    /// - Parameter memory: the boards that were read since the last change.
    static func read(
        _ view: View, _ standings: Standings, _ filter: BoardFilter,
        _ memory: Recollection<CityBoard.Sight, WholeBoard>
    ) throws -> WholeBoard {
        let year = filter.year ?? ROCYear(of: view.now.day)
        let sight = CityBoard.Sight(reach: view.reach(.open), day: view.now.day, year: year)
        var board = try memory.answer(to: sight, asOf: view.commits) {
            try all(in: year, view, standings)
        }
        board.rows = board.rows.filter { filter.finds($0.organisation) }
        let used = Set(board.rows.flatMap(\.states.keys))
        board.duties = board.duties.filter { used.contains($0.id) }
        return board
    }

    private static func all(
        in year: ROCYear, _ view: View, _ standings: Standings
    ) throws -> WholeBoard {
        let today = view.now.day
        let reach = view.reach(.open)
        let all = try standings.within(reach, in: year, view)
        let byAgency = Dictionary(grouping: all, by: \.agencyID)
        let rows = try standings.judge.source.agencies(view, reach, today).map { agency in
            let states = Dictionary(
                (byAgency[agency.id] ?? []).map { ($0.duty, $0.state(on: today)) },
                uniquingKeysWith: DutyState.worse)
            let counts = Dictionary(grouping: states.values) { $0 }.mapValues(\.count)
            return Row(
                organisation: StandingOrganisation(agency, counts), code: agency.code,
                level: agency.level, states: states)
        }
        let duties = standings.judge.shelf.law.duties(on: year.nearest(to: today))
            .map { (id: MeasureID($0.id), term: $0.rule.term) }
        return WholeBoard(year: year, duties: duties, rows: rows)
    }
}

/// Which organisations of a reach are asked about.
struct BoardFilter: Sendable {
    /// Only those of this kind, as 國小.
    var sort: String?
    /// Only those that stand so.
    var state: StandingOrganisation.State?
    /// Another year than this.
    var year: ROCYear?

    func finds(_ organisation: StandingOrganisation) -> Bool {
        (sort == nil || organisation.sort == sort)
            && (state == nil || organisation.state == state)
    }

    /// The address of `place`, narrowed so.
    func at(_ place: Path) -> Path {
        place.with("kind", sort).with("state", state?.rawValue).with("year", year?.number)
    }

    /// As in 「（國小、已逾期）」; empty for all.
    var words: Term {
        let zh = [sort, state?.term.zh].compactMap { $0 }
        let en = [sort, state?.term.en.lowercased()].compactMap { $0 }
        guard !zh.isEmpty else { return Term("", en: "") }
        return Term(
            "（\(zh.joined(separator: "、"))）", en: " (\(en.joined(separator: ", ")))")
    }
}
