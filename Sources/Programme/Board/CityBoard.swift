import Access
import Duties
import Incidents
import Kernel
import Statute
import Storage
import Web

/// Where all organisations of a reach stand today: by organisation, and by kind and duty.
struct CityBoard: Sendable {
    let on: Day
    let year: ROCYear
    let organisations: [StandingOrganisation]
    /// The kinds of organisations in the order in which the city names them.
    let sorts: [String]
    let duties: [DutyRow]
    /// How many organisations are late with something of last year.
    let lateLastYear: Int
    private let bySort: [String: [StandingOrganisation]]
    /// What incidents still owe, the most urgent first.
    fileprivate(set) var clocks: [RunningClock] = []

    init(
        on: Day, year: ROCYear, organisations: [StandingOrganisation], duties: [DutyRow],
        lateLastYear: Int
    ) {
        self.lateLastYear = lateLastYear
        self.on = on
        self.year = year
        self.organisations = organisations
        self.duties = duties
        bySort = Dictionary(grouping: organisations, by: \.sort)
        let known = Self.order.filter(bySort.keys.contains)
        sorts = known + Set(bySort.keys).subtracting(known).sorted()
    }

    /// What one reach sees of a year on one day: it holds until something is written.
    struct Sight: Hashable {
        let reach: Reach
        let day: Day
        let year: ROCYear
    }

    /// A duty, and how it stands in each kind of organisations.
    struct DutyRow: Sendable {
        let duty: MeasureID
        let term: Term
        let aspect: Duty.Aspect
        let tallies: [String: DutyTally]
    }

    /// The board with its two great pictures, which cost more than the rest of the page.
    ///
    /// - Parameter memory: the boards that were counted and drawn since the last change.
    static func read(
        _ view: View, _ standings: Standings, _ memory: Recollection<Sight, DrawnBoard>
    ) throws -> DrawnBoard {
        let sight = Sight(
            reach: view.reach(.open), day: view.now.day, year: ROCYear(of: view.now.day))
        var drawn = try memory.answer(to: sight, asOf: view.commits) {
            DrawnBoard(try counted(view, standings))
        }
        drawn.board.clocks = try RunningClock.seen(by: standings.judge.shelf.law, view)
        return drawn
    }

    private static func counted(_ view: View, _ standings: Standings) throws -> CityBoard {
        let today = view.now.day
        let year = ROCYear(of: today)
        let reach = view.reach(.open)
        let states = try standings.byAgency(in: year, on: today, within: reach, view)
        let organisations = try standings.judge.source.agencies(view, reach, today)
            .map { StandingOrganisation($0, states[$0.id] ?? [:]) }
        let counts = try standings.bySort(in: year, on: today, within: reach, view)
        let late = try standings.late(in: year.before, on: today, within: reach, view)
        let law = standings.judge.shelf.law
        return CityBoard(
            on: today, year: year, organisations: organisations,
            duties: rows(counts, law.duties(on: today)),
            lateLastYear: organisations.count { late[$0.id] != nil })
    }

    /// The duties in the order of the law; those that apply to nobody are left out.
    private static func rows(_ counts: [SortCount], _ duties: [Duty]) -> [DutyRow] {
        let byDuty = Dictionary(grouping: counts, by: \.duty)
        return duties.compactMap { duty in
            let id = MeasureID(duty.id)
            guard let counts = byDuty[id] else { return nil }
            let tallies = Dictionary(grouping: counts, by: \.sort).mapValues(DutyTally.init)
            guard tallies.values.contains(where: { $0.applying > 0 }) else { return nil }
            return DutyRow(
                duty: id, term: duty.rule.term, aspect: duty.aspect, tallies: tallies)
        }
    }

    private static let order = [
        "一級機關", "二級機關", "區公所", "大學", "高中職", "特教", "國中", "國小", "幼兒園",
    ]

    /// The duties that press most: late with most organisations, then soon due, then missing, then
    /// the least done. Where they are equal, in the order of the law.
    func pressing(_ most: Int) -> [DutyRow] {
        let ranked = duties.map { row in
            let all = row.tallies.values
            func count(_ state: DutyState) -> Int { all.reduce(0) { $0 + $1[state] } }
            let applying = all.reduce(0) { $0 + $1.applying }
            let open = applying - count(.met) - count(.declared)
            return (
                row, [count(.late), count(.due), count(.missing), open * 1_000 / max(applying, 1)]
            )
        }
        return ranked.enumerated().sorted { one, other in
            one.element.1 == other.element.1
                ? one.offset < other.offset
                : other.element.1.lexicographicallyPrecedes(one.element.1)
        }.prefix(most).map(\.element.0)
    }

    func organisations(of sort: String) -> [StandingOrganisation] {
        bySort[sort] ?? []
    }

    func count(_ standing: StandingOrganisation.State) -> Int {
        organisations.count { $0.state == standing }
    }
}

/// An organisation as the board draws it.
struct StandingOrganisation: Sendable {
    /// The worst of its duties says how an organisation stands.
    enum State: String, CaseIterable, Sendable {
        case late, due, missing, onTime

        var term: Term {
            switch self {
            case .late: DutyState.late.term
            case .due: DutyState.due.term
            case .missing: DutyState.missing.term
            case .onTime: Term("如期", en: "On time")
            }
        }
    }

    let id: AgencyID
    let name: String
    let sort: String
    let states: [DutyState: Int]

    init(_ agency: JudgedAgency, _ states: [DutyState: Int]) {
        id = agency.id
        name = agency.name
        sort = agency.sort
        self.states = states
    }

    var state: State {
        if states[.late, default: 0] > 0 { return .late }
        if states[.due, default: 0] > 0 { return .due }
        return states[.missing, default: 0] > 0 ? .missing : .onTime
    }
}

extension StandingOrganisation.State {
    var status: Status {
        switch self {
        case .late: .late
        case .due: .due
        case .missing: .missing
        case .onTime: .done
        }
    }
}

/// How many organisations of one kind stand how with one duty.
struct DutyTally: Sendable {
    private let counts: [DutyState: Int]
    /// Those to whom the duty applies.
    let applying: Int

    init(_ counts: [SortCount]) {
        self.counts = Dictionary(counts.map { ($0.state, $0.count) }, uniquingKeysWith: +)
        applying = self.counts.filter { $0.key != .notApplicable && $0.key != .waived }
            .values.reduce(0, +)
    }

    subscript(_ state: DutyState) -> Int { counts[state, default: 0] }

    /// How many in a hundred have met it; never rounded up to a hundred.
    var percentMet: Int { applying == 0 ? 0 : self[.met] * 100 / applying }
}
