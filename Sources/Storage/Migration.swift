/// One dated change of the tables, in PostgreSQL's words.
///
/// A migration is never edited once it has been released. Its name begins with its day, and the
/// names give the order: `2026-11-23 access: people and roles`. Types of columns are written in
/// capitals: `UUID`, `TEXT`, `BIGINT`, `BOOLEAN`, `DOUBLE PRECISION`, `BYTEA`, `JSONB`. Two kinds of
/// comment on a line of their own mean something (`Dialect.translated`): `-- append-only: TABLE`,
/// and `-- sqlite: STATEMENT;` or `-- postgreSQL: STATEMENT;` for one database alone.
package struct Migration: Sendable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}
