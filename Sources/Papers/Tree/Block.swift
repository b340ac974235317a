/// Something unnumbered in a paper: a paragraph, a list of points, or a table.
package enum Block: Hashable, Sendable {
    case paragraph([Inline])
    case list([[Inline]])
    case table(Table)

    /// The words alone, rows and cells on lines of their own.
    package var plainText: String {
        switch self {
        case .paragraph(let text): text.plainText
        case .list(let points): points.map(\.plainText).joined(separator: "\n")
        case .table(let table):
            ([table.columns.map(\.title)] + table.rows).joined().joined(separator: "\n")
        }
    }
}

/// A table of a paper: its header row comes again on every page and no row is split.
package struct Table: Hashable, Sendable {
    package let columns: [Column]
    /// Each as long as `columns`; a line feed in a cell begins a new line there.
    package let rows: [[String]]

    /// Rows that are too short are filled with empty cells and longer ones cut.
    package init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { row in
            columns.indices.map { $0 < row.count ? row[$0] : "" }
        }
    }

    /// What an empty table says in place of rows.
    package static let emptyNote = "無"

    /// One column of a table.
    package struct Column: Hashable, Sendable {
        package let title: String
        /// Its width, in shares of the sum of all.
        package let share: Int
        package let alignment: Alignment

        package init(_ title: String, share: Int = 10, _ alignment: Alignment = .start) {
            self.title = title
            self.share = max(1, share)
            self.alignment = alignment
        }
    }

    /// Where the words of a column stand: figures at the end, short marks in the middle.
    package enum Alignment: String, Sendable {
        case start, center, end
    }
}
