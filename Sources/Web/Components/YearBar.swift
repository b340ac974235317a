import HTML
import Kernel

/// A year at a glance: one cell for each thing owed, in the order of its last days, and how many
/// stand how.
package struct YearBar: Component {
    let name: Term
    let cells: [Cell]

    package init(_ name: Term, _ cells: [Cell]) {
        self.name = name
        self.cells = cells
    }

    package struct Cell: Sendable {
        let status: Status
        let heading: Term
        let path: Path

        package init(_ status: Status, _ heading: Term, _ path: Path) {
            self.status = status
            self.heading = heading
            self.path = path
        }
    }

    package var body: HTML {
        div(.class("year")) {
            svg(
                .viewBox(0, 0, Self.width, Self.height * rows.count), .role("group"),
                .aria("label", name), .data("roving", "")
            ) {
                for (row, cells) in rows.enumerated() {
                    for (column, cell) in cells.enumerated() { draw(cell, column, row) }
                }
            }
            Legend(
                Status.allCases.map { status in
                    (status, cells.count { $0.status == status }, nil)
                })
        }
    }

    private static let width = 808
    private static let height = 30
    /// So many cells fit into a line and stay large enough to be hit.
    private static let perRow = 14

    private var rows: [[Cell]] {
        stride(from: 0, to: cells.count, by: Self.perRow).map {
            Array(cells[$0..<min($0 + Self.perRow, cells.count)])
        }
    }

    private var pitch: Double {
        Double(Self.width) / Double(min(max(cells.count, 1), Self.perRow))
    }

    private func draw(_ cell: Cell, _ column: Int, _ row: Int) -> HTML {
        let x = Double(column) * pitch
        let y = Double(row * Self.height)
        return a(.href(cell.path), .aria("label", cell.heading.with(cell.status))) {
            rect(
                .class("f-\(cell.status.look)"), .x(x + 1.5), .y(y + 1.5), .width(pitch - 6),
                .height(23), .rx(4), .strokeWidth(1.2))
            tileGlyph(cell.status, x: x + pitch / 2 - 9, y: y + 6)
        }
    }
}

/// What the signs of a drawing mean, with how many there are of each; a figure leads to its list.
package struct Legend: Component {
    let entries: [(status: Status, count: Int, path: Path?)]

    package init(_ entries: [(status: Status, count: Int, path: Path?)]) {
        self.entries = entries
    }

    package var body: HTML {
        ul(.class("legend mt3")) {
            for entry in entries where entry.count > 0 || entry.status == .late {
                li {
                    glyph(entry.status)
                    entry.status.term
                    " "
                    b(.class("num")) { figure(entry.count, entry.path) }
                }
            }
        }
    }

    private func figure(_ count: Int, _ path: Path?) -> HTML {
        guard let path else { return HTML("\(count)") }
        return a(.href(path)) { count }
    }
}

extension Term {
    /// As in 「資產盤點：已完成」.
    func with(_ status: Status) -> Term {
        Term("\(zh)：\(status.term.zh)", en: "\(en): \(status.term.en.lowercased())")
    }
}

/// The sign of a state inside a larger drawing.
func tileGlyph(_ status: Status, x: Double, y: Double) -> HTML {
    g(.translate(x, y), .class("glyph g-\(status.look)")) { glyphLines(status) }
}
