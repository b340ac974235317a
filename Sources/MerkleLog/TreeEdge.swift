/// The right edge of the tree: all one must keep to append to the log and to know its root.
package struct TreeEdge: Hashable, Sendable {
    package private(set) var size: Int
    /// The roots of the full parts that the tree is made of, the largest first.
    package private(set) var peaks: [TreeHash]

    package init() {
        size = 0
        peaks = []
    }

    /// Takes up a log of `size` entries; `nil` unless there is one peak for each part.
    package init?(size: Int, peaks: [TreeHash]) {
        guard size >= 0, size.nonzeroBitCount == peaks.count else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Where the peaks of a tree of `size` leaves are, the largest first.
    package static func peaks(ofTreeOf size: Int) -> [NodeAddress] {
        var addresses: [NodeAddress] = []
        var start = 0
        for level in stride(from: Int.bitWidth - 2, through: 0, by: -1)
        where size & (1 << level) != 0 {
            addresses.append(NodeAddress(level: level, place: start >> level))
            start += 1 << level
        }
        return addresses
    }

    /// Appends a leaf and returns the nodes that it fills.
    @discardableResult
    package mutating func append(_ leaf: TreeHash) -> [TreeNode] {
        let nodes = TreeNode.filled(by: leaf, at: size) { _ in peaks.removeLast() }
        peaks.append(nodes.last?.hash ?? leaf)
        size += 1
        return nodes
    }

    /// The fingerprint of the whole log.
    package var root: TreeHash {
        guard let last = peaks.last else { return .ofNothing }
        return peaks.dropLast().reversed().reduce(last) { .node($1, $0) }
    }
}
