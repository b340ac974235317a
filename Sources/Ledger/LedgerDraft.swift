import Foundation
import Kernel
import Storage

// The agreed words of the ledger, until its own files replace this one.

package struct Author: Hashable, Sendable {
    package enum Kind: String, Sendable { case person, token, console, job }
    package let kind: Kind
    package let id: UUID?
    package let name: String
    package let onBehalfOf: String?

    package init(kind: Kind, id: UUID?, name: String, onBehalfOf: String?) {
        self.kind = kind
        self.id = id
        self.name = name
        self.onBehalfOf = onBehalfOf
    }
}

package struct Line: Sendable {
    package let record: RecordID
    package let before: String?
    package let after: String?

    package init(record: RecordID, before: String?, after: String?) {
        self.record = record
        self.before = before
        self.after = after
    }
}

package enum EntrySubject {}

package struct NewEntry: Sendable {
    package let lines: [Line]

    package init(at: Instant, author: Author, verb: String, agency: AgencyID, lines: [Line]) {
        self.lines = lines
    }
}

package enum LedgerWriter {
    package static func append(
        _ entry: NewEntry, to session: any Session
    ) throws -> ID<EntrySubject> {
        ID(UUID())
    }
}
