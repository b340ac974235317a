import Programme
import Storage
import TestEngines
import Testing

/// SQLite keeps every id of every chapter as 16 bytes.
@Suite struct TablesOfIDsTests {
    @Test func `the step to bytes leaves the tables that bytes from the beginning would have made`()
        async throws
    {
        let changed = try await TestEngine.sqlite.fresh(Programme.migrations)
        let bytesAtOnce = try await TestEngine.sqlite.fresh()
        try await bytesAtOnce.write { session in
            for migration in Programme.migrations.sorted(by: { $0.name < $1.name }) {
                try session.script(migration.text)
            }
        }
        let expected = try await bytesAtOnce.schema()
        #expect(expected.count > 100)
        #expect(try await changed.schema() == expected)
    }
}

extension Database {
    /// What makes each table, index and trigger of the chapters.
    fileprivate func schema() async throws -> [String] {
        try await read { session in
            try session.values(
                """
                SELECT replace(sql, '"', '') FROM sqlite_schema
                WHERE sql IS NOT NULL AND name <> 'migration' ORDER BY type, name
                """)
        }
    }
}
