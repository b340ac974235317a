import Registers
import Sheets
import Storage

/// Which column of a file fills which field of a register; columns that fill none are left out.
package struct Matching: Hashable, Sendable, Codable {
    /// The name of the field for each column of the sheet, the first being 0.
    package let fields: [Int: String]

    package init(_ fields: [Int: String]) {
        self.fields = fields
    }

    /// The word for the column that says whose the row is, as the exports of superiors have it.
    package static let agency = "agency"

    /// What to remember for the next file: the field for each heading, empty to leave it out. Of
    /// columns with the same heading, the one that fills a field counts.
    func remembered(_ headings: [TableHeader.Column]) -> [String: String] {
        headings.reduce(into: [:]) { chosen, heading in
            let (name, field) = (heading.written.comparable, fields[heading.column] ?? "")
            if chosen[name]?.isEmpty ?? true { chosen[name] = field }
        }
    }

    /// Guesses by the names of the columns: what was chosen before, then the field's own name, then
    /// its aliases, so that 「保管單位」 never takes what 「保管人」 further on names outright.
    ///
    /// - Parameter chosen: the field for a heading, by its comparable form; empty to leave it out.
    package init<Row>(
        guessing headings: [TableHeader.Column], of columns: Columns<Row>,
        chosen: [String: String] = [:]
    ) {
        var fields: [Int: String] = [:]
        for known in [chosen, columns.ownSpellings, columns.otherSpellings] {
            for column in headings where fields[column.column] == nil {
                let found = column.spellings.lazy.compactMap { known[$0] }.first
                guard let found, found.isEmpty || !fields.values.contains(found) else { continue }
                fields[column.column] = found
            }
        }
        self.fields = fields.filter { !$0.value.isEmpty }
    }
}

extension TableHeader.Column {
    /// How the heading may be meant, the fullest first.
    var spellings: [String] {
        let whole = ((group ?? "") + name).comparable
        let plain = name.comparable
        return [whole, plain, plain.withoutBrackets]
    }

    /// The heading as the file writes it.
    package var written: String {
        group.map { "\($0)／\(name)" } ?? name
    }
}

extension Columns {
    /// Every way to name a column.
    var names: [String] {
        ["機關"]
            + entered.flatMap { [$0.term.zh, $0.term.en, $0.name.text] + $0.traits.aliases }
    }

    /// The fields by the comparable spellings of what they are called.
    fileprivate var ownSpellings: [String: String] {
        let own = spellings { [$0.term.zh, $0.term.en, $0.name.text] }
        return ["機關".comparable: Matching.agency].merging(own) { $1 }
    }

    /// The fields by the comparable spellings of what other lists call them.
    fileprivate var otherSpellings: [String: String] { spellings(\.traits.aliases) }

    /// Of fields with one name the first has it.
    private func spellings(_ names: (Column<Row>) -> [String]) -> [String: String] {
        var fields: [String: String] = [:]
        for column in entered {
            for name in names(column) {
                let plain = name.comparable
                for spelling in [plain, plain.withoutBrackets] where fields[spelling] == nil {
                    fields[spelling] = column.name.text
                }
            }
        }
        return fields
    }
}

extension String {
    /// 「最大可容忍中斷時間」 of 「最大可容忍中斷時間(小時)」.
    fileprivate var withoutBrackets: String {
        guard let open = firstIndex(of: "("), open > startIndex else { return self }
        return String(self[..<open])
    }
}
