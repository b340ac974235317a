import Kernel
import Registers
import Sheets

/// What somebody chose for one file: its tab, which column fills what, and what is written where the
/// file has nothing.
package struct ImportChoices: Hashable, Sendable, Codable {
    package var matching: Matching
    /// By the names of the fields; for new rows only.
    package var defaults: [String: String]
    /// The tab that is read; `nil` for the one that has most of the register's names.
    package var sheet: String?

    package init(
        _ matching: Matching, defaults: [String: String] = [:], sheet: String? = nil
    ) {
        self.matching = matching
        self.defaults = defaults
        self.sheet = sheet
    }
}

/// Something that the register needs and the file does not say, asked once for the whole file.
package struct ImportQuestion<Row: Sendable>: Sendable {
    package let column: Column<Row>
    /// Rows in which it is blank; all of them where the file has no such column.
    package let rows: Int
    package let isWholeColumn: Bool

    /// The answer that stands there until somebody gives another.
    var assumed: String? { isWholeColumn ? column.traits.assumed : nil }
    /// Whether the import goes on without an answer.
    var mayStayOpen: Bool { !isWholeColumn || !column.isRequired }
}

extension Columns {
    /// What is asked about `table`: required fields that it lacks, or leaves blank somewhere, and
    /// those that one answer for all its rows may fill, such as the owner of a school's property.
    func questions(of table: ReadTable, _ matching: Matching) -> [ImportQuestion<Row>] {
        entered.compactMap { column in
            guard column.isRequired || column.traits.assumed != nil else { return nil }
            guard let place = matching.place(of: column.name.text) else {
                return ImportQuestion(column: column, rows: table.rows.count, isWholeColumn: true)
            }
            guard column.isRequired else { return nil }
            let blanks = table.rows.count { $0[place].text.tidied.isEmpty }
            guard blanks > 0, !identity.contains(column.name) else { return nil }
            return ImportQuestion(column: column, rows: blanks, isWholeColumn: false)
        }
    }
}

extension Columns {
    /// What is written where a file lacks a column that the register needs and nobody was asked: the
    /// answers that the page of the columns would propose.
    func assumptions(
        _ matching: Matching, beside given: [String: String]
    ) -> [(column: Column<Row>, answer: String)] {
        entered.compactMap { column in
            let name = column.name.text
            guard given[name] == nil, matching.place(of: name) == nil,
                let answer = column.traits.assumed, !answer.isEmpty
            else { return nil }
            return (column, answer)
        }
    }
}

extension Matching {
    /// The place of the column that fills `field`.
    func place(of field: String) -> Int? { fields.first { $0.value == field }?.key }
}
