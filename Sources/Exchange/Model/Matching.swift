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

    /// Guesses by the names of the columns: the field's own, its aliases, and what was chosen before.
    ///
    /// - Parameter chosen: the field for a heading, by its comparable form; empty to leave it out.
    package init<Row>(
        guessing headings: [TableHeader.Column], of columns: Columns<Row>,
        chosen: [String: String] = [:]
    ) {
        let known = columns.spellings
        var taken: Set<String> = []
        var fields: [Int: String] = [:]
        for column in headings {
            let found = column.spellings.lazy.compactMap { chosen[$0] ?? known[$0] }.first
            guard let found, !found.isEmpty, taken.insert(found).inserted else { continue }
            fields[column.column] = found
        }
        self.fields = fields
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

    /// The fields by the comparable spellings of their names; the first field has a name.
    fileprivate var spellings: [String: String] {
        var fields: [String: String] = [:]
        for column in entered {
            for name in [column.term.zh, column.term.en, column.name.text] + column.traits.aliases {
                let plain = name.comparable
                for spelling in [plain, plain.withoutBrackets] where fields[spelling] == nil {
                    fields[spelling] = column.name.text
                }
            }
        }
        let agency = "機關".comparable
        if fields[agency] == nil { fields[agency] = Matching.agency }
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
