import Kernel
import MerkleLog
import Storage

/// One change on its way into the ledger: who did what for which agency, and a line a record.
package struct NewEntry: Sendable {
    package let at: Instant
    package let author: Author
    /// The stable word for what was done, as in `system.declare`.
    package let verb: String
    /// The agency whose affair it is: the entry gets that agency's next number.
    package let agency: AgencyID
    package let lines: [Line]
    /// What the lines of this entry only commit to.
    package let secrets: [Secret]

    package init(
        at: Instant, author: Author, verb: String, agency: AgencyID, lines: [Line],
        secrets: [Secret] = []
    ) {
        self.at = at
        self.author = author
        self.verb = verb
        self.agency = agency
        self.lines = lines
        self.secrets = secrets
    }
}

/// What an `EntryID` names: one change in the ledger.
package enum EntrySubject {}
package typealias EntryID = ID<EntrySubject>

/// What a change did to one record.
package struct Line: Hashable, Sendable {
    package let record: RecordID
    /// The record's columns as a JSON object with sorted names; `nil` for a new record.
    package let before: String?
    /// The same after the change; `nil` for a record that was removed.
    package let after: String?
    /// The leaf in the small tree of its entry: taken where the line is made, which may be ahead of
    /// the writing.
    let hash: TreeHash

    package init(record: RecordID, before: String?, after: String?) {
        self.record = record
        self.before = before
        self.after = after
        let logged = LogLine(
            recordKind: record.kind.name, recordID: record.uuid.hyphenated, before: before,
            after: after)
        hash = logged.hash
    }
}
