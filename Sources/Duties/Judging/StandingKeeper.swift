import Access
import Kernel
import Ledger
import Statute
import Storage

/// Keeps the standings of the years that people work in, so that a board is one scan.
///
/// Every change answers anew, in its own transaction, the proofs that read what it touched. What
/// changes with the calendar alone is counted anew once a day.
package struct StandingKeeper: Sendable {
    package let judge: Judge

    package init(judge: Judge) {
        self.judge = judge
    }

    /// What the Door runs after each change.
    package var effect: Effect {
        let judge = judge
        let facts = judge.source.reads
        let statements: Set<RecordKind> = [DutyDeclaration.kind, DutyWaiver.kind]
        let ofLaw: Set<RecordKind> = [CityDuty.kind, OfficeCalendar.kind]
        return Effect { change, lines in
            let kinds = change.kinds
            guard kinds.isDisjoint(with: ofLaw) else {
                return try keepAll(
                    change.view,
                    by: judge.shelf.law(with: try CityLaw.read(change.view.session)))
            }
            let agencies = try Self.agencies(lines, judge.source, change)
            let measures = judge.measures(reading: kinds, of: .agency)
            let ofCity = judge.measures(reading: kinds, of: .city)
            let isWhole =
                !kinds.isDisjoint(with: facts.union(statements))
                || judge.source.conditions.isMoved(by: lines, of: kinds)
            guard isWhole || !measures.isEmpty || !ofCity.isEmpty else { return }
            try judge.shelf.bringUpToDate(change.view.session)
            let reaches =
                agencies.count > Self.manyAgencies ? [.city] : agencies.map { Reach.agency($0) }
            let office = ofCity.isEmpty ? nil : try Self.office(change.view)
            for year in try Self.keptYears(change.view.session) {
                for reach in reaches where isWhole || !measures.isEmpty {
                    try Self.recount(
                        year, within: reach, of: isWhole ? nil : measures, judge, change.view)
                }
                if let office {
                    try Self.recount(
                        year, within: .agency(office), of: ofCity, judge, change.view)
                }
            }
        }
    }

    /// From so many agencies on it is quicker to count all anew.
    private static let manyAgencies = 20

    /// Whose duties a change may have moved: its agency, those whose own facts it touched, and
    /// their superiors before and after.
    private static func agencies(
        _ lines: [Line], _ facts: FactSource, _ change: Change
    ) throws -> Set<AgencyID> {
        guard !facts.reads.isDisjoint(with: change.kinds) else { return [change.agency] }
        let touched = lines.filter { facts.reads.contains($0.record.kind) }
        let own =
            touched.map { AgencyID($0.record.uuid) }
            + (try facts.owners(change.view, touched.map(\.record)))
        let superiors: [AgencyID] = try change.view.values(
            """
            SELECT DISTINCT parentID FROM agency
            WHERE id IN \(list: own) AND parentID IS NOT NULL
            """)
        let former = touched.compactMap { line in
            line.before?.firstMatch(of: /"parentID":"([0-9a-f-]{36})"/)
                .flatMap { AgencyID(String($0.1)) }
        }
        return Set(own + superiors + former + [change.agency])
    }

    /// Who owes what the city owes for all.
    private static func office(_ view: View) throws -> AgencyID? {
        try view.value("SELECT id FROM agency WHERE parentID IS NULL ORDER BY id LIMIT 1")
    }

    /// Counts a year anew for all agencies and keeps the outcome. A year that was not kept is kept
    /// from now on.
    package func keep(_ year: ROCYear, _ view: View, by law: Law? = nil) throws {
        let today = view.now.day
        try view.session.execute(
            """
            INSERT INTO standingYear (year, judgedOn) VALUES (\(year), \(today))
            ON CONFLICT (year) DO UPDATE SET judgedOn = excluded.judgedOn
            """)
        try Self.recount(year, within: .city, of: nil, judge, view, by: law)
    }

    /// Counts every kept year anew, as after a change of the law.
    package func keepAll(_ view: View, by law: Law? = nil) throws {
        for year in try Self.keptYears(view.session) { try keep(year, view, by: law) }
    }

    /// Keeps the year of today and counts anew what was last counted on another day.
    ///
    /// - Returns: the years that were counted.
    package func keepUpToDate(_ door: Door) async throws -> [ROCYear] {
        try await door.derive(for: "standings") { view in
            let today = view.now.day
            try judge.shelf.bringUpToDate(view.session)
            let stale: [ROCYear] = try view.values(
                "SELECT year FROM standingYear WHERE judgedOn <> \(today) ORDER BY year")
            let year = ROCYear(of: today)
            let isKept = try Self.keptYears(view.session).contains(year)
            let counted = stale + (isKept ? [] : [year])
            for year in counted { try keep(year, view) }
            return counted
        } ?? []
    }

    private static func recount(
        _ year: ROCYear, within reach: Reach, of measures: Set<MeasureID>?, _ judge: Judge,
        _ view: View, by law: Law? = nil
    ) throws {
        let new = try judge.standings(
            in: year, asOf: view.now.day, within: reach, of: measures, view, by: law)
        let old = try Standing.kept(in: year, within: reach, of: measures, view.session)
        try Standing.replace(old, with: new, view.session)
    }

    static func keptYears(_ session: any Session) throws -> [ROCYear] {
        try session.values("SELECT year FROM standingYear ORDER BY year")
    }
}
