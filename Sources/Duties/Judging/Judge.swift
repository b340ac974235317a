import Access
import Kernel
import Statute

/// Says how every duty stands: the law's claims on the agencies of a reach, laid beside what the
/// registers prove, what people declared and what was waived.
///
/// It asks once for the agencies, once for declarations, once for waivers and once for each proof
/// and period, however many agencies there are.
package struct Judge: Sendable {
    package let shelf: LawShelf
    package let source: FactSource
    private let proofs: [MeasureID: Proof]

    package init(law shelf: LawShelf, proofs: [Proof], facts source: FactSource) {
        self.shelf = shelf
        self.source = source
        self.proofs = Dictionary(proofs.map { ($0.measure, $0) }) { $1 }
    }

    package func proof(of duty: MeasureID) -> Proof? { proofs[duty] }

    /// The duties of `holder` whose proofs read a record of one of `kinds`.
    func measures(reading kinds: Set<RecordKind>, of holder: Proof.Holder) -> Set<MeasureID> {
        Set(
            proofs.values.filter { $0.holder == holder && !$0.reads.isDisjoint(with: kinds) }
                .map(\.measure))
    }

    /// How the duties of all agencies within `reach` stand in `year`, as known on `today`.
    ///
    /// - Parameter duties: only these, where not all are asked about.
    package func standings(
        in year: ROCYear, asOf today: Day, within reach: Reach,
        of duties: Set<MeasureID>? = nil, _ view: View, by law: Law? = nil
    ) throws -> [Standing] {
        let law = law ?? shelf.law
        let declared = try Declared.within(reach, view)
        let waived = try Waived.within(reach, view)
        var findings = Findings(proofs: proofs, reach: reach, view: view)
        var standings: [Standing] = []
        // One agency after the other, for the claims of a whole city are long to lay up.
        for agency in try source.judged(view, reach, today) {
            for claim in law.claims(on: agency, in: year, asOf: today)
            where duties?.contains(claim.duty) != false {
                standings.append(standing(claim, try findings.answer(to: claim), declared, waived))
            }
        }
        return standings
    }

    /// What the law asks of the agencies within `reach`.
    package func claims(
        in year: ROCYear, asOf today: Day, within reach: Reach,
        of duties: Set<MeasureID>? = nil, _ view: View, by law: Law? = nil
    ) throws -> [Claim] {
        let law = law ?? shelf.law
        let agencies = try source.judged(view, reach, today)
        let claims = agencies.flatMap { law.claims(on: $0, in: year, asOf: today) }
        guard let duties else { return claims }
        return claims.filter { duties.contains($0.duty) }
    }

    /// - Parameter findings: `nil` where no register proves the duty.
    private func standing(
        _ claim: Claim, _ findings: [AgencyID: Finding]?, _ declared: Declared, _ waived: Waived
    ) -> Standing {
        let agency = claim.agency.id
        let finding = findings.map { $0[agency] ?? .nothing }
        let needed = finding?.needed ?? claim.lawNumber
        let waiver = waived.waiver(of: claim.duty, by: agency, touching: claim.period)
        return Standing(
            year: claim.year, agencyID: agency, duty: claim.duty, opensOn: claim.period.opensOn,
            closesOn: claim.period.closesOn, dueOn: claim.dueOn,
            lateFrom: claim.lateFrom(isProven: finding != nil),
            counted: finding?.counted ?? 0, needed: needed,
            metOn: finding?.metOn(needing: needed, from: claim.asked.opensOn),
            heldUntil: finding?.heldUntil,
            declaredOn: finding == nil
                ? declared.latest(of: claim.duty, by: agency, in: claim.period) : nil,
            waivedFrom: waiver?.fromOn, waivedUntil: waiver?.untilOn,
            isEmpty: finding?.needed == 0)
    }
}

/// What the registers prove of the agencies of a reach: each proof is asked once for each period.
private struct Findings {
    let proofs: [MeasureID: Proof]
    let reach: Reach
    let view: View
    private var known: [Asked: [AgencyID: Finding]] = [:]

    private struct Asked: Hashable {
        let duty: MeasureID
        let period: Period
    }

    init(proofs: [MeasureID: Proof], reach: Reach, view: View) {
        self.proofs = proofs
        self.reach = reach
        self.view = view
    }

    /// `nil` where no register proves the duty.
    mutating func answer(to claim: Claim) throws -> [AgencyID: Finding]? {
        guard let proof = proofs[claim.duty] else { return nil }
        let asked = Asked(duty: claim.duty, period: claim.asked)
        if let answer = known[asked] { return answer }
        let answer = try proof.answer(view, claim.asked, reach)
        known[asked] = answer
        return answer
    }
}

extension Claim {
    /// The first day on which it is late.
    ///
    /// What is owed at all times and a register shows to be missing is late from the first day;
    /// where no register knows, nobody can say it is missing until the year ends without a word.
    fileprivate func lateFrom(isProven: Bool) -> Day? {
        switch lateness {
        case .after(let day): day.adding(days: 1)
        case .atOnce: isProven ? period.opensOn : period.closesOn.adding(days: 1)
        case .never: nil
        }
    }
}
