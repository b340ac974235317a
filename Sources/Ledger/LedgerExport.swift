import Kernel
import MerkleLog
import Storage

/// The log, or one agency's part of it, written down so that it can be proven elsewhere.
package struct LedgerExport: Sendable {
    private let origin: String
    private let agency: AgencyID?
    private let kept: Checkpoint?
    private let signer: NoteSigner?

    /// - Parameters:
    ///   - origin: the name of the log, as its checkpoints carry it.
    ///   - agency: whose entries; `nil` for the whole log.
    ///   - kept: a checkpoint the reader has, which the export shows the log to continue.
    ///   - signer: who signs the state of the log.
    package init(
        origin: String, agency: AgencyID?, kept: Checkpoint? = nil, signer: NoteSigner? = nil
    ) {
        self.origin = origin
        self.agency = agency
        self.kept = kept
        self.signer = signer
    }

    /// Writes the lines of the export one after the other.
    ///
    /// - Returns: how many entries it has.
    package func write(
        in session: any Session, to sink: ([UInt8]) throws -> Void
    ) throws -> Int {
        let checkpoint = try History.checkpoint(origin: origin, in: session)
        let nodes = StoredTree.nodeSource(in: session)
        let proof = try kept.flatMap { kept in
            try ConsistencyProof(from: kept.size, to: checkpoint.size, nodes)
        }
        let unsigned = SignedCheckpoint(checkpoint)
        let signed = signer.map { unsigned.signed(by: $0) } ?? unsigned
        let count = try entryCount(in: session)
        let header = LogExportHeader(
            agency: agency?.description, entryCount: count, checkpoint: "\(signed)",
            continuation: proof.map { .init($0) })
        try sink(try header.exportedLine())
        var next = 0
        while let page = try page(from: next, in: session), let last = page.last {
            let lines = try ExportLines.of(page.map(\.entryID), in: session)
            for placed in page {
                let entry = try exported(
                    placed, lines[placed.entryID] ?? [], checkpoint.size, nodes)
                try sink(try entry.exportedLine())
            }
            next = last.position + 1
        }
        return count
    }

    private func exported(
        _ placed: PlacedEntry, _ lines: [LogLine], _ size: Int, _ nodes: NodeSource
    ) throws -> ExportedEntry {
        let root = TreeHash(ofLines: lines.map(\.hash))
        guard let content = placed.content,
            let entry = placed.logged(content, at: placed.position, linesRoot: root)
        else { throw LedgerFlaw.missingEntry(at: placed.position) }
        let proof = try agency.flatMap { _ in
            try InclusionProof(of: placed.position, inLogOf: size, nodes)
        }
        return ExportedEntry(entry, lines: lines, inclusion: proof)
    }

    private func entryCount(in session: any Session) throws -> Int {
        guard let agency else {
            return try session.value("SELECT COUNT(*) FROM leaf") ?? 0
        }
        return try session.value("SELECT COUNT(*) FROM leaf WHERE agencyID = \(agency)") ?? 0
    }

    private func page(from position: Int, in session: any Session) throws -> [PlacedEntry]? {
        let page =
            if let agency {
                try PlacedEntry.page(of: agency, from: position, limit: 500, in: session)
            } else {
                try PlacedEntry.page(from: position, limit: 500, in: session)
            }
        return page.isEmpty ? nil : page
    }
}

/// The lines of some entries, by entry.
private enum ExportLines {
    static func of(
        _ entries: [WrittenID], in session: any Session
    ) throws -> [WrittenID: [LogLine]] {
        let lines = try session.all(
            """
            SELECT entryID, recordKind, recordID, before, after FROM entryLine
            WHERE entryID IN \(list: entries)
            ORDER BY entryID, ordinal
            """
        ) { row in
            (
                entry: try row.next(WrittenID.self),
                line: LogLine(
                    recordKind: try row.next(), recordID: try row.next(WrittenID.self).text,
                    before: try row.next(), after: try row.next())
            )
        }
        return Dictionary(grouping: lines, by: \.entry).mapValues { $0.map(\.line) }
    }
}
