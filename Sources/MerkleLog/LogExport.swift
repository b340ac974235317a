import Foundation

/// The first line of an exported log: whose entries follow, and the state of the log they belong
/// to.
///
/// An export is a text of JSON objects, one a line: this, then an `ExportedEntry` for each entry.
package struct LogExportHeader: Codable, Hashable, Sendable {
    package let form: String
    /// The agency whose entries follow; `nil` for the whole log.
    package let agency: String?
    package let entryCount: Int
    /// The state of the log, with its signatures, as `SignedCheckpoint` writes it.
    package let checkpoint: String
    /// Shows that the log continues an earlier checkpoint that the reader has kept.
    package let continuation: Continuation?

    /// A consistency proof as an export holds it.
    package struct Continuation: Codable, Hashable, Sendable {
        package let size: Int
        package let path: [String]

        package init(_ proof: ConsistencyProof) {
            size = proof.earlier
            path = proof.path.map(\.description)
        }
    }

    package init(
        agency: String?, entryCount: Int, checkpoint: String, continuation: Continuation?
    ) {
        form = Self.form
        self.agency = agency
        self.entryCount = entryCount
        self.checkpoint = checkpoint
        self.continuation = continuation
    }

    package static let form = "chengdun-ledger-1"
}

/// One entry of an export, with all that its hash is made of.
package struct ExportedEntry: Codable, Hashable, Sendable {
    package let position: Int
    package let id: String
    package let madeAt: Int64
    package let authorKind: String
    package let authorID: String?
    package let authorName: String
    package let onBehalfOf: String?
    package let verb: String
    package let agency: String
    package let ordinal: Int
    package let previous: String?
    package let lines: [ExportedLine]
    /// The way from the entry up to the root; only where not all entries are there.
    package let inclusion: [String]?

    /// One line of an exported entry.
    package struct ExportedLine: Codable, Hashable, Sendable {
        package let recordKind: String
        package let recordID: String
        package let before: String?
        package let after: String?

        var asLogged: LogLine {
            LogLine(recordKind: recordKind, recordID: recordID, before: before, after: after)
        }
    }

    package init(_ entry: LogEntry, lines: [LogLine], inclusion: InclusionProof?) {
        position = entry.position
        id = entry.id
        madeAt = entry.madeAt
        authorKind = entry.author.kind
        authorID = entry.author.id
        authorName = entry.author.name
        onBehalfOf = entry.author.onBehalfOf
        verb = entry.verb
        agency = entry.agency
        ordinal = entry.ordinal
        previous = entry.previous?.description
        self.lines = lines.map { line in
            ExportedLine(
                recordKind: line.recordKind, recordID: line.recordID, before: line.before,
                after: line.after)
        }
        self.inclusion = inclusion?.path.map(\.description)
    }

    /// The leaf computed from the entry's words; `nil` where a hash cannot be read.
    var hash: TreeHash? {
        let remembered = previous.map { TreeHash($0) }
        if case .some(.none) = remembered { return nil }
        return LogEntry(
            position: position, id: id, madeAt: madeAt,
            author: LogAuthor(
                kind: authorKind, id: authorID, name: authorName, onBehalfOf: onBehalfOf),
            verb: verb, agency: agency, ordinal: ordinal, previous: remembered ?? nil,
            lineCount: lines.count, linesRoot: TreeHash(ofLines: lines.map(\.asLogged.hash))
        ).hash
    }
}

extension Encodable {
    /// One line of an export: JSON with sorted names and its end.
    package func exportedLine() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(self)) + [0x0A]
    }
}
