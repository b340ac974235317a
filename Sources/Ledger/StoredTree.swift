import MerkleLog
import Storage

/// The tree of hashes as the database keeps it: leaves with their entries, full nodes in `node`.
enum StoredTree {
    /// The full parts that a leaf at `position` is joined with. The lowest is the last leaf, whose
    /// hash the caller knows.
    static func siblings(
        of position: Int, last: TreeHash?, in session: any Session
    ) throws -> [NodeAddress: TreeHash] {
        let addresses = TreeNode.siblings(of: position)
        guard let leaf = addresses.first, let last else { return [:] }
        var hashes = try nodes(at: Array(addresses.dropFirst()), in: session)
        hashes[leaf] = last
        return hashes
    }

    /// The nodes at `addresses`, all above the leaves.
    static func nodes(
        at addresses: [NodeAddress], in session: any Session
    ) throws -> [NodeAddress: TreeHash] {
        guard !addresses.isEmpty else { return [:] }
        let places: [SQL] = addresses.map { "(level = \($0.level) AND place = \($0.place))" }
        let nodes = try session.all(
            "SELECT level, place, hash FROM node WHERE \(SQL(joining: places, with: " OR "))",
            as: TreeNode.self)
        return Dictionary(nodes.map { ($0.address, $0.hash) }) { first, _ in first }
    }

    /// The nodes that are full once the leaves at `positions` stand, of all levels.
    static func nodes(
        filledByLeaves positions: Range<Int>, in session: any Session
    ) throws -> [NodeAddress: TreeHash] {
        let levels = (1..<Int.bitWidth - 1).filter { level in
            positions.lowerBound >> level < positions.upperBound >> level
        }
        guard !levels.isEmpty else { return [:] }
        let questions: [SQL] = levels.map { level in
            """
            SELECT level, place, hash FROM node
            WHERE level = \(level) AND place >= \(positions.lowerBound >> level)
              AND place < \(positions.upperBound >> level)
            """
        }
        let nodes = try session.all(
            SQL(joining: questions, with: "\nUNION ALL\n"), as: TreeNode.self)
        return Dictionary(nodes.map { ($0.address, $0.hash) }) { first, _ in first }
    }

    /// The right edge of the tree, which gives the root.
    ///
    /// - Throws: `MissingNode` where the tree is damaged.
    static func edge(size: Int, in session: any Session) throws -> TreeEdge {
        let addresses = TreeEdge.peaks(ofTreeOf: size)
        let source = nodeSource(in: session)
        let peaks = try addresses.map { try source.hash(at: $0) }
        guard let edge = TreeEdge(size: size, peaks: peaks) else {
            throw MissingNode(address: NodeAddress(level: 0, place: size))
        }
        return edge
    }

    /// Reads the stored tree for proofs, a node a question.
    static func nodeSource(in session: any Session) -> NodeSource {
        NodeSource { address in
            let hash: TreeHash? =
                address.level == 0
                ? try session.value("SELECT hash FROM leaf WHERE position = \(address.place)")
                : try session.value(
                    """
                    SELECT hash FROM node
                    WHERE level = \(address.level) AND place = \(address.place)
                    """)
            guard let hash else { throw MissingNode(address: address) }
            return hash
        }
    }
}

extension TreeNode: RowDecodable {
    package init(_ row: inout RowReader) throws {
        let level: Int = try row.next()
        let place: Int = try row.next()
        self.init(
            address: NodeAddress(level: level, place: place), hash: try row.next())
    }
}

extension History {
    /// The length and the fingerprint of the log as it stands, to be kept outside.
    package static func checkpoint(origin: String, in session: any Session) throws -> Checkpoint {
        let size = try session.value(
            "SELECT COALESCE(MAX(position) + 1, 0) FROM leaf", as: Int.self)
        let edge = try StoredTree.edge(size: size ?? 0, in: session)
        return Checkpoint(origin: origin, size: edge.size, root: edge.root)
    }
}
