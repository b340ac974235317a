import Access
import Kernel
import Ledger
import Registers
import Storage

/// How one register gives its rows to spreadsheets and takes them from there.
package struct Exchange<Row: Sendable>: Sendable {
    /// The plural noun in addresses and commands: `systems`.
    package let path: String
    package let title: Term
    /// What one row is called: 「資通系統」.
    package let one: Term
    package let kind: RecordKind
    package let columns: Columns<Row>
    package let see: Permission
    package let edit: Permission
    /// Whether one list holds the rows of all agencies in reach, each naming its own.
    let spansAgencies: Bool
    /// What is done to many of its rows at once beside imports and changes of one field.
    let actsOnMany: [Verb]
    var store: ExchangeStore<Row>

    package init(
        path: String, title: Term, one: Term, kind: RecordKind, columns: Columns<Row>,
        see: Permission, edit: Permission, spansAgencies: Bool = false, actsOnMany: [Verb] = [],
        store: ExchangeStore<Row>
    ) {
        self.path = path
        self.title = title
        self.one = one
        self.kind = kind
        self.columns = columns
        self.see = see
        self.edit = edit
        self.spansAgencies = spansAgencies
        self.actsOnMany = actsOnMany
        self.store = store
    }

    var importing: Verb {
        Verb("\(kind.name).\(RowVerb.importing.rawValue)", RowVerb.importing.term)
    }
}

/// Where the rows of a register are found and how they are written, whatever their tables.
package struct ExchangeStore<Row: Sendable>: Sendable {
    let rows: @Sendable (View, AgencyID) throws -> [Row]
    let head: @Sendable (Row) -> RowHead
    let names: @Sendable (View, AgencyID) throws -> [SQLName: KnownNames]
    let inspector: @Sendable (View) throws -> RowInspector<Row>?
    let add: Adding
    let revise: @Sendable (Change, [ImportPlan<Row>.Update]) throws -> Void
    let each:
        @Sendable (View, ListQuery, _ tell: (Row, _ agency: String) throws -> Void) throws -> Void
    let undo: (@Sendable (Change, [HistoryLine]) throws -> Undoing)?

    package typealias Adding = @Sendable (Change, [Row]) throws -> () throws -> Void

    /// - Parameters:
    ///   - rows: the agency's rows in use, among which an import looks for those of the file.
    ///   - head: id, agency and version of a row.
    ///   - names: the names of other registers' rows, by the column that names them.
    ///   - inspector: asks of each row what only the other rows can answer, where there is something.
    ///   - add: prepares new rows; what comes back writes them.
    ///   - revise: writes rows in the place of old ones.
    ///   - each: tells the rows that a list shows, in its order, with the names of their agencies.
    ///   - undo: takes back what the lines of one entry did; `nil` where that is not offered.
    package init(
        rows: @escaping @Sendable (View, AgencyID) throws -> [Row],
        head: @escaping @Sendable (Row) -> RowHead,
        names: @escaping @Sendable (View, AgencyID) throws -> [SQLName: KnownNames] = { _, _ in
            [:]
        },
        inspector: @escaping @Sendable (View) throws -> RowInspector<Row>? = { _ in nil },
        add: @escaping Adding,
        revise: @escaping @Sendable (Change, [ImportPlan<Row>.Update]) throws -> Void,
        each:
            @escaping @Sendable (
                View, ListQuery, _ tell: (Row, _ agency: String) throws -> Void
            ) throws -> Void,
        undo: (@Sendable (Change, [HistoryLine]) throws -> Undoing)? = nil
    ) {
        self.rows = rows
        self.head = head
        self.names = names
        self.inspector = inspector
        self.add = add
        self.revise = revise
        self.each = each
        self.undo = undo
    }
}

/// What is wrong with a row of a file beside the rows that are there: a name that means nobody, a
/// change that lacks its day. It is made for one import and may remember the rows before.
package struct RowInspector<Row> {
    let errors: (_ new: Row, _ old: Row?) throws -> [FieldError]

    package init(_ errors: @escaping (_ new: Row, _ old: Row?) throws -> [FieldError]) {
        self.errors = errors
    }
}
