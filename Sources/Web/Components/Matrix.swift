import HTML
import Kernel

/// A table of states: what is owed by whom, a cell each. The heavier a cell, the more urgent.
package struct Matrix: Component {
    let name: Term
    let corner: Term
    let columns: [Heading]
    let groups: [Group]

    package init(_ name: Term, corner: Term, columns: [Heading], groups: [Group]) {
        self.name = name
        self.corner = corner
        self.columns = columns
        self.groups = groups.filter { !$0.rows.isEmpty }
    }

    package init(_ name: Term, corner: Term, columns: [Heading], rows: [Row]) {
        self.init(name, corner: corner, columns: columns, groups: [Group(nil, rows)])
    }

    /// Rows that belong together, under words of their own where there are any.
    package struct Group: Sendable {
        let term: Term?
        let rows: [Row]

        package init(_ term: Term?, _ rows: [Row]) {
            self.term = term
            self.rows = rows
        }
    }

    /// The words over a column or before a row, which may lead to all of it.
    package struct Heading: Sendable {
        let term: Term
        let note: String?
        let path: Path?

        package init(_ term: Term, note: String? = nil, path: Path? = nil) {
            self.term = term
            self.note = note
            self.path = path
        }

        @HTMLBuilder
        var words: HTML {
            if let path {
                a(.href(path)) { term }
            } else {
                term
            }
            if let note {
                " "
                span { note }
            }
        }
    }

    package struct Row: Sendable {
        let heading: Heading
        let cells: [Cell]

        package init(_ heading: Heading, _ cells: [Cell]) {
            self.heading = heading
            self.cells = cells
        }
    }

    package struct Cell: Sendable {
        let status: Status
        let words: Term
        let note: Term?
        let path: Path?

        package init(_ status: Status, _ words: Term, note: Term? = nil, path: Path? = nil) {
            self.status = status
            self.words = words
            self.note = note
            self.path = path
        }
    }

    package var body: HTML {
        Self.frame(name, corner: corner, columns: columns, look: "matrix") {
            for group in groups {
                tbody {
                    if let term = group.term {
                        tr(.class("group")) {
                            th(.scope(.rowgroup), .colspan(columns.count + 1)) { term }
                        }
                    }
                    for row in group.rows { draw(row) }
                }
            }
        }
    }

    /// The table around the rows: one stop of the Tab key, which scrolls sideways.
    static func frame(
        _ name: Term, corner: Term, columns: [Heading], look: String,
        @HTMLBuilder _ bodies: () -> HTML
    ) -> HTML {
        div(
            .class("scroll"), .tabindex(0), .role("group"),
            .aria("label", Term("\(name.zh)，可左右捲動", en: "\(name.en), scrolls sideways"))
        ) {
            table(.class(look), .data("roving", "")) {
                caption(.class("vh")) { name }
                thead {
                    tr {
                        th(.scope(.col)) { corner }
                        for column in columns { th(.scope(.col)) { column.words } }
                    }
                }
                bodies()
            }
        }
    }

    private func draw(_ row: Row) -> HTML {
        tr {
            th(.scope(.row)) { row.heading.words }
            for cell in row.cells { td { draw(cell) } }
        }
    }

    private func draw(_ cell: Cell) -> HTML {
        let content = HTML {
            b { cell.words }
            if let note = cell.note { HTML("i", []) { note } }
        }
        guard let path = cell.path else { return span(.class(cell.status.cellLook)) { content } }
        return a(.class(cell.status.cellLook), .href(path)) { content }
    }
}

extension Status {
    fileprivate var cellLook: String {
        switch self {
        case .done: "m0"
        case .progress, .none: "m1"
        case .missing: "mm"
        case .due: "m2"
        case .late: "m3"
        case .notApplicable: "mx"
        }
    }
}
