/// How tables written in PostgreSQL's words are made in either database.
extension Dialect {
    /// The text of a migration in the words of this database.
    ///
    /// SQLite gets its own names of types and STRICT tables, so that both refuse a value of the
    /// wrong type. Two kinds of comment on a line of their own mean something:
    ///
    /// - `-- append-only: entry` guards a table: its rows can be added, never changed or removed.
    /// - `-- sqlite: STATEMENT` and `-- postgreSQL: STATEMENT` are for one database alone.
    ///
    /// - Parameter idsAreText: whether SQLite keeps ids as their text, as it did before
    ///   `Migration.idsAsBytes`.
    package func translated(_ text: String, idsAreText: Bool = false) -> String {
        let text = revealingOwnLines(of: text)
        var statements =
            self == .sqlite ? SQLScript(text).inWordsOfSQLite(idsAreText: idsAreText) : text
        for table in Self.appendOnlyTables(of: text) {
            statements += "\n" + appendOnlyGuard(of: table)
        }
        return statements
    }

    /// Whether the database holds a table of that name, as one Boolean.
    func holdsTable(_ name: SQLName) -> SQL {
        let lowercased = name.text.lowercased()
        return switch self {
        case .sqlite:
            """
            SELECT EXISTS (
              SELECT 1 FROM sqlite_schema WHERE type = 'table' AND lower(name) = \(lowercased))
            """
        case .postgreSQL:
            """
            SELECT EXISTS (
              SELECT 1 FROM pg_tables
              WHERE schemaname = current_schema() AND tablename = \(lowercased))
            """
        }
    }

    /// What lifts the limit of time inside a transaction, where there is one.
    var unlimitedTime: String? {
        switch self {
        case .sqlite: nil
        case .postgreSQL: "SET LOCAL statement_timeout = 0"
        }
    }

    func revealingOwnLines(of text: String) -> String {
        let marker = self == .sqlite ? "-- sqlite: " : "-- postgreSQL: "
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(marker) ? $0.dropFirst(marker.count) : $0 }
            .joined(separator: "\n")
    }

    private static func appendOnlyTables(of text: String) -> [Substring] {
        text.matches(of: /(?m)^-- append-only: ([A-Za-z][A-Za-z0-9]*)$/).map(\.1)
    }

    private func appendOnlyGuard(of table: Substring) -> String {
        switch self {
        case .sqlite:
            ["UPDATE", "DELETE"].map { change in
                """
                CREATE TRIGGER \(table)Refuses\(change.capitalized) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) only grows'); END;
                """
            }.joined(separator: "\n")
        case .postgreSQL:
            """
            CREATE OR REPLACE FUNCTION refuseChangeOfAppendOnly() RETURNS trigger AS $$
            BEGIN
              RAISE EXCEPTION '% only grows', TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
            END $$ LANGUAGE plpgsql;
            CREATE TRIGGER \(table)RefusesChange BEFORE UPDATE OR DELETE ON \(table)
              FOR EACH ROW EXECUTE FUNCTION refuseChangeOfAppendOnly();
            CREATE TRIGGER \(table)RefusesTruncate BEFORE TRUNCATE ON \(table)
              FOR EACH STATEMENT EXECUTE FUNCTION refuseChangeOfAppendOnly();
            """
        }
    }
}
