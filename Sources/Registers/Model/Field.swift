import Kernel
import Storage

/// One column of a register: where it is in the row, what it is called, what may be in it.
package struct Field<Row: Sendable, Value: FieldValue>: Sendable {
    let name: SQLName
    /// Reads the value in a row.
    let value: @Sendable (Row) -> Value
    let term: Term
    let traits: FieldTraits
    let rules: [FieldRule<Value>]

    /// - Parameters:
    ///   - name: the column, and the word of the field in addresses and in the API.
    ///   - term: the name that the official forms use.
    package init(
        _ name: SQLName, _ path: any KeyPath<Row, Value> & Sendable, _ term: Term,
        _ traits: FieldTraits = FieldTraits(), rules: FieldRule<Value>...
    ) {
        self.init(name, Self.reading(path), term, traits, rules)
    }

    /// A field whose value follows from the rest of the row.
    package init(
        _ name: SQLName, from value: @escaping @Sendable (Row) -> Value, _ term: Term,
        _ traits: FieldTraits = FieldTraits()
    ) {
        self.init(name, value, term, traits, [])
    }

    private init(
        _ name: SQLName, _ value: @escaping @Sendable (Row) -> Value, _ term: Term,
        _ traits: FieldTraits, _ rules: [FieldRule<Value>]
    ) {
        self.name = name
        self.value = value
        self.term = term
        self.traits = traits
        self.rules = rules
    }

    /// Reads what `path` gives. A stored property is read from its place in the row, for lists read
    /// thousands and a path is slow to walk.
    private static func reading(
        _ path: any KeyPath<Row, Value> & Sendable
    ) -> @Sendable (Row) -> Value {
        guard let place = MemoryLayout<Row>.offset(of: path) else {
            return { $0[keyPath: path] }
        }
        return { row in
            withUnsafePointer(to: row) {
                UnsafeRawPointer($0).advanced(by: place).assumingMemoryBound(to: Value.self).pointee
            }
        }
    }

    func read(_ typed: String) throws(FieldProblem) -> Value {
        if let settled = traits.settled {
            if let value = try? Value(typed: typed) { return value }
            return try Value(typed: settled)
        }
        let value: Value
        do {
            value = try Value(typed: typed)
        } catch .empty {
            throw .other(FieldProblem.empty.message(term, Value.input))
        }
        for rule in rules {
            if let message = rule.broken(value, term) { throw .other(message) }
        }
        return value
    }
}

/// What a field is used for beyond its value.
package struct FieldTraits: Sendable {
    /// The words of other spreadsheets for the same column.
    package var aliases: [String]
    /// One sentence beside the field.
    package var hint: Term?
    package var isListed: Bool
    package var isSorted: Bool
    package var isFiltered: Bool
    package var isSearched: Bool
    /// Text of several lines.
    package var isLong: Bool
    /// Phrases that are offered while somebody types; any other text is as good.
    package var offers: @Sendable () -> [String]
    /// For a value that follows from other registers: what stands in it where they say nothing. It
    /// is kept with the row and never typed; the register's ties settle it.
    package var settled: String?
    /// What a file most likely means that has no such column; an import proposes it for the file.
    /// Empty: it asks and proposes nothing.
    package var assumed: String?
    /// What the form of a new row says before anybody does.
    package var begins: String?
    /// What is read where nothing is given, if that is a fact and no gap: 「在任」.
    package var nothing: Term?
    /// The heading that the field stands under in forms and on the record's page.
    package var group: FieldGroup

    package init(
        aliases: [String] = [], hint: Term? = nil, listed: Bool = false, sorted: Bool = false,
        filtered: Bool = false, searched: Bool = false, long: Bool = false,
        offers: @escaping @autoclosure @Sendable () -> [String] = [], settled: String? = nil,
        assumed: String? = nil, begins: String? = nil, nothing: Term? = nil,
        group: FieldGroup = .main
    ) {
        self.nothing = nothing
        self.aliases = aliases
        self.hint = hint
        isListed = listed
        isSorted = sorted
        isFiltered = filtered
        isSearched = searched
        isLong = long
        self.offers = offers
        self.settled = settled
        self.assumed = assumed
        self.begins = begins
        self.group = group
    }
}

/// A heading over fields that belong together.
package struct FieldGroup: Hashable, Sendable {
    package let name: String
    package let term: Term
    package let help: Term?

    package init(_ name: String, _ term: Term, help: Term? = nil) {
        self.name = name
        self.term = term
        self.help = help
    }

    package static let main = FieldGroup("main", Term("基本資料", en: "Basics"))
    /// What programs read and pages do not show.
    package static let unseen = FieldGroup("unseen", Term("", en: ""))
}

/// A limit on a field's value, and the sentence for whoever goes past it.
package struct FieldRule<Value: Sendable>: Sendable {
    let broken: @Sendable (Value, Term) -> Term?

    package init(_ broken: @escaping @Sendable (Value, Term) -> Term?) {
        self.broken = broken
    }
}

extension FieldRule where Value == String {
    /// At most so many characters as people count them.
    package static func atMost(_ count: Int) -> Self {
        Self { text, term in
            guard text.count > count else { return nil }
            return Term(
                "\(term.zh)最多 \(count) 字，現在 \(text.count) 字",
                en: "\(term.en) may have \(count) characters; it has \(text.count)")
        }
    }
}

extension FieldRule where Value == String? {
    package static func atMost(_ count: Int) -> Self {
        Self { text, term in text.flatMap { FieldRule<String>.atMost(count).broken($0, term) } }
    }
}

extension FieldRule where Value == Int? {
    package static func within(_ range: ClosedRange<Int>, _ unit: Term) -> Self {
        Self { number, term in
            guard let number, !range.contains(number) else { return nil }
            return Term(
                "\(term.zh)填 \(range.lowerBound) 到 \(range.upperBound) 之間的\(unit.zh)",
                en: "\(term.en) must be \(range.lowerBound) to \(range.upperBound) \(unit.en)")
        }
    }
}
