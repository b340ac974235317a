import Kernel
import Storage

/// What a list can be narrowed to beyond one value of one column, as in 「已停止支援」.
package struct RowQuestion: Sendable {
    /// The word in addresses.
    package let name: String
    package let term: Term
    /// What must hold of `item` on a day.
    let condition: @Sendable (Day) -> SQL

    package init(_ name: String, _ term: Term, _ condition: @escaping @Sendable (Day) -> SQL) {
        self.name = name
        self.term = term
        self.condition = condition
    }
}
