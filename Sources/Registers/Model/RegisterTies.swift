import Access
import HTML
import Kernel
import Web

/// What a row of one register has to do with rows of others, kept in the same change.
///
/// A row that was typed is settled first, so that what follows from other registers stands in it;
/// when it is written, the rows that it touches are brought in line, each with its own line.
package struct RegisterTies<Row: Sendable>: Sendable {
    let settled: @Sendable (Change, _ new: Row, _ old: Row?) throws -> Row
    let follow: @Sendable (Change, _ new: Row, _ old: Row?) throws -> Void
    /// Settles a thousand rows at most with as few questions as one; `nil` where each may settle the
    /// next.
    let together: (@Sendable (Change, [Row]) throws -> [Row])?
    let related: @Sendable (View, Row) throws -> [RelatedRows]

    /// - Parameters:
    ///   - settled: the row with what follows from other registers.
    ///   - follow: brings other rows in line with a row that was just written.
    ///   - together: a thousand rows at most settled at once.
    ///   - related: the rows of other registers that the row's page leads to.
    package init(
        settled: @escaping @Sendable (Change, _ new: Row, _ old: Row?) throws -> Row = {
            _, new, _ in new
        },
        follow: @escaping @Sendable (Change, _ new: Row, _ old: Row?) throws -> Void = { _, _, _ in
        },
        together: (@Sendable (Change, [Row]) throws -> [Row])? = nil,
        related: @escaping @Sendable (View, Row) throws -> [RelatedRows] = { _, _ in [] }
    ) {
        self.settled = settled
        self.follow = follow
        self.together = together
        self.related = related
    }
}

/// Rows of another register that belong to a row, as its page lists them.
package struct RelatedRows: Sendable {
    let id: String
    let title: Term
    /// What is said where there are none.
    let none: Term
    let links: [Link]

    package init(_ id: String, _ title: Term, none: Term, _ links: [Link]) {
        self.id = id
        self.title = title
        self.none = none
        self.links = links
    }

    /// One of them: its name, where it is, and a word about it.
    package struct Link: Sendable {
        let name: String
        let path: Path
        let note: Term?

        package init(_ name: String, _ path: Path, note: Term? = nil) {
            self.name = name
            self.path = path
            self.note = note
        }
    }
}

extension RelatedRows {
    /// The rows as a panel of a page.
    package var drawn: HTML {
        panel(title, id: "related-\(id)") {
            if links.isEmpty {
                p(.class("hint")) { none }
            } else {
                ul(.class("plain")) {
                    for link in links {
                        li {
                            a(.href(link.path)) { link.name }
                            if let note = link.note {
                                span(.class("hint")) {
                                    " "; note
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
