/// One dated change of the tables, in PostgreSQL's words.
///
/// A migration is never edited once it has been released. Its name begins with its day, and the
/// names give the order: `2026-11-23 access: people and roles`.
package struct Migration: Sendable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}
