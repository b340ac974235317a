import Kernel
import Storage

/// What an import would do to a register of one agency, worked out before anything is touched.
package struct ImportPlan<Row: Sendable>: Sendable {
    /// How many rows are new.
    package internal(set) var created = 0
    /// The first that are new, as many as are shown.
    package internal(set) var firstCreated: [Row] = []
    package internal(set) var updated: [Update] = []
    package internal(set) var unchanged = 0
    /// How many rows lose what stood in a field, for the file has a blank there.
    package internal(set) var emptied: [SQLName: Int] = [:]
    /// The rows of the file that cannot be taken, each once.
    package internal(set) var refused: [Int] = []
    package internal(set) var errors: [ImportError] = []
    /// What was taken but deserves a look.
    package internal(set) var notes: [ImportNote] = []

    /// A row before and after.
    package struct Update: Sendable {
        package let old: Row
        package let new: Row
        /// Whether it loses what stood in a field, for the file has a blank there.
        var isEmptied = false
    }

    /// How many rows the file holds.
    package var read: Int { accepted + unchanged + refused.count }
    /// How many rows would be written.
    package var accepted: Int { created + updated.count }
    /// How many fields lose what stood in them.
    package var emptiedCount: Int { emptied.values.reduce(0, +) }
    /// How many new or changed rows, and words about rows, are shown before they are written.
    static var shown: Int { 20 }
}

/// A word about a row that was taken as it is.
package struct ImportNote: Hashable, Sendable {
    package let row: Int
    let kind: Kind
    package let message: Term

    enum Kind: Sendable {
        /// Words that are no name were kept.
        case kept
        /// A part of a name was enough.
        case recognised
    }
}

/// What an import did or would do, in numbers, with what is wrong.
package struct ImportReport: Hashable, Sendable, Encodable {
    package let register: String
    package let read: Int
    package let created: Int
    package let updated: Int
    package let unchanged: Int
    package let refused: Int
    /// How many fields of rows in use lose what stood in them, for the file has a blank there; `nil`
    /// where none does.
    package let emptied: Int?
    package let errors: [ImportError]
    /// The change by which the import can be taken back; `nil` where nothing was written.
    var entry: String?
    /// What whoever gave a command should hear beside the numbers; programs are not told.
    package var remarks: [Term] = []

    private enum CodingKeys: CodingKey {
        case register, read, created, updated, unchanged, refused, emptied, errors, entry
    }

    package init<Row>(_ plan: ImportPlan<Row>, of register: String) {
        self.register = register
        read = plan.read
        created = plan.created
        updated = plan.updated.count
        unchanged = plan.unchanged
        refused = plan.refused.count
        emptied = plan.emptiedCount > 0 ? plan.emptiedCount : nil
        errors = plan.errors
    }
}
