import HTML
import Kernel

/// A list as a table: every heading has a scope, sorting is a link, the first column names the row.
package struct DataTable<Row>: Component {
    let caption: Term
    let columns: [TableColumn<Row>]
    let isSelected: Bool
    let rows: HTML

    /// The boxes with which several rows are taken at once.
    package struct Selection: Sendable {
        /// The form that the boxes belong to.
        let form: String
        let key: @Sendable (Row) -> String
        let name: @Sendable (Row) -> String
        /// Which boxes are ticked to begin with.
        let isChosen: @Sendable (Row) -> Bool

        package init(
            form: String, key: @escaping @Sendable (Row) -> String,
            name: @escaping @Sendable (Row) -> String,
            isChosen: @escaping @Sendable (Row) -> Bool = { _ in false }
        ) {
            self.form = form
            self.key = key
            self.name = name
            self.isChosen = isChosen
        }
    }

    /// - Parameter caption: what the table lists, for those who hear it.
    package init(
        _ caption: Term, columns: [TableColumn<Row>], rows: [Row], selection: Selection? = nil
    ) where Row: Sendable {
        self.init(
            caption, columns: columns,
            drawn: HTML(drawing: TableRows(rows: rows, row: TableRow(columns, selection))),
            isSelected: selection != nil)
    }

    /// - Parameters:
    ///   - rows: as a `TableRow` of the same columns has drawn them.
    ///   - isSelected: whether it drew boxes.
    package init(
        _ caption: Term, columns: [TableColumn<Row>], drawn rows: HTML, isSelected: Bool
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.isSelected = isSelected
    }

    package var body: HTML {
        let words = HTML(caption)
        return div(
            .class("scroll"), .tabindex(0), .role("region"),
            .aria("label", Term("\(caption.zh)，可左右捲動", en: "\(caption.en), scrolls sideways"))
        ) {
            table(.class("table")) {
                HTML("caption", [.class("vh")]) { words }
                thead { tr { headings } }
                tbody { rows }
            }
        }
    }

    @HTMLBuilder
    private var headings: HTML {
        if isSelected {
            th(.scope(.col), .class("pick")) {
                span(.class("vh")) { Term("選取", en: "Select") }
            }
        }
        for column in columns { column.heading }
    }
}

/// The rows of a table, drawn one after the other.
private struct TableRows<Row: Sendable>: Drawing {
    let rows: [Row]
    let row: TableRow<Row>

    func draw(in writer: inout HTMLWriter) {
        rows.withUnsafeBufferPointer { rows in
            for index in rows.indices { row.draw(rows[index], in: &writer) }
        }
    }
}

/// Draws the rows of a table, be it while they are read.
package struct TableRow<Row>: Sendable {
    typealias Cell = @Sendable (Row, inout HTMLWriter) -> Void

    private let cells: Cell

    /// All cells of a row become one function: a list of them would be looked up in every cell.
    package init(_ columns: [TableColumn<Row>], _ selection: DataTable<Row>.Selection? = nil) {
        var draw: Cell = { _, _ in }
        if let selection { draw = { row, writer in Self.pick(row, selection, &writer) } }
        for (index, column) in columns.enumerated() {
            draw = Self.drawing(draw, then: column, isName: index == 0)
        }
        cells = draw
    }

    package func draw(_ row: Row, in writer: inout HTMLWriter) {
        writer.markup("<tr>")
        cells(row, &writer)
        writer.markup("</tr>")
    }

    /// The first cell is the heading of its row.
    private static func drawing(
        _ before: @escaping Cell, then column: TableColumn<Row>, isName: Bool
    ) -> Cell {
        let cell = column.draw
        let start = isName ? column.kind.headStart : column.kind.cellStart
        let end: StaticString = isName ? "</th>" : "</td>"
        return { row, writer in
            before(row, &writer)
            writer.markup(start)
            cell(row, &writer)
            writer.markup(end)
        }
    }

    private static func pick(
        _ row: Row, _ selection: DataTable<Row>.Selection, _ writer: inout HTMLWriter
    ) {
        writer.markup("<td class=\"pick\"><input type=\"checkbox\" name=\"row\" value=\"")
        writer.text(selection.key(row))
        writer.markup("\" form=\"")
        writer.text(selection.form)
        writer.markup("\" data-row=\"\"")
        if selection.isChosen(row) { writer.markup(" checked") }
        writer.markup(" aria-label=\"")
        writer.words(Term("選取 ", en: "Select "))
        writer.text(selection.name(row))
        writer.markup("\"></td>")
    }
}

/// One column of a table: what it is called, how it sorts, what stands in it.
package struct TableColumn<Row>: Sendable {
    let term: Term
    let kind: TableKind
    let sort: TableSort?
    let draw: @Sendable (Row, inout HTMLWriter) -> Void

    package init(
        _ term: Term, kind: TableKind = .text, sort: TableSort? = nil,
        @HTMLBuilder cell: @escaping @Sendable (Row) -> HTML
    ) {
        self.init(term, kind: kind, sort: sort) { row, writer in writer.write(cell(row)) }
    }

    /// - Parameter draw: writes what stands in a cell; for columns of long lists.
    package init(
        _ term: Term, kind: TableKind = .text, sort: TableSort? = nil,
        draw: @escaping @Sendable (Row, inout HTMLWriter) -> Void
    ) {
        self.term = term
        self.kind = kind
        self.sort = sort
        self.draw = draw
    }

    var heading: HTML {
        th(.scope(.col), .class(kind.classes), sort?.attribute ?? .none) {
            if let sort {
                a(.class("sort"), .href(sort.path)) {
                    term
                    sort.sign
                }
            } else {
                term
            }
        }
    }
}

/// Whether a column holds words or figures; figures stand to the right, one under the other.
package enum TableKind: Sendable {
    case text, number

    var classes: String {
        switch self {
        case .text: ""
        case .number: "r num"
        }
    }

    /// The first cell of a row is its heading.
    fileprivate var headStart: StaticString {
        switch self {
        case .text: "<th scope=\"row\">"
        case .number: "<th scope=\"row\" class=\"r num\">"
        }
    }

    fileprivate var cellStart: StaticString {
        switch self {
        case .text: "<td>"
        case .number: "<td class=\"r num\">"
        }
    }
}

/// How the list stands to one column, and where a click on its heading leads.
package struct TableSort: Sendable {
    package enum State: Sendable {
        case unsorted, ascending, descending
    }

    let state: State
    let path: Path

    package init(_ state: State, _ path: Path) {
        self.state = state
        self.path = path
    }

    var attribute: Attribute {
        switch state {
        case .unsorted: .none
        case .ascending: .aria("sort", "ascending")
        case .descending: .aria("sort", "descending")
        }
    }

    var sign: HTML {
        span(.class("sort__sign"), .aria("hidden", "true")) {
            switch state {
            case .unsorted: "↕"
            case .ascending: "↑"
            case .descending: "↓"
            }
        }
    }
}
