/// Shows that an entry stands at its position in a log of known size and root (RFC 6962 §2.1.1).
package struct InclusionProof: Hashable, Sendable {
    package let position: Int
    package let size: Int
    /// The hashes beside the way from the leaf up to the root.
    package let path: [TreeHash]

    package init(position: Int, size: Int, path: [TreeHash]) {
        self.position = position
        self.size = size
        self.path = path
    }

    /// Proves the leaf at `position`; `nil` where the log has no such leaf.
    package init?(of position: Int, inLogOf size: Int, _ nodes: NodeSource) throws {
        guard (0..<max(0, size)).contains(position) else { return nil }
        var path: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + NodeSource.split(range.count)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            path.append(try nodes.root(of: left.contains(position) ? right : left))
            range = left.contains(position) ? left : right
        }
        self.init(position: position, size: size, path: path.reversed())
    }

    /// Whether `leaf` is proven to stand at the position in the log that has `root`.
    ///
    /// Every hash of the path is used and none may be left over (RFC 9162 §2.1.3.2).
    package func proves(_ leaf: TreeHash, in root: TreeHash) -> Bool {
        guard position >= 0, position < size else { return false }
        var (node, last) = (position, size - 1)
        var hash = leaf
        for sibling in path {
            guard last != 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = .node(sibling, hash)
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = .node(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }
}
