import HTML
import Kernel

/// A table of so many states that only their signs are seen; the words are there for those who
/// listen. It is sent whole, with some ten thousand cells, so a cell is as short as HTML allows: it
/// has no end tag, the state that most have no class, and where nothing is owed there is nothing.
package struct DenseMatrix: Component {
    let name: Term
    let corner: Term
    let columns: [Matrix.Heading]
    let rows: [Row]

    package init(_ name: Term, corner: Term, columns: [Matrix.Heading], rows: [Row]) {
        self.name = name
        self.corner = corner
        self.columns = columns
        self.rows = rows
    }

    package struct Row: Sendable {
        let heading: Matrix.Heading
        let cells: [Matrix.Cell?]

        /// - Parameter cells: `nil` where nothing is owed.
        package init(_ heading: Matrix.Heading, _ cells: [Matrix.Cell?]) {
            self.heading = heading
            self.cells = cells
        }
    }

    package var body: HTML {
        Matrix.frame(name, corner: corner, columns: columns, look: "matrix matrix--dense") {
            tbody { HTML(drawing: Rows(rows: rows)) }
        }
    }

    private struct Rows: Drawing {
        let rows: [Row]

        func draw(in writer: inout HTMLWriter) {
            for row in rows {
                writer.markup("<tr><th scope=row>")
                writer.write(row.heading.words)
                for cell in row.cells { draw(cell, in: &writer) }
                writer.markup("</tr>\n")
            }
        }

        private func draw(_ cell: Matrix.Cell?, in writer: inout HTMLWriter) {
            guard let cell else { return writer.markup("<td>") }
            writer.markup(Self.start(cell.status))
            if let path = cell.path {
                writer.write(a(.href(path)) { cell.words })
            } else {
                writer.words(cell.words)
            }
        }

        private static func start(_ status: Status) -> StaticString {
            switch status {
            case .progress: "<td>"
            case .done: "<td class=m0>"
            case .none: "<td class=m1>"
            case .due: "<td class=m2>"
            case .missing: "<td class=mm>"
            case .late: "<td class=m3>"
            case .notApplicable: "<td class=mx>"
            }
        }
    }
}
