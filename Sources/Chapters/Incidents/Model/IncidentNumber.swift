import Kernel

/// The number people quote for an incident: the year of the Republic in which it was reported and
/// its place in that year over the whole city, as in `115-0042`.
///
/// Drills are counted by themselves, as in `D115-0003`, so that nobody takes one for the other. A
/// number is never used twice, even when an incident is withdrawn.
package struct IncidentNumber: Hashable, Sendable {
    package let year: ROCYear
    /// From 1 in each year.
    package let sequence: Int
    package let isDrill: Bool

    package init(year: ROCYear, sequence: Int, isDrill: Bool) {
        self.year = year
        self.sequence = sequence
        self.isDrill = isDrill
    }
}

extension IncidentNumber: LosslessStringConvertible {
    package init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(D?)([0-9]{1,3})-([0-9]{4,6})/),
            let year = Int(match.2).flatMap(ROCYear.init), let sequence = Int(match.3),
            sequence > 0
        else { return nil }
        self.init(year: year, sequence: sequence, isDrill: !match.1.isEmpty)
    }

    package var description: String {
        let digits = String(sequence)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(isDrill ? "D" : "")\(year.number)-\(padding)\(digits)"
    }
}
