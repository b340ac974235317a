import MerkleLog
import Storage

/// One verification under way, from the first entry to the last.
struct LedgerWalk {
    let session: any Session
    /// The kept checkpoints that the walk has not reached, the smallest first.
    private var kept: ArraySlice<Checkpoint>
    private let keptCount: Int
    private(set) var edge = TreeEdge()
    private(set) var lineCount = 0
    private var ends: [String: AgencyEnd] = [:]
    /// Entries before this agree with a kept checkpoint.
    private var confirmed = 0

    /// Where the chain of one agency ends so far.
    private struct AgencyEnd {
        let ordinal: Int
        let position: Int
        let hash: TreeHash
    }

    init(session: any Session, kept: [Checkpoint]) {
        self.session = session
        self.kept = kept.sorted { $0.size < $1.size }[...]
        keptCount = kept.count
    }

    /// - Throws: the first `LedgerFlaw`.
    mutating func run() throws {
        try compareWithKept()
        while true {
            let entries = try PlacedEntry.page(from: edge.size, limit: 4_096, in: session)
            guard !entries.isEmpty else { break }
            let nodes = try StoredTree.nodes(
                filledByLeaves: edge.size..<edge.size + entries.count, in: session)
            for group in entries.grouped(byLines: 65_536) {
                guard let first = group.first, let last = group.last else { continue }
                let tallies = try LineTally.tallies(
                    of: first.position...last.position, in: session)
                for entry in group {
                    try check(entry, tallies[entry.position] ?? LineTally(), nodes)
                }
            }
        }
        try checkEnd(keptSize: kept.first?.size)
    }

    func report(_ flaw: LedgerFlaw?) -> LedgerReport {
        LedgerReport(
            size: edge.size, lineCount: lineCount, agencyCount: ends.count, root: edge.root,
            checkpointCount: keptCount - kept.count, flaw: flaw)
    }

    private mutating func check(
        _ entry: PlacedEntry, _ lines: LineTally, _ nodes: [NodeAddress: TreeHash]
    ) throws {
        let expected = edge.size
        guard entry.position == expected else {
            throw LedgerFlaw.missingPlaces(at: expected, count: entry.position - expected)
        }
        guard let content = entry.content else { throw LedgerFlaw.missingEntry(at: expected) }
        try lines.check(lineCount: content.lineCount, at: expected)
        guard let hash = entry.logged(content, at: expected, linesRoot: lines.root)?.hash,
            hash.bytes == entry.hash, lines.root.bytes == content.digest,
            entry.agency == content.agency
        else { throw try diagnosis(of: entry, content, lines.root) }
        try checkChain(entry, hash)
        for node in edge.append(hash) { try check(node, against: nodes) }
        lineCount += lines.count
        try compareWithKept()
    }

    /// The agency's own numbers have no gap, and each entry remembers the one before it.
    private mutating func checkChain(_ entry: PlacedEntry, _ hash: TreeHash) throws {
        let end = ends[entry.agency]
        let expected = (end?.ordinal ?? 0) + 1
        guard entry.ordinal == expected else {
            throw LedgerFlaw.ordinalGap(
                at: entry.position, agency: entry.agency, expected: expected,
                found: entry.ordinal)
        }
        guard entry.previous == end?.hash.bytes else {
            throw LedgerFlaw.rewritten(at: end?.position ?? entry.position)
        }
        ends[entry.agency] = AgencyEnd(
            ordinal: expected, position: entry.position, hash: hash)
    }

    private func check(_ node: TreeNode, against stored: [NodeAddress: TreeHash]) throws {
        let leaves = node.address.leaves
        guard let hash = stored[node.address] else {
            throw LedgerFlaw.missingNode(at: leaves.lowerBound, over: leaves)
        }
        guard hash != node.hash else { return }
        guard node.address.level == 1 else {
            throw LedgerFlaw.alteredTree(at: leaves.lowerBound, over: leaves)
        }
        throw try diagnosis(ofPair: leaves)
    }

    private mutating func compareWithKept() throws {
        while let checkpoint = kept.first, checkpoint.size <= edge.size {
            guard checkpoint.root == edge.root else {
                throw LedgerFlaw.otherThanKept(at: confirmed, size: checkpoint.size)
            }
            confirmed = checkpoint.size
            kept.removeFirst()
        }
    }
}

extension Array<PlacedEntry> {
    /// Parts of a page whose entries have some `limit` lines together.
    fileprivate func grouped(byLines limit: Int) -> [ArraySlice<PlacedEntry>] {
        var groups: [ArraySlice<PlacedEntry>] = []
        var (start, lines) = (0, 0)
        for (index, entry) in enumerated() {
            lines += Swift.min(entry.content?.lineCount ?? 0, limit)
            guard lines >= limit || index == count - 1 else { continue }
            groups.append(self[start...index])
            (start, lines) = (index + 1, 0)
        }
        return groups
    }
}
