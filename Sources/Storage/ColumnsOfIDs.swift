/// The columns of one table that hold ids, which SQLite kept as text before it kept them as bytes.
package struct ColumnsOfIDs: Hashable, Sendable {
    package let table: String
    package let columns: Set<String>
}

extension Migration {
    /// From here on SQLite has ids as 16 bytes. Tables of before are made with text, as they were when
    /// they were released, and this step makes them anew.
    static let idsAsBytes = Migration(
        "2026-11-28 storage: ids as bytes", "every column of the type UUID holds 16 bytes in SQLite"
    )

    var isOfIDsAsText: Bool { name < Self.idsAsBytes.name }
}

extension [Migration] {
    /// The same in the order in which they run, with the step to bytes where one of them is of before.
    package var inOrder: [Migration] {
        let all = contains(where: \.isOfIDsAsText) ? self + [.idsAsBytes] : self
        return all.sorted { $0.name < $1.name }
    }

    /// Where the migrations of before put ids, and perhaps took them away again.
    var columnsOfIDs: [ColumnsOfIDs] {
        let columns = filter(\.isOfIDsAsText).flatMap { migration in
            SQLScript(Dialect.sqlite.revealingOwnLines(of: migration.text)).columnsOfIDs
        }
        return Dictionary(grouping: columns, by: \.table).sorted { $0.key < $1.key }
            .map { ColumnsOfIDs(table: $0.key, columns: Set($0.value.map(\.column))) }
    }
}
