import Storage

/// How many rows there are: those of one agency to the last, others no further than a page needs.
package struct CappedCount: Hashable, Sendable {
    package static let cap = 1_000
    package let number: Int
    /// Whether there may be more than the number says.
    package let isCapped: Bool

    /// Rows that were counted no further than one beyond the cap.
    ///
    /// - Parameter orMore: whether the counting ended before the rows did.
    package init(number: Int, orMore: Bool = false) {
        self.number = number
        isCapped = orMore || number > Self.cap
    }

    /// Rows that were all counted.
    package init(all number: Int) {
        self.number = number
        isCapped = false
    }
}

extension CappedCount: CustomStringConvertible {
    package var description: String {
        guard isCapped else { return "\(number)" }
        return number > Self.cap ? "1,000+" : "\(number)+"
    }
}

extension View {
    /// How many rows the query `rows` finds: to the last where a figure elsewhere may lead to their
    /// list, else no further than a page needs.
    package func count(_ rows: SQL, toTheLast isWhole: Bool) throws -> CappedCount {
        let counted = isWhole ? rows : "\(rows) LIMIT \(CappedCount.cap + 1)"
        let number = try value("SELECT count(*) FROM (\(counted)) AS counted", as: Int.self) ?? 0
        return isWhole ? CappedCount(all: number) : CappedCount(number: number)
    }
}
