/// Gathers the cells of the row being read, keeps the limits, and hands the row on.
struct RowBuilder {
    let limits: SheetLimits
    private(set) var cells: [Cell] = []
    private var rowsSoFar = 0
    private var merges = MergedCells()

    init(limits: SheetLimits) {
        self.limits = limits
    }

    /// Adds what stands in a column; columns come from left to right.
    mutating func add(
        _ value: CellValue, column: Int, row: Int, origin: Cell.Origin = .typed
    ) throws(SheetRefusal) {
        switch value {
        case .empty: return
        case .text(let text) where text.isEmpty: return
        default: break
        }
        guard column < limits.columns else {
            throw .tooManyColumns(limit: limits.columns, row: row)
        }
        cells.append(Cell(column: column, value: value, origin: origin))
    }

    /// Lets a range show the value of its first place, which stands in the row being read.
    mutating func merge(_ range: MergedRange) throws(SheetRefusal) {
        guard range.left < limits.columns else { return }
        let value = cells.last { $0.column == range.left }?.value ?? .empty
        try merges.open(range, value, limits: limits)
    }

    /// Ends the row. Rows in which nothing stands cost nothing and are not told.
    mutating func finish(
        row number: Int, isHidden: Bool, repeated times: Int = 1,
        _ tell: (SheetEvent) throws -> Void
    ) throws {
        defer { cells.removeAll(keepingCapacity: true) }
        guard !cells.isEmpty else { return }
        rowsSoFar += times
        guard rowsSoFar <= limits.rows else { throw SheetRefusal.tooManyRows(limit: limits.rows) }
        for row in number..<(number + times) {
            let covered = merges.cover(cells, inRow: row, columns: limits.columns)
            try tell(.row(SheetRow(number: row, isHidden: isHidden, cells: covered)))
        }
    }

    /// Forgets what belongs to the sheet that has ended.
    mutating func startSheet() {
        cells.removeAll(keepingCapacity: true)
        merges = MergedCells()
    }
}
