import Access
import Kernel
import Storage

/// What a list can be narrowed to beyond one value of one column, as in 「已停止支援」.
package struct RowQuestion: Sendable {
    /// The word in addresses.
    package let name: String
    package let term: Term
    /// Whether the list answers this when nothing else is asked.
    let isUsual: Bool
    /// What is said on top of the list when there are such rows; `nil` where nothing is amiss.
    let note: (@Sendable (CappedCount) -> Term)?
    /// What must hold of `item` on a day.
    package let condition: @Sendable (Day) -> SQL

    /// The word for every row, whatever is usual.
    static let everything = "all"

    package init(
        _ name: String, _ term: Term, isUsual: Bool = false,
        note: (@Sendable (CappedCount) -> Term)? = nil,
        _ condition: @escaping @Sendable (Day) -> SQL
    ) {
        self.name = name
        self.term = term
        self.isUsual = isUsual
        self.note = note
        self.condition = condition
    }
}
