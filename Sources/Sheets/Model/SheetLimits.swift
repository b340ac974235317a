/// How much of a stranger's spreadsheet we are ready to read.
package struct SheetLimits: Hashable, Sendable {
    /// Rows that hold something, in all sheets together.
    package var rows: Int
    /// Columns from the left that may hold something.
    package var columns: Int
    /// UTF-8 bytes of one cell; the programs that make such files stop at 32,767 characters.
    package var cellBytes: Int
    /// Bytes of the texts that an XLSX shares between its cells.
    package var sharedBytes: Int
    /// Merged ranges of one sheet.
    package var merges: Int

    package init(rows: Int, columns: Int, cellBytes: Int, sharedBytes: Int, merges: Int) {
        self.rows = rows
        self.columns = columns
        self.cellBytes = cellBytes
        self.sharedBytes = sharedBytes
        self.merges = merges
    }

    package static let untrusted = SheetLimits(
        rows: 200_000, columns: 200, cellBytes: 131_072, sharedBytes: 64 << 20, merges: 20_000)
}
