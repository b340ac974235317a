import Access
import Storage

extension View {
    /// How many rows the query `rows` finds: to the last where a figure elsewhere may lead to their
    /// list, else no further than a page needs.
    package func count(_ rows: SQL, toTheLast isWhole: Bool) throws -> CappedCount {
        let counted = isWhole ? rows : "\(rows) LIMIT \(CappedCount.cap + 1)"
        let number = try value("SELECT count(*) FROM (\(counted)) AS counted", as: Int.self) ?? 0
        return isWhole ? CappedCount(all: number) : CappedCount(number: number)
    }
}
