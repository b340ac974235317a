/// One row of a sheet, with what its cells hold.
package struct SheetRow: Hashable, Sendable {
    /// As the program that made the file shows it: the first row is 1.
    package let number: Int
    /// Whether the row is hidden or filtered out.
    package let isHidden: Bool
    /// The cells that hold something, from left to right.
    package let cells: [Cell]

    package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// What stands in a column, the first being 0.
    package subscript(column: Int) -> CellValue {
        // Rows are mostly full, so that a cell usually stands at its column's place.
        if column < cells.count, cells[column].column == column { return cells[column].value }
        return cells.first { $0.column == column }?.value ?? .empty
    }
}

/// One cell that holds something.
package struct Cell: Hashable, Sendable {
    /// The first column is 0.
    package let column: Int
    package let value: CellValue
    package let origin: Origin

    package init(column: Int, value: CellValue, origin: Origin = .typed) {
        self.column = column
        self.value = value
        self.origin = origin
    }

    /// How the value came into the cell.
    package enum Origin: UInt8, Hashable, Sendable {
        case typed
        /// The result that a formula had when the file was saved; formulas are never run.
        case computed
        /// A merged cell covers this place: the value is that of its first place.
        case merged
    }
}

/// A sheet of a file, before its rows.
package struct SheetHead: Hashable, Sendable {
    /// The first sheet is 0.
    package let index: Int
    package let name: String
    package let isHidden: Bool

    package init(index: Int, name: String, isHidden: Bool = false) {
        self.index = index
        self.name = name
        self.isHidden = isHidden
    }
}

/// What a reader tells, in the order of the file: a sheet, what is known of its columns, its rows,
/// the next sheet.
package enum SheetEvent: Hashable, Sendable {
    case sheet(SheetHead)
    /// Columns of the present sheet that are hidden; comes before its rows.
    case hiddenColumns([Int])
    case row(SheetRow)
}

extension Int {
    /// The letters of a column, as in 「第 AB 欄」.
    package var columnLetters: String {
        let last = String(UnicodeScalar(UInt8(0x41 + self % 26)))
        return self < 26 ? last : (self / 26 - 1).columnLetters + last
    }
}
