import Access
import HTML
import Kernel
import Web

/// The columns of a register's list as one caller sees it, and how its rows are drawn.
struct ListTable<Row: RegisterRow>: Sendable {
    let columns: [TableColumn<ShownRow>]
    let row: TableRow<ShownRow>

    init(_ query: ListQuery, _ caller: Caller) {
        columns = Self.columns(query, caller)
        row = TableRow(columns, Row.register.isEdited(query, by: caller) ? Self.selection : nil)
    }

    private static func columns(
        _ query: ListQuery, _ caller: Caller
    ) -> [TableColumn<ShownRow>] {
        let listed = Row.register.columns.listed
        let place = Row.register.place.text + "/"
        var columns = listed.enumerated().map { index, column in
            let draw = column.draw
            let sort = query.sort(column) { $0.place(of: Row.register, after: nil) }
            return TableColumn<ShownRow>(column.term, sort: sort) { row, writer in
                guard index == 0 else { return row.draw(index, by: draw, in: &writer) }
                writer.markup("<a href=\"")
                writer.text(place)
                writer.id(row.uuid)
                writer.markup("\">")
                writer.words(row.name)
                writer.markup("</a>")
            }
        }
        if caller.supervises {
            columns.append(
                TableColumn(Term("機關", en: "Agency")) { row, writer in
                    row.draw(listed.count, by: { try String.draw($0, $1, in: &$2) }, in: &writer)
                })
        }
        return columns
    }

    /// The boxes beside the rows.
    private static var selection: DataTable<ShownRow>.Selection {
        DataTable.Selection(
            form: "bulk", key: { $0.uuid.hyphenated }, name: { $0.name.zh })
    }
}
