/// One change of the programme as the log keeps it: who did what, when, for which agency.
///
/// An entry also carries its position in the log, its number among the agency's own entries and the
/// hash of the agency's entry before it. So the agency's entries are a chain from which none can be
/// left out unseen, and an entry that was moved says where it belongs.
package struct LogEntry: Hashable, Sendable {
    /// From 0 in the log.
    package var position: Int
    package let id: String
    /// Microseconds since 1970-01-01T00:00:00Z.
    package let madeAt: Int64
    package let author: LogAuthor
    package let verb: String
    package let agency: String
    /// From 1 within the agency.
    package let ordinal: Int
    /// The hash of the agency's entry before this; `nil` for its first.
    package let previous: TreeHash?
    package let lineCount: Int
    package let linesRoot: TreeHash

    package init(
        position: Int, id: String, madeAt: Int64, author: LogAuthor, verb: String, agency: String,
        ordinal: Int, previous: TreeHash?, lineCount: Int, linesRoot: TreeHash
    ) {
        self.position = position
        self.id = id
        self.madeAt = madeAt
        self.author = author
        self.verb = verb
        self.agency = agency
        self.ordinal = ordinal
        self.previous = previous
        self.lineCount = lineCount
        self.linesRoot = linesRoot
    }

    /// The leaf of this entry in the tree of the log.
    package var hash: TreeHash {
        var form = CanonicalBytes(form: "chengdun-entry-1", capacity: 320)
        form.add(Int64(position))
        form.add(id)
        form.add(madeAt)
        form.add(author.kind)
        form.add(author.id)
        form.add(author.name)
        form.add(author.onBehalfOf)
        form.add(verb)
        form.add(agency)
        form.add(Int64(ordinal))
        form.add(previous)
        form.add(Int64(lineCount))
        form.add(linesRoot)
        return .leaf(form.bytes)
    }
}

/// Who made an entry, in the words of the day it was made.
package struct LogAuthor: Hashable, Sendable {
    package let kind: String
    package let id: String?
    package let name: String
    package let onBehalfOf: String?

    package init(kind: String, id: String?, name: String, onBehalfOf: String?) {
        self.kind = kind
        self.id = id
        self.name = name
        self.onBehalfOf = onBehalfOf
    }
}
