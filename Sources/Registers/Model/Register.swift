import Access
import Kernel
import Storage

/// One list that an agency keeps: what it holds, what it is called, who may see and change it.
package final class Register<Row: RegisterRow>: Sendable {
    package let kind: RecordKind
    package let table: SQLName
    /// The plural noun in addresses: `systems`.
    package let path: String
    package let title: Term
    /// What one row is called: 「資通系統」.
    package let one: Term
    /// Why the list is empty at first, and the next step.
    package let emptyHint: Term
    package let columns: Columns<Row>
    /// Sentences about a row, each under one of its columns: why a derived value is what it is.
    package let remarks: @Sendable (Row) -> [Remark]
    package let sort: SQLName
    package let see: Permission
    package let edit: Permission
    package let supervision: Supervision
    /// The columns that name rows of other registers in words.
    package let references: [Reference]
    /// What can be done with the rows that a list finds, beside changing them.
    package let ways: [ListWay]
    /// What else changes with a row; `nil` for a register that stands alone.
    package let ties: RegisterTies<Row>?
    /// What its pages have beyond its columns.
    package let extras: RegisterExtras<Row>

    package init(
        kind: RecordKind, table: SQLName, path: String, title: Term, one: Term, emptyHint: Term,
        sort: SQLName, see: Permission, edit: Permission, supervision: Supervision,
        columns: Columns<Row>, remarks: @escaping @Sendable (Row) -> [Remark] = { _ in [] },
        references: [Reference] = [], ways: [ListWay] = [], ties: RegisterTies<Row>? = nil,
        extras: RegisterExtras<Row> = RegisterExtras()
    ) {
        self.kind = kind
        self.table = table
        self.path = path
        self.title = title
        self.one = one
        self.emptyHint = emptyHint
        self.sort = sort
        self.see = see
        self.edit = edit
        self.supervision = supervision
        self.columns = columns
        self.remarks = remarks
        self.references = references
        self.ways = ways
        self.ties = ties
        self.extras = extras
    }
}

/// A column that names a row of another register in words, as an asset names its system.
///
/// An import takes the spelling of that register where one row is meant, and keeps the words where
/// none or several are.
package struct Reference: Sendable {
    package let column: SQLName
    /// What such a row is called: 「資通系統」.
    package let one: Term
    /// The names that there are in an agency.
    package let names: @Sendable (View, AgencyID) throws -> [String]

    package init(
        _ column: SQLName, to one: Term,
        names: @escaping @Sendable (View, AgencyID) throws -> [String]
    ) {
        self.column = column
        self.one = one
        self.names = names
    }
}

/// A page that shows the rows of a list in another way: as labels, as they were.
package struct ListWay: Sendable {
    package let term: Term
    /// What stands behind the list's own address.
    package let segment: String

    package init(_ term: Term, _ segment: String) {
        self.term = term
        self.segment = segment
    }
}

/// A sentence about one value of a row.
package struct Remark: Hashable, Sendable {
    package let field: SQLName
    package let sentence: Term

    package init(_ field: SQLName, _ sentence: Term) {
        self.field = field
        self.sentence = sentence
    }
}
