/// Shows that the log has only grown between two checkpoints: nothing of the earlier one was
/// changed, moved or taken out (RFC 6962 §2.1.2).
package struct ConsistencyProof: Hashable, Sendable {
    package let earlier: Int
    package let later: Int
    package let path: [TreeHash]

    package init(earlier: Int, later: Int, path: [TreeHash]) {
        self.earlier = earlier
        self.later = later
        self.path = path
    }

    /// Proves that the first `earlier` leaves begin the log of `later` leaves; `nil` where the
    /// sizes are not in order.
    package init?(from earlier: Int, to later: Int, _ nodes: NodeSource) throws {
        guard earlier >= 0, earlier <= later else { return nil }
        self.init(earlier: earlier, later: later, path: [])
        guard earlier > 0, earlier < later else { return }
        var path: [TreeHash] = []
        var (range, known, isRoot) = (0..<later, earlier, true)
        while known != range.count {
            let split = NodeSource.split(range.count)
            let middle = range.lowerBound + split
            if known <= split {
                path.append(try nodes.root(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try nodes.root(of: range.lowerBound..<middle))
                (range, known, isRoot) = (middle..<range.upperBound, known - split, false)
            }
        }
        if !isRoot { path.append(try nodes.root(of: range)) }
        self.init(earlier: earlier, later: later, path: path.reversed())
    }

    /// Whether the log with root `new` is proven to continue the log with root `old`.
    ///
    /// Both roots are computed from the whole path, and none of it may be left over
    /// (RFC 9162 §2.1.4.2): a verifier that leaves a part unchecked accepts forgeries.
    package func proves(_ old: TreeHash, continuesIn new: TreeHash) -> Bool {
        guard earlier >= 0, earlier <= later else { return false }
        if earlier == later { return path.isEmpty && old == new }
        if earlier == 0 { return path.isEmpty && old == .ofNothing }
        var rest = path[...]
        if earlier.nonzeroBitCount != 1 {
            guard let seed = rest.popFirst() else { return false }
            return climb(from: seed, over: rest, old, new)
        }
        return climb(from: old, over: rest, old, new)
    }

    private func climb(
        from seed: TreeHash, over path: ArraySlice<TreeHash>, _ old: TreeHash, _ new: TreeHash
    ) -> Bool {
        var (node, last) = (earlier - 1, later - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        var (first, second) = (seed, seed)
        for sibling in path {
            guard last != 0 else { return false }
            if node & 1 == 1 || node == last {
                first = .node(sibling, first)
                second = .node(sibling, second)
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                second = .node(second, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && first == old && second == new
    }
}
