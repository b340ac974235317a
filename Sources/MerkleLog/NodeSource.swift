/// Where proofs read the tree from: the full nodes, and the leaves at level 0.
package struct NodeSource {
    private let hash: (NodeAddress) throws -> TreeHash

    package init(_ hash: @escaping (NodeAddress) throws -> TreeHash) {
        self.hash = hash
    }

    /// A tree that is held in memory, for exports and tests.
    package init(leaves: [TreeHash]) {
        var nodes: [NodeAddress: TreeHash] = [:]
        var edge = TreeEdge()
        for (place, leaf) in leaves.enumerated() {
            nodes[NodeAddress(level: 0, place: place)] = leaf
            for node in edge.append(leaf) { nodes[node.address] = node.hash }
        }
        let kept = nodes
        hash = { address in
            guard let hash = kept[address] else { throw MissingNode(address: address) }
            return hash
        }
    }

    package func hash(at address: NodeAddress) throws -> TreeHash {
        try hash(address)
    }

    /// The root of the leaves of `range`, which is one part of the tree (RFC 6962 §2.1).
    func root(of range: Range<Int>) throws -> TreeHash {
        guard !range.isEmpty else { return .ofNothing }
        if range.count.nonzeroBitCount == 1 {
            let level = range.count.trailingZeroBitCount
            return try hash(NodeAddress(level: level, place: range.lowerBound >> level))
        }
        let middle = range.lowerBound + Self.split(range.count)
        return .node(
            try root(of: range.lowerBound..<middle), try root(of: middle..<range.upperBound))
    }

    /// The largest power of two smaller than `count`, which is at least 2.
    static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

/// A full node that should be there is not: the tree has been damaged.
package struct MissingNode: Error, Equatable {
    package let address: NodeAddress

    package init(address: NodeAddress) {
        self.address = address
    }
}
