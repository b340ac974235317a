/// A place in the log's tree: level 0 are the leaves, and each node stands over two of the level
/// below.
package struct NodeAddress: Hashable, Sendable {
    package let level: Int
    /// Counted from the left, from 0.
    package let place: Int

    package init(level: Int, place: Int) {
        self.level = level
        self.place = place
    }

    /// The positions of the leaves below.
    package var leaves: Range<Int> {
        place << level..<(place + 1) << level
    }
}

/// A part of the tree that is full and so never changes again.
package struct TreeNode: Hashable, Sendable {
    package let address: NodeAddress
    package let hash: TreeHash

    package init(address: NodeAddress, hash: TreeHash) {
        self.address = address
        self.hash = hash
    }

    /// The nodes that are full once `leaf` stands at `position`, from the lowest up: half of the
    /// leaves fill none, and a million leaves fill at most twenty.
    ///
    /// `sibling` gives the hash of a full node to the left, or of a leaf at level 0.
    package static func filled(
        by leaf: TreeHash, at position: Int, sibling: (NodeAddress) throws -> TreeHash
    ) rethrows -> [TreeNode] {
        var nodes: [TreeNode] = []
        var hash = leaf
        for (level, place) in lefts(of: position) {
            hash = .node(try sibling(NodeAddress(level: level, place: place)), hash)
            let address = NodeAddress(level: level + 1, place: place / 2)
            nodes.append(TreeNode(address: address, hash: hash))
        }
        return nodes
    }

    /// The full nodes to the left that a leaf at `position` is joined with, from the lowest up.
    package static func siblings(of position: Int) -> [NodeAddress] {
        lefts(of: position).map(NodeAddress.init)
    }

    /// How many full nodes above the leaves a tree of `size` leaves has.
    package static func count(inTreeOf size: Int) -> Int {
        size - size.nonzeroBitCount
    }

    private static func lefts(of position: Int) -> [(level: Int, place: Int)] {
        (0..<(~position).trailingZeroBitCount).map { ($0, position >> $0 - 1) }
    }
}
