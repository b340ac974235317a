import Access
import HTML
import Kernel
import Web

/// One kind of thing that the search finds, for those whose roles open it.
package struct SearchSource: Sendable {
    /// The heading over what it finds, as 「資通系統」.
    package let title: Term
    package let needs: Permission?
    private let find: @Sendable (SearchWords, View) throws -> [SearchHit]

    /// - Parameters:
    ///   - needs: the permission without which nothing is found; `nil` for everybody.
    ///   - find: what has the words, within the caller's reach; one query at most.
    package init(
        _ title: Term, needs: Permission?,
        find: @escaping @Sendable (SearchWords, View) throws -> [SearchHit]
    ) {
        self.title = title
        self.needs = needs
        self.find = find
    }

    /// What the caller may see of what has the words: the exact first, then those that begin so;
    /// without words, the first of all.
    package func hits(_ words: SearchWords, _ view: View) throws -> [SearchHit] {
        if let needs, !view.caller.may(needs) { return [] }
        let found = try find(words, view)
        guard !words.isEmpty else { return Array(found.prefix(Self.most)) }
        let ranked = found.map { (rank: words.rank(of: $0), hit: $0) }
        return ranked.sorted { ($0.rank, $0.hit.title.zh) < ($1.rank, $1.hit.title.zh) }
            .prefix(Self.most).map(\.hit)
    }

    /// More of one kind are left to the kind's own list.
    private static let most = 6
}

/// One thing that was found, and where it is.
package struct SearchHit: Hashable, Sendable {
    package let title: Term
    /// What tells it from others of the same name, such as its agency.
    package let detail: Term?
    package let path: Path

    package init(_ title: Term, detail: Term? = nil, path: Path) {
        self.title = title
        self.detail = detail
        self.path = path
    }
}

/// What somebody looks for, as typed.
package struct SearchWords: Hashable, Sendable {
    package let text: String
    private let folded: String

    package init(_ text: String) {
        let visible = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        self.text = String(String(String.UnicodeScalarView(visible)).trimmed.prefix(100))
        folded = self.text.lowercased()
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Whether a text has the words, as they stand.
    package func isWithin(_ text: String) -> Bool { text.lowercased().contains(folded) }

    /// Whether a text has the signs of the words one after the other, others between: 「新增系統」
    /// is in 「新增資通系統」.
    package func standInOrder(in text: String) -> Bool {
        var rest = folded.filter { !$0.isWhitespace }[...]
        for sign in text.lowercased() where sign == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// 0 for what is called exactly so, 1 for what begins so, 2 for what has it, 3 for the rest.
    func rank(of hit: SearchHit) -> Int {
        let names = [hit.title.zh.lowercased(), hit.title.en.lowercased()]
        if names.contains(folded) { return 0 }
        if names.contains(where: { $0.hasPrefix(folded) }) { return 1 }
        return names.contains { $0.contains(folded) } ? 2 : 3
    }
}
