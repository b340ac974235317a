/// A rectangle of cells shown as one; rows count from 1, columns from 0.
struct MergedRange: Hashable {
    let top: Int
    let left: Int
    let bottom: Int
    let right: Int
}

/// The merged cells that reach the row being read: what they cover shows the value of their first
/// place, so that a unit written once beside ten assets belongs to all ten.
struct MergedCells {
    private var open: [(range: MergedRange, value: CellValue)] = []

    /// Opens a range in the row of its top. A range without a value has nothing to show.
    mutating func open(
        _ range: MergedRange, _ value: CellValue, limits: SheetLimits
    ) throws(SheetRefusal) {
        guard value != .empty else { return }
        open.removeAll { $0.range.bottom < range.top }
        // Ranges that do not overlap cannot be more than the columns.
        guard open.count < limits.columns else { throw .tooManyMerges(limit: limits.columns) }
        open.append((range, value))
    }

    /// The cells of a row together with those that ranges cover there.
    mutating func cover(_ cells: [Cell], inRow row: Int, columns: Int) -> [Cell] {
        guard !open.isEmpty else { return cells }
        open.removeAll { $0.range.bottom < row }
        var covered = cells
        var taken = Set(cells.map(\.column))
        for (range, value) in open {
            for column in range.left...min(range.right, columns - 1)
            where taken.insert(column).inserted {
                covered.append(Cell(column: column, value: value, origin: .merged))
            }
        }
        if covered.count > cells.count { covered.sort { $0.column < $1.column } }
        return covered
    }
}
