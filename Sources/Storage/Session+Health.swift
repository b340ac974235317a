extension Session {
    /// What the database calls itself, as in `3.40.1`.
    package func engineVersion() throws -> String {
        try value(SQL(sqlite: "SELECT sqlite_version()", postgreSQL: "SHOW server_version")) ?? ""
    }

    /// The last step that brought the tables to this release.
    package func lastMigration() throws -> String? {
        try value("SELECT name FROM migration ORDER BY name DESC LIMIT 1")
    }
}
