import Foundation
import Kernel
import Sheets
import Storage

/// Several names in one field, one a line: the systems of a business, the people of a group.
///
/// Whoever types may also part them with 「、」 or 「；」, as cells of spreadsheets do.
package struct Names: Hashable, Sendable {
    package let all: [String]

    package init(_ all: [String] = []) {
        self.all = all
    }

    package var isEmpty: Bool { all.isEmpty }

    /// With `name` at the end, unless it is there.
    package func adding(_ name: String) -> Names {
        contains(name) ? self : Names(all + [name])
    }

    package func removing(_ name: String) -> Names {
        Names(all.filter { $0.comparable != name.comparable })
    }

    package func replacing(_ name: String, with other: String) -> Names {
        Names(all.map { $0.comparable == name.comparable ? other : $0 })
    }

    /// Whether one of them is `name`, however it is spelled.
    package func contains(_ name: String) -> Bool {
        all.contains { $0.comparable == name.comparable }
    }
}

extension Names: FieldValue, StoredAsText {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else {
            all = []
            return
        }
        let whole = try String(typed: text)
        all = whole.split { "\n、；;，,".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    package init(stored text: String) {
        all =
            text.utf8.contains(UInt8(ascii: "\n"))
            ? text.split(separator: "\n").map(String.init) : text.isEmpty ? [] : [text]
    }

    package var storedText: String { typed }
    package var typed: String { all.joined(separator: "\n") }
    package var shown: Term {
        Term(all.joined(separator: "、"), en: all.joined(separator: ", "))
    }
    package var json: JSONScalar { .text(typed) }
    package static var input: FieldInput { .paragraph }
    package static var allowsNothing: Bool { true }
}

extension FieldRule where Value == Names {
    /// At most so many characters in all.
    package static func atMost(_ count: Int) -> Self {
        Self { names, term in FieldRule<String>.atMost(count).broken(names.typed, term) }
    }
}

/// Finds rows by the names that people wrote for them.
package struct NameMatcher<Key: Hashable & Sendable>: Sendable {
    private let keys: [String: [Named]]

    private struct Named: Sendable {
        let key: Key
        let name: String
    }

    package init(_ rows: [(key: Key, name: String)]) {
        keys = Dictionary(grouping: rows.map { Named(key: $0.key, name: $0.name) }) {
            $0.name.comparable
        }
    }

    /// The row that `name` means; `nil` where there is none, or more than one.
    package func key(of name: String) -> Key? {
        let found = keys[name.comparable] ?? []
        return found.count == 1 ? found[0].key : nil
    }

    /// The names as the rows spell them, what matches nobody as it was written, and the rows.
    ///
    /// A name that holds a 「、」 itself was parted when it was typed; the longest run that is a name
    /// is put together again.
    package func match(_ names: Names) -> (names: Names, keys: [Key]) {
        var rest = names.all[...]
        var words: [String] = []
        var found: [Key] = []
        while let first = rest.first {
            let (length, row) = longestName(at: rest) ?? (1, nil)
            let word = row?.name ?? first
            if !words.contains(word) { words.append(word) }
            if let row, !found.contains(row.key) { found.append(row.key) }
            rest = rest.dropFirst(length)
        }
        return (Names(words), found)
    }

    private func longestName(at words: ArraySlice<String>) -> (Int, Named?)? {
        for length in (1...min(words.count, 5)).reversed() {
            let found = keys[words.prefix(length).joined(separator: "、").comparable] ?? []
            if found.count == 1 { return (length, found[0]) }
        }
        return nil
    }
}
