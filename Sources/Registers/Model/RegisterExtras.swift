import Access
import HTML
import Kernel
import Storage
import Web

/// An act that the pages of a register offer beside the usual ones.
package struct RegisterAct: Sendable {
    let term: Term
    let path: Path

    package init(_ term: Term, to path: Path) {
        self.term = term
        self.path = path
    }
}

/// What a register's pages have beyond the description of its columns.
package struct RegisterExtras<Row: Sendable>: Sendable {
    package typealias Acts = @Sendable (View, (ListQuery) throws -> Int) throws -> [RegisterAct]

    /// Acts on the list as a whole, for those who may edit it: on the caller's own rows. What they count
    /// by the closure is remembered until something changes, as the count of a list is.
    let acts: Acts
    /// Acts on one row, for those who may edit it.
    let rowActs: @Sendable (Row, Day) -> [RegisterAct]
    /// Phrases of the agency's own rows that forms offer, by field.
    let offers: @Sendable (View) throws -> [SQLName: [String]]
    /// What is said of a row that was just added beside that it was, as that another has its name.
    let hint: (@Sendable (View, Row) throws -> Term?)?
    /// What is said on top of the list beside the questions' notes.
    let notes: @Sendable (View) throws -> [ListNote]
    /// By what one sees that a row is kept for the record only; `nil` where none is.
    let gone: GoneMark?
    /// What is done to its rows at once beside the acts of every register, as its history names it;
    /// it can be taken back as a whole.
    package let verbs: [Verb]

    package init(
        acts: @escaping Acts = { _, _ in [] },
        rowActs: @escaping @Sendable (Row, Day) -> [RegisterAct] = { _, _ in [] },
        offers: @escaping @Sendable (View) throws -> [SQLName: [String]] = { _ in [:] },
        hint: (@Sendable (View, Row) throws -> Term?)? = nil,
        notes: @escaping @Sendable (View) throws -> [ListNote] = { _ in [] },
        gone: GoneMark? = nil, verbs: [Verb] = []
    ) {
        self.verbs = verbs
        self.gone = gone
        self.acts = acts
        self.rowActs = rowActs
        self.offers = offers
        self.hint = hint
        self.notes = notes
    }
}

/// What stands in a row that is kept for the record only, as 「報廢」, and what such rows are called
/// where they are counted. The register of a past day leaves them out.
package typealias GoneMark = (column: SQLName, value: String, term: Term)

/// A sentence on top of a list, and where it leads.
package struct ListNote: Sendable {
    let sentence: Term
    let path: Path?

    package init(_ sentence: Term, _ path: Path? = nil) {
        self.sentence = sentence
        self.path = path
    }

    var drawn: HTML {
        div(.class("note")) {
            p {
                if let path { a(.href(path)) { sentence } } else { sentence }
            }
        }
    }
}
