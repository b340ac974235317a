/// What one change did to one record: what stood there before and what stands there now.
package struct LogLine: Hashable, Sendable {
    /// The record's kind and id, as in `system` and a UUID in lower case.
    package let recordKind: String
    package let recordID: String
    /// The columns as a JSON object with sorted names; `nil` where the record did not exist.
    package let before: String?
    package let after: String?

    package init(recordKind: String, recordID: String, before: String?, after: String?) {
        self.recordKind = recordKind
        self.recordID = recordID
        self.before = before
        self.after = after
    }

    /// The leaf of this line in the small tree of its entry.
    package var hash: TreeHash {
        let length = (before?.utf8.count ?? 0) + (after?.utf8.count ?? 0)
        var form = CanonicalBytes(form: "chengdun-line-1", capacity: length + 96)
        form.add(recordKind)
        form.add(recordID)
        form.add(before)
        form.add(after)
        return .leaf(form.bytes)
    }
}

extension TreeHash {
    /// The root over the lines of one entry, in their order. A single line can be shown with a
    /// proof without showing the others.
    package init(ofLines hashes: [TreeHash]) {
        var edge = TreeEdge()
        for hash in hashes { edge.append(hash) }
        self = edge.root
    }
}
