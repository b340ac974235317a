import Access
import Kernel
import Storage

/// What can be asked about how duties stand.
///
/// A year that is kept is read as it was kept; any other is judged on the spot, with the same
/// outcome.
package struct Standings: Sendable {
    package let judge: Judge

    package init(judge: Judge) {
        self.judge = judge
    }

    /// Every duty of one agency in a year, in the order of duties and periods.
    package func ofAgency(
        _ agency: AgencyID, in year: ROCYear, _ view: View
    ) throws -> [Standing] {
        try within(.agency(agency), in: year, of: nil, view)
    }

    /// One duty of all agencies within `reach`.
    package func ofDuty(
        _ duty: MeasureID, in year: ROCYear, within reach: Reach, _ view: View
    ) throws -> [Standing] {
        try within(reach, in: year, of: [duty], view)
    }

    /// The standings within `reach`: of the whole city in one scan.
    package func within(
        _ reach: Reach, in year: ROCYear, of duties: Set<MeasureID>? = nil, _ view: View
    ) throws -> [Standing] {
        if try isKept(year, view) {
            return try Standing.kept(in: year, within: reach, of: duties, view.session)
        }
        return try judge.standings(
            in: year, asOf: view.now.day, within: reach, of: duties, view
        ).sorted {
            ($0.agencyID.description, $0.duty, $0.opensOn)
                < ($1.agencyID.description, $1.duty, $1.opensOn)
        }
    }

    /// How many duties of a year that is over are late with each agency; of a year in which nobody
    /// worked here there is nothing to say.
    package func late(
        in year: ROCYear?, on day: Day, within reach: Reach, _ view: View
    ) throws -> [AgencyID: Int] {
        guard let year, try isKept(year, view) else { return [:] }
        return try byAgency(in: year, on: day, within: reach, view).compactMapValues { $0[.late] }
    }

    private func isKept(_ year: ROCYear, _ view: View) throws -> Bool {
        try view.value("SELECT 1 FROM standingYear WHERE year = \(year)", as: Int.self) != nil
    }

    /// How many organisations stand how with each duty on `day`, by their sort.
    ///
    /// An organisation counts once with a duty: of several periods in the year, by the one that
    /// presses most.
    package func bySort(
        in year: ROCYear, on day: Day, within reach: Reach, _ view: View
    ) throws -> [SortCount] {
        let repeated = judge.shelf.law.repeatedInYear
        guard try isKept(year, view) else {
            return SortCount.sorted(try counted(of: nil, in: year, on: day, within: reach, view))
        }
        let often =
            repeated.isEmpty
            ? [:] : try counted(of: repeated, in: year, on: day, within: reach, view)
        let others: SQL =
            repeated.isEmpty ? "TRUE" : "NOT standing.dutyID IN \(list: repeated.sorted())"
        let rows = try view.all(
            """
            SELECT agency.kind, standing.dutyID, \(StandingFacts.columns(on: day)), COUNT(*)
            FROM standing JOIN agency ON agency.id = standing.agencyID
            WHERE standing.year = \(year) AND \(reach, covers: "standing.agencyID") AND \(others)
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
            """
        ) { row in
            let sort: String = try row.next()
            let duty: MeasureID = try row.next()
            let facts = try StandingFacts(&row)
            let key = SortCount.Key(sort: sort, duty: duty, state: facts.state(on: day))
            return (key, try row.next() as Int)
        }
        return SortCount.sorted(Dictionary(rows, uniquingKeysWith: +).merging(often) { $1 })
    }

    /// The same counts from the standings themselves.
    private func counted(
        of duties: Set<MeasureID>?, in year: ROCYear, on day: Day, within reach: Reach,
        _ view: View
    ) throws -> [SortCount.Key: Int] {
        let sorts = Dictionary(
            try judge.source.agencies(view, reach, view.now.day).map { ($0.id, $0.sort) }
        ) { $1 }
        let worst = Standing.worst(try within(reach, in: year, of: duties, view), on: day)
        return Dictionary(
            worst.map { standing in
                let key = SortCount.Key(
                    sort: sorts[standing.agencyID] ?? "", duty: standing.duty,
                    state: standing.state(on: day))
                return (key, 1)
            }, uniquingKeysWith: +)
    }

    /// How many duties of each agency stand how on `day`.
    package func byAgency(
        in year: ROCYear, on day: Day, within reach: Reach, _ view: View
    ) throws -> [AgencyID: [DutyState: Int]] {
        var counts: [AgencyID: [DutyState: Int]] = [:]
        guard try isKept(year, view) else {
            for standing in try within(reach, in: year, view) {
                counts[standing.agencyID, default: [:]][standing.state(on: day), default: 0] += 1
            }
            return counts
        }
        let rows = try view.all(
            """
            SELECT standing.agencyID, \(StandingFacts.columns(on: day)), COUNT(*)
            FROM standing
            WHERE standing.year = \(year) AND \(reach, covers: "standing.agencyID")
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            """
        ) { row in
            let agency: AgencyID = try row.next()
            let facts = try StandingFacts(&row)
            return (agency, facts.state(on: day), try row.next() as Int)
        }
        for (agency, state, count) in rows {
            counts[agency, default: [:]][state, default: 0] += count
        }
        return counts
    }
}

/// How many agencies of one sort stand in one state with a duty.
package struct SortCount: Hashable, Sendable {
    package let sort: String
    package let duty: MeasureID
    package let state: DutyState
    package let count: Int

    struct Key: Hashable {
        let sort: String
        let duty: MeasureID
        let state: DutyState
    }

    static func sorted(_ counts: [Key: Int]) -> [SortCount] {
        counts.map {
            SortCount(sort: $0.key.sort, duty: $0.key.duty, state: $0.key.state, count: $0.value)
        }.sorted { ($0.sort, $0.duty, $0.state.rawValue) < ($1.sort, $1.duty, $1.state.rawValue) }
    }
}

extension StandingFacts {
    /// The columns that decide a state, few enough that grouping by them counts a city quickly;
    /// the rule itself stays in one place.
    static func columns(on day: Day) -> SQL {
        """
        standing.opensOn, standing.dueOn, standing.lateFrom, standing.isEmpty,
        standing.waivedFrom <= \(day)
          AND (standing.waivedUntil IS NULL OR standing.waivedUntil >= \(day)),
        standing.metOn <= \(day)
          AND (standing.heldUntil IS NULL OR standing.heldUntil >= \(day)),
        standing.declaredOn <= \(day)
        """
    }

    init(_ row: inout RowReader) throws {
        opensOn = try row.next()
        dueOn = try row.next()
        lateFrom = try row.next()
        isEmpty = try row.next()
        isWaived = try row.next() ?? false
        isMet = try row.next() ?? false
        isDeclared = try row.next() ?? false
    }
}
