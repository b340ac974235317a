import Access
import Agencies
import Foundation
import Kernel
import Storage

/// Days on which an agency had no 資通安全長: a fact, never a judgement.
package struct CISOGap: Hashable, Sendable {
    package let fromOn: Day
    /// The last such day; none while it lasts.
    package let untilOn: Day?

    package func days(until today: Day) -> Int {
        (untilOn ?? today).number - fromOn.number + 1
    }

    /// The gaps between `terms`, from the first of them to `today`.
    package static func all(between terms: [DatedTerm], until today: Day) -> [CISOGap] {
        var gaps: [CISOGap] = []
        var next: Day?
        for term in terms.sorted(by: { $0.fromOn < $1.fromOn }) where term.fromOn <= today {
            if let open = next, open < term.fromOn {
                gaps.append(CISOGap(fromOn: open, untilOn: term.fromOn.adding(days: -1)))
            }
            guard let until = term.untilOn else { return gaps }
            next = max(next ?? until, until.adding(days: 1))
        }
        if let open = next, open <= today { gaps.append(CISOGap(fromOn: open, untilOn: nil)) }
        return gaps
    }
}

/// An agency that has no 資通安全長 today, and since when.
package struct AgencyWithoutCISO: Hashable, Sendable {
    package let agency: AgencyOnDay
    /// The day after the last one's term; `nil` where none was ever approved.
    package let since: Day?
    /// Whose appointment waits for its approval.
    package let pending: CISOPending?
}

/// An appointment that is entered and not yet approved, so that it is not in force.
package struct CISOPending: Hashable, Sendable {
    package let appointment: UUID
    package let name: String

    package var term: Term {
        Term("\(name)的派任簽核中，還沒有核可日期和文號", en: "\(name), waiting for approval")
    }

    /// The last of each agency of `reach` whose term does not end before today.
    package static func all(in reach: Reach, _ view: View) throws -> [AgencyID: CISOPending] {
        let rows: [(AgencyID, CISOPending)] = try view.all(
            """
            SELECT item.agencyID, item.id, item.name FROM cisoAppointment item
            WHERE \(reach, covers: "item.agencyID") AND item.removedAt IS NULL
              AND item.approved = \(false)
              AND (item.untilOn IS NULL OR item.untilOn >= \(view.now.day))
            ORDER BY item.fromOn, item.id
            """
        ) { (try $0.next(), CISOPending(appointment: try $0.next(), name: try $0.next())) }
        return Dictionary(rows) { $1 }
    }
}

extension CISOGap {
    /// The agencies of `reach` without a 資通安全長 today.
    package static func agencies(in reach: Reach, _ view: View) throws -> [AgencyWithoutCISO] {
        let today = view.now.day
        let held = try terms(in: reach, view)
        let pending = try CISOPending.all(in: reach, view)
        return try AgencyOnDay.all(on: today, in: reach, view).compactMap { agency in
            let terms = held[agency.id] ?? []
            guard !terms.contains(where: { $0.covers(today) }) else { return nil }
            let gap = all(between: terms, until: today).last
            return AgencyWithoutCISO(
                agency: agency, since: gap?.fromOn, pending: pending[agency.id])
        }
    }

    /// What the list of appointments says on top; `nil` when every agency has one.
    static func note(_ view: View) throws -> Term? {
        let missing = try agencies(in: view.reach(.open), view)
        guard let first = missing.first else { return nil }
        guard missing.count == 1 else {
            return Term(
                "今天有 \(missing.count) 個機關沒有資安長。看是哪些、從哪天起。",
                en: "\(missing.count) agencies have no CISO today. See which, and since when.")
        }
        return first.sentence(on: view.now.day)
    }

    private static func terms(in reach: Reach, _ view: View) throws -> [AgencyID: [DatedTerm]] {
        let rows: [(AgencyID, DatedTerm)] = try view.all(
            """
            SELECT item.agencyID, item.fromOn, item.untilOn FROM cisoAppointment item
            WHERE \(reach, covers: "item.agencyID") AND item.removedAt IS NULL
              AND item.approved = \(true)
            """
        ) { (try $0.next(), try DatedTerm(from: $0.next(), until: $0.next())) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension AgencyWithoutCISO {
    func sentence(on today: Day) -> Term {
        guard let since else {
            if let pending {
                return Term(
                    "\(agency.name)今天沒有資安長：\(pending.term.zh)。",
                    en: "\(agency.name) has no CISO today: \(pending.term.en).")
            }
            return Term("\(agency.name)還沒有登錄資安長。", en: "\(agency.name) has no CISO entered.")
        }
        let days = today.number - since.number + 1
        return Term(
            "\(agency.name)從 \(since.rocSlashes) 起沒有資安長，到今天 \(days) 天。",
            en: "\(agency.name) has had no CISO since \(since): \(days) days.")
    }
}
