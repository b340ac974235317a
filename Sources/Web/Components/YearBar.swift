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
        /// What the state is called here, where it has a word of its own.
        let words: Term
        let heading: Term
        let path: Path
        /// All that stand so.
        let list: Path?

        package init(
            _ status: Status, _ heading: Term, _ path: Path, words: Term? = nil, list: Path? = nil
        ) {
            self.status = status
            self.words = words ?? status.term
            self.heading = heading
            self.path = path
            self.list = list
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
            Legend(entries)
        }
    }

    /// One for each state that a cell has, by its words.
    private var entries: [Legend.Entry] {
        Status.allCases.flatMap { status in
            let cells = cells.filter { $0.status == status }
            let words = cells.map(\.words).reduce(into: [Term]()) { all, word in
                if !all.contains(word) { all.append(word) }
            }
            return (words.isEmpty ? [status.term] : words).map { word in
                let same = cells.filter { $0.words == word }
                return Legend.Entry(status, word, same.count, same.first?.list)
            }
        }
    }

    private static let width = 808
    private static let height = 30
    /// So many cells fit into a line and stay large enough to be hit.
    private static let perRow = 14

    private var rows: [[Cell]] { cells.slices(of: Self.perRow).map(Array.init) }

    private var pitch: Double {
        Double(Self.width) / Double(min(max(cells.count, 1), Self.perRow))
    }

    private func draw(_ cell: Cell, _ column: Int, _ row: Int) -> HTML {
        let x = Double(column) * pitch
        let y = Double(row * Self.height)
        return a(.href(cell.path), .aria("label", cell.heading.with(cell.words))) {
            rect(
                .class("f-\(cell.status.look)"), .x(x + 1.5), .y(y + 1.5), .width(pitch - 6),
                .height(23), .rx(4), .strokeWidth(1.2))
            tileGlyph(cell.status, x: x + pitch / 2 - 9, y: y + 6)
        }
    }
}

/// What the signs of a drawing mean, with how many there are of each; a figure leads to its list.
package struct Legend: Component {
    let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A sign, its word, and how many there are.
    package struct Entry: Sendable {
        let status: Status
        let words: Term
        let count: Int
        let path: Path?

        package init(_ status: Status, _ words: Term, _ count: Int, _ path: Path? = nil) {
            self.status = status
            self.words = words
            self.count = count
            self.path = path
        }
    }

    package var body: HTML {
        ul(.class("legend mt3")) {
            for entry in entries where entry.count > 0 || entry.status == .late {
                li {
                    glyph(entry.status)
                    entry.words
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
    func with(_ state: Term) -> Term {
        Term("\(zh)：\(state.zh)", en: "\(en): \(state.en.lowercased())")
    }

    func with(_ status: Status) -> Term { with(status.term) }
}

/// The sign of a state inside a larger drawing.
func tileGlyph(_ status: Status, x: Double, y: Double) -> HTML {
    g(.translate(x, y), .class("glyph g-\(status.look)")) { glyphLines(status) }
}
