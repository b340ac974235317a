import Access
import Evidence
import Kernel
import Statute
import Storage

/// What people can do with duties: see them, sign for what no register proves, record a waiver.
package struct DutyDesk: Sendable {
    package let door: Door
    package let standings: Standings

    package init(door: Door, standings: Standings) {
        self.door = door
        self.standings = standings
    }

    private var judge: Judge { standings.judge }

    /// What `agency` owes in `year`.
    ///
    /// - Throws: `AgencyRefusal.unknown` outside the caller's reach.
    package func list(
        of agency: AgencyID, in year: ROCYear, by caller: Caller
    ) async throws -> DutyList {
        try await door.read(by: caller) { view in try list(of: agency, in: year, view) }
    }

    package func list(
        of agency: AgencyID, in year: ROCYear, _ view: View
    ) throws -> DutyList {
        let judged = try judged(agency, view)
        let law = judge.shelf.law
        let entries = try entries(of: judged, in: year, view)
        let absences = law.absences(
            of: judged, beside: Set(entries.map(\.claim.duty)), on: year.nearest(to: view.now.day))
        return DutyList(agency: judged, year: year, entries: entries, absences: absences)
    }

    /// One duty of `agency`, with what counted and what was said about it.
    ///
    /// - Throws: `DutyRefusal.unknown` for a duty that the law does not know;
    ///   `AgencyRefusal.unknown` outside the caller's reach.
    package func look(
        at duty: MeasureID, of agency: AgencyID, in year: ROCYear, by caller: Caller
    ) async throws -> DutyCase {
        try await door.read(by: caller) { view in
            let day = year.nearest(to: view.now.day)
            let law = judge.shelf.law
            let judged = try judged(agency, view)
            let known = try law.duty(duty, on: day)
            let entries = try entries(of: judged, in: year, view).filter { $0.claim.duty == duty }
            let proof = judge.proof(of: duty)
            let claim = (entries.first { $0.claim.period.contains(day) } ?? entries.last)?.claim
            let absence =
                entries.isEmpty
                ? law.absences(of: judged, beside: [], on: day).first { $0.duty.id == known.id }
                : nil
            let declarations = try DutyDeclaration.all(of: duty, by: agency, view)
            return DutyCase(
                agency: judged, year: year, duty: known, entries: entries,
                absence: absence?.reason, proof: proof,
                confirmation: try RuleConfirmation.all(
                    of: RuleName(.duty, known.id), view.session
                ).first { $0.holds(for: known.rule) },
                rows: try claim.flatMap { claim in
                    guard let proof, caller.may(proof.see) else { return nil }
                    return try proof.rows(view, claim.asked, agency)
                } ?? [],
                declarations: declarations,
                evidence: try EvidenceFile.all(
                    of: declarations.map(\.recordID), kind: DutyDeclaration.kind, view),
                waivers: try DutyWaiver.all(of: duty, by: agency, view))
        }
    }

    /// How the agencies that the caller sees stand with one duty, each once: of several periods in
    /// the year, with the one that presses most.
    package func agencies(
        owing duty: MeasureID, in year: ROCYear, by caller: Caller
    ) async throws -> (duty: Duty, agencies: [AgencyStanding]) {
        try await door.read(by: caller) { view in try agencies(owing: duty, in: year, view) }
    }

    func agencies(
        owing duty: MeasureID, in year: ROCYear, _ view: View
    ) throws -> (duty: Duty, agencies: [AgencyStanding]) {
        let known = try judge.shelf.law.duty(duty, on: year.nearest(to: view.now.day))
        let reach = view.reach(.open)
        let agencies = Dictionary(
            try judge.source.agencies(view, reach, view.now.day).map { ($0.id, $0) }
        ) { $1 }
        let standings = try standings.ofDuty(duty, in: year, within: reach, view)
        return (
            known,
            Standing.worst(standings, on: view.now.day).compactMap { standing in
                agencies[standing.agencyID].map {
                    AgencyStanding(agency: $0, standing: standing)
                }
            }
        )
    }

    /// Everything that the agencies the caller sees owe, agency by agency.
    ///
    /// - Parameter today: the day as of which it is judged anew; `nil` for today, as kept.
    package func all(
        in year: ROCYear, asOf today: Day? = nil, within reach: Reach, _ view: View
    ) throws -> [DutyList] {
        let day = today ?? view.now.day
        let law = judge.shelf.law
        let agencies = try judge.source.judged(view, reach, day)
        let standings =
            try today.map { try judge.standings(in: year, asOf: $0, within: reach, view) }
            ?? standings.within(reach, in: year, view)
        let byKey = Dictionary(standings.map { ($0.key, $0) }) { $1 }
        return agencies.map { agency in
            let entries = law.claims(on: agency, in: year, asOf: day).compactMap { claim in
                byKey[claim.key].map { DutyEntry(claim: claim, standing: $0) }
            }
            let absences = law.absences(
                of: agency, beside: Set(entries.map(\.claim.duty)), on: year.nearest(to: day))
            return DutyList(agency: agency, year: year, entries: entries, absences: absences)
        }
    }

    /// The agency as the law looks at it today.
    ///
    /// - Throws: `AgencyRefusal.unknown` outside the caller's reach.
    package func judged(_ agency: AgencyID, _ view: View) throws -> JudgedAgency {
        let found = try Agency.find(agency, view)
        let judged = try judge.source.judged(view, .agency(found.id), view.now.day).first
        guard let judged else { throw AgencyRefusal.unknown }
        return judged
    }

    private func entries(
        of agency: JudgedAgency, in year: ROCYear, _ view: View
    ) throws -> [DutyEntry] {
        let standings = try standings.ofAgency(agency.id, in: year, view)
        let byKey = Dictionary(standings.map { ($0.key, $0) }) { $1 }
        return judge.shelf.law.claims(on: agency, in: year, asOf: view.now.day).compactMap {
            claim in
            byKey[claim.key].map { DutyEntry(claim: claim, standing: $0) }
        }
    }
}

extension Claim {
    var key: Standing.Key {
        Standing.Key(year: year, agencyID: agency.id, duty: duty, opensOn: period.opensOn)
    }
}

extension ROCYear {
    /// `day`, or the day of this year that is nearest to it.
    package func nearest(to day: Day) -> Day { min(max(day, firstDay), lastDay) }
}

extension Law {
    /// The duties that are owed several times a year, each time for a period of its own.
    var repeatedInYear: Set<MeasureID> {
        Set(
            duties.filter { duty in
                duty.levels.values.contains {
                    if case .each(_, let months) = $0 { months < 12 } else { false }
                }
            }.map { MeasureID($0.id) })
    }

    /// The wording of a duty on a day, or the last there was.
    func duty(_ id: MeasureID, on day: Day) throws(DutyRefusal) -> Duty {
        let wordings = duties.filter { $0.id == id.text }
        guard let duty = wordings.last(where: { $0.rule.span.contains(day) }) ?? wordings.last
        else { throw .unknown }
        return duty
    }
}

extension DutyDeclaration {
    /// What was signed about a duty: what stands first, then the newest.
    static func all(of duty: MeasureID, by agency: AgencyID, _ view: View) throws -> [Self] {
        try view.all(
            """
            SELECT \(columns) FROM dutyDeclaration
            WHERE agencyID = \(agency) AND dutyID = \(duty)
            ORDER BY endedAt IS NOT NULL, signedAt DESC, id DESC
            """)
    }

    /// A declaration that the caller may look at.
    ///
    /// - Throws: `DutyRefusal.unknown` outside the caller's reach.
    package static func find(_ id: DeclarationID, _ view: View) throws -> Self {
        let found: Self? = try view.first(
            """
            SELECT \(columns) FROM dutyDeclaration
            WHERE id = \(id) AND \(view.reach(.open), covers: "dutyDeclaration.agencyID")
            """)
        guard let found else { throw DutyRefusal.unknown }
        return found
    }
}

extension DutyWaiver {
    /// The waivers of a duty, the newest first.
    static func all(of duty: MeasureID, by agency: AgencyID, _ view: View) throws -> [Self] {
        try view.all(
            """
            SELECT \(columns) FROM dutyWaiver
            WHERE agencyID = \(agency) AND dutyID = \(duty)
            ORDER BY recordedAt DESC, id DESC
            """)
    }

    /// - Throws: `DutyRefusal.unknown` outside the caller's reach.
    static func find(_ id: WaiverID, _ view: View) throws -> Self {
        let found: Self? = try view.first(
            """
            SELECT \(columns) FROM dutyWaiver
            WHERE id = \(id) AND \(view.reach(.open), covers: "dutyWaiver.agencyID")
            """)
        guard let found else { throw DutyRefusal.unknown }
        return found
    }
}
