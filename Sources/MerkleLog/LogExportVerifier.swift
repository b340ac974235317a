import Foundation

/// Proves an exported log without any database: what an agency, an auditor or a court runs on a
/// machine of its own.
package struct LogExportVerifier: Sendable {
    /// The keys that must have signed; they come on paper or by mail, not with the export.
    private let keys: [NoteKey]
    /// A checkpoint that the reader has kept; the log must continue it.
    private let kept: Checkpoint?

    package init(keys: [NoteKey] = [], kept: Checkpoint? = nil) {
        self.keys = keys
        self.kept = kept
    }

    /// What was proven.
    package struct Report: Hashable, Sendable {
        package let checkpoint: Checkpoint
        package let agency: String?
        package let entryCount: Int
        package let lineCount: Int
    }

    /// - Throws: the first `LogExportFlaw`.
    package func verify(_ export: Data) throws(LogExportFlaw) -> Report {
        var lines = export.split(separator: 0x0A)[...]
        let decoder = JSONDecoder()
        guard let first = lines.popFirst(),
            let header = try? decoder.decode(LogExportHeader.self, from: first),
            header.form == LogExportHeader.form
        else { throw .notAnExport }
        let checkpoint = try checkedCheckpoint(of: header)
        var walk = ExportWalk(checkpoint: checkpoint, agency: header.agency)
        for (index, line) in lines.enumerated() {
            guard let entry = try? decoder.decode(ExportedEntry.self, from: line) else {
                throw .unreadable(line: index + 2)
            }
            try walk.check(entry)
        }
        guard walk.entryCount == header.entryCount else {
            throw .cutOff(entries: walk.entryCount, of: header.entryCount)
        }
        try walk.checkEnd()
        return Report(
            checkpoint: checkpoint, agency: header.agency, entryCount: walk.entryCount,
            lineCount: walk.lineCount)
    }

    private func checkedCheckpoint(
        of header: LogExportHeader
    ) throws(LogExportFlaw) -> Checkpoint {
        guard let signed = SignedCheckpoint(header.checkpoint) else { throw .notAnExport }
        for key in keys where !signed.isSigned(by: key) { throw .unsigned(key: key.name) }
        guard let kept else { return signed.checkpoint }
        guard kept.origin == signed.checkpoint.origin else {
            throw .otherLog(origin: signed.checkpoint.origin)
        }
        let path = (header.continuation?.path ?? []).map { TreeHash($0) }
        let proof = ConsistencyProof(
            earlier: kept.size, later: signed.checkpoint.size, path: path.compactMap(\.self))
        guard !path.contains(nil), proof.proves(kept.root, continuesIn: signed.checkpoint.root)
        else { throw .otherThanKept(size: kept.size) }
        return signed.checkpoint
    }
}

/// One verification of an export under way.
private struct ExportWalk {
    let checkpoint: Checkpoint
    let agency: String?
    var entryCount = 0
    var lineCount = 0
    /// The whole tree, where the export has the whole log.
    var edge = TreeEdge()
    var ends: [String: (ordinal: Int, hash: TreeHash)] = [:]

    init(checkpoint: Checkpoint, agency: String?) {
        self.checkpoint = checkpoint
        self.agency = agency
    }

    mutating func check(_ entry: ExportedEntry) throws(LogExportFlaw) {
        guard let hash = entry.hash else { throw .altered(position: entry.position) }
        let end = ends[entry.agency]
        guard entry.ordinal == (end?.ordinal ?? 0) + 1 else {
            throw .gap(agency: entry.agency, expected: (end?.ordinal ?? 0) + 1)
        }
        guard entry.previous == end?.hash.description else {
            throw .brokenChain(position: entry.position)
        }
        try checkPlace(of: entry, hash)
        ends[entry.agency] = (entry.ordinal, hash)
        entryCount += 1
        lineCount += entry.lines.count
    }

    private mutating func checkPlace(
        of entry: ExportedEntry, _ hash: TreeHash
    ) throws(LogExportFlaw) {
        guard let agency else {
            guard entry.position == edge.size else { throw .missing(position: edge.size) }
            edge.append(hash)
            return
        }
        let path = (entry.inclusion ?? []).map { TreeHash($0) }
        let proof = InclusionProof(
            position: entry.position, size: checkpoint.size, path: path.compactMap(\.self))
        guard entry.agency == agency, !path.contains(nil),
            proof.proves(hash, in: checkpoint.root)
        else { throw .altered(position: entry.position) }
    }

    func checkEnd() throws(LogExportFlaw) {
        guard agency == nil else { return }
        guard edge.size == checkpoint.size else {
            throw .cutOff(entries: edge.size, of: checkpoint.size)
        }
        guard edge.root == checkpoint.root else { throw .otherRoot }
    }
}
