import Access
import Kernel
import Storage

/// The declarations that stand, as the judge looks them up.
struct Declared {
    private let days: [Claimed: [Day]]

    private struct Claimed: Hashable {
        let agency: AgencyID
        let duty: MeasureID
    }

    static func within(_ reach: Reach, _ view: View) throws -> Declared {
        var days: [Claimed: [Day]] = [:]
        _ = try view.all(
            """
            SELECT agencyID, dutyID, countsOn FROM dutyDeclaration
            WHERE \(reach, covers: "dutyDeclaration.agencyID") AND state = 'standing'
            """
        ) { row in
            let claimed = Claimed(agency: try row.next(), duty: try row.next())
            days[claimed, default: []].append(try row.next())
        }
        return Declared(days: days)
    }

    /// The latest day in `period` for which it was declared.
    func latest(of duty: MeasureID, by agency: AgencyID, in period: Period) -> Day? {
        days[Claimed(agency: agency, duty: duty)]?.filter(period.contains).max()
    }
}

/// The waivers that were not withdrawn, as the judge looks them up.
struct Waived {
    struct Span: Hashable {
        let fromOn: Day
        let untilOn: Day?
    }

    private let spans: [Claimed: [Span]]

    private struct Claimed: Hashable {
        let agency: AgencyID
        let duty: MeasureID
    }

    static func within(_ reach: Reach, _ view: View) throws -> Waived {
        let rows = try view.all(
            """
            SELECT agencyID, dutyID, fromOn, untilOn FROM dutyWaiver
            WHERE \(reach, covers: "dutyWaiver.agencyID") AND withdrawnAt IS NULL
            """
        ) { row in
            (
                Claimed(agency: try row.next(), duty: try row.next()),
                Span(fromOn: try row.next(), untilOn: try row.next())
            )
        }
        return Waived(spans: Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) })
    }

    /// The waiver that reaches furthest into `period`.
    func waiver(of duty: MeasureID, by agency: AgencyID, touching period: Period) -> Span? {
        spans[Claimed(agency: agency, duty: duty)]?.filter { span in
            span.fromOn <= period.closesOn
                && (span.untilOn.map { $0 >= period.opensOn } ?? true)
        }.max { one, other in
            guard let end = one.untilOn else { return false }
            guard let otherEnd = other.untilOn else { return true }
            return (end, one.fromOn) < (otherEnd, other.fromOn)
        }
    }
}
