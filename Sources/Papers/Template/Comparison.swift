/// What differs between two versions of a paper, clause by clause.
///
/// Clauses are the same when they bear the same permanent id. Trees read from files have only
/// their places for ids, so there equal words come first, then the same place with like words,
/// then the likest words of the same level.
package struct Comparison: Sendable {
    package let changes: [Change]

    /// One difference, at a clause of the older or the newer version.
    package struct Change: Hashable, Sendable {
        package let kind: Kind
        package let old: PlacedClause?
        package let new: PlacedClause?
    }

    /// What happened to a clause. One clause may be both moved and reworded.
    package enum Kind: String, CaseIterable, Sendable {
        case added, removed, moved, reworded
        /// The words stand, a figure or name filled into them changed.
        case refilled
    }

    package init(from old: Document, to new: Document) {
        let pairs = ClauseMatching(old.chapters.placed, new.chapters.placed)
        var changes: [Change] = []
        for (place, clause) in pairs.new.enumerated() {
            guard let origin = pairs.oldOfNew[place] else {
                changes.append(Change(kind: .added, old: nil, new: clause))
                continue
            }
            let before = pairs.old[origin]
            func add(_ kind: Kind) { changes.append(Change(kind: kind, old: before, new: clause)) }
            if pairs.isMoved(place) { add(.moved) }
            if before.clause.wording != clause.clause.wording {
                add(.reworded)
            } else if before.clause.ownText != clause.clause.ownText {
                add(.refilled)
            }
        }
        for (place, clause) in pairs.old.enumerated() where pairs.newOfOld[place] == nil {
            changes.append(Change(kind: .removed, old: clause, new: nil))
        }
        self.changes = changes
    }
}

extension Clause {
    /// Its own words with the names of fields in place of their values.
    fileprivate var wording: String {
        func words(_ text: [Inline]) -> String {
            text.map { inline in
                if case .field(let name, _) = inline { .field(name, value: nil) } else { inline }
            }.plainText
        }
        let below = blocks.map { block in
            switch block {
            case .paragraph(let text): words(text)
            case .list(let points): points.map(words).joined(separator: "\n")
            case .table: block.plainText
            }
        }
        return ([words(text)] + below).joined(separator: "\n")
    }
}

/// Which clause of the newer version is which of the older.
private struct ClauseMatching {
    let old: [PlacedClause]
    let new: [PlacedClause]
    private(set) var newOfOld: [Int: Int] = [:]
    private(set) var oldOfNew: [Int: Int] = [:]
    private let oldParents: [Int?]
    private let newParents: [Int?]
    private var moved: Set<Int> = []

    init(_ old: [PlacedClause], _ new: [PlacedClause]) {
        self.old = old
        self.new = new
        oldParents = Self.parents(of: old)
        newParents = Self.parents(of: new)
        matchFirst(by: \.permanentID)
        matchFirst { "\($0.clause.level)\($0.clause.wording)" }
        matchInPlace()
        matchLikest()
        findMoved()
    }

    func isMoved(_ place: Int) -> Bool { moved.contains(place) }

    private mutating func pair(_ a: Int, _ b: Int) {
        newOfOld[a] = b
        oldOfNew[b] = a
    }

    /// Pairs clauses of equal key, the first with the first.
    private mutating func matchFirst(by key: (PlacedClause) -> String?) {
        var waiting: [String: [Int]] = [:]
        for place in old.indices.reversed() where newOfOld[place] == nil {
            if let key = key(old[place]) { waiting[key, default: []].append(place) }
        }
        for place in new.indices where oldOfNew[place] == nil {
            guard let key = key(new[place]), let match = waiting[key]?.popLast() else { continue }
            pair(match, place)
        }
    }

    /// Pairs clauses at the same place with like words.
    private mutating func matchInPlace() {
        let places = Dictionary(
            old.indices.filter { isOpen(old: $0) }.map { (old[$0].path, $0) }
        ) { first, _ in first }
        for place in new.indices where isOpen(new: place) {
            guard let other = places[new[place].path], newOfOld[other] == nil else { continue }
            let likeness = Likeness(new[place].clause.wording)
                .compared(with: Likeness(old[other].clause.wording))
            if likeness >= 0.4 { pair(other, place) }
        }
    }

    private func isOpen(old place: Int) -> Bool {
        newOfOld[place] == nil && old[place].permanentID == nil
    }

    private func isOpen(new place: Int) -> Bool {
        oldOfNew[place] == nil && new[place].permanentID == nil
    }

    /// Two texts with more unlike clauses than this are two texts, not two versions.
    private static let mostComparisons = 250_000

    /// Pairs each clause with the likest of its level that is left.
    private mutating func matchLikest() {
        let left = old.indices.filter { isOpen(old: $0) }
        let waiting = new.indices.filter { isOpen(new: $0) }
        guard left.count * waiting.count <= Self.mostComparisons else { return }
        let words = left.map { Likeness(old[$0].clause.wording) }
        for place in waiting {
            let own = Likeness(new[place].clause.wording)
            var best: (place: Int, likeness: Double)?
            for (index, other) in left.enumerated()
            where newOfOld[other] == nil && old[other].clause.level == new[place].clause.level {
                let likeness = own.compared(with: words[index])
                if likeness >= max(0.6, best?.likeness ?? 0) { best = (other, likeness) }
            }
            if let best { pair(best.place, place) }
        }
    }

    /// A clause is moved when it hangs below another clause than before, or has passed a brother;
    /// that its number changed because of others does not count.
    private mutating func findMoved() {
        var families: [Int: [Int]] = [:]
        for place in new.indices {
            guard let origin = oldOfNew[place] else { continue }
            let parentBefore = oldParents[origin].map { newOfOld[$0] ?? -2 } ?? -1
            let parent = newParents[place] ?? -1
            if parentBefore != parent {
                moved.insert(place)
            } else {
                families[parent, default: []].append(place)
            }
        }
        for family in families.values {
            let origins = family.map { oldOfNew[$0] ?? 0 }
            let kept = origins.longestRise
            for (place, origin) in zip(family, origins) where !kept.contains(origin) {
                moved.insert(place)
            }
        }
    }

    private static func parents(of clauses: [PlacedClause]) -> [Int?] {
        var open: [Int] = []
        return clauses.enumerated().map { place, clause in
            open.removeLast(open.count - clause.depth)
            defer { open.append(place) }
            return open.last
        }
    }
}

extension PlacedClause {
    /// The id, unless it merely repeats the place.
    fileprivate var permanentID: String? { clause.id.text == path ? nil : clause.id.text }
}

/// The pairs of neighbouring characters of a text: what likeness is measured by.
private struct Likeness {
    private let pairs: Set<Substring>

    init(_ text: String) {
        let characters = text.filter { !$0.isWhitespace }
        pairs = Set(
            characters.indices.compactMap { start in
                let end = characters.index(start, offsetBy: 2, limitedBy: characters.endIndex)
                return end.map { characters[start..<$0] }
            })
    }

    /// From 0 (nothing in common) to 1 (the same pairs), after Dice.
    func compared(with other: Likeness) -> Double {
        let sum = pairs.count + other.pairs.count
        guard sum > 0 else { return 1 }
        return Double(2 * pairs.intersection(other.pairs).count) / Double(sum)
    }
}

extension [Int] {
    /// The members of one longest rising subsequence of distinct numbers: patience sorting.
    fileprivate var longestRise: Set<Int> {
        /// Where the rise of each length ends that ends lowest.
        var ends: [Int] = []
        var previous: [Int?] = []
        for (place, value) in enumerated() {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if self[ends[middle]] < value { low = middle + 1 } else { high = middle }
            }
            previous.append(low > 0 ? ends[low - 1] : nil)
            if low < ends.count { ends[low] = place } else { ends.append(place) }
        }
        var members: Set<Int> = []
        var place = ends.last
        while let current = place {
            members.insert(self[current])
            place = previous[current]
        }
        return members
    }
}
