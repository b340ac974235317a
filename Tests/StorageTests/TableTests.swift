import Storage
import TestEngines
import Testing

@Suite struct TableTests {
    @Test(arguments: TestEngine.allCases)
    func `a table written in the words of one database is made in either`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh([
            Migration(
                "2026-11-23 test: things",
                """
                -- append-only: thing
                CREATE TABLE thing (
                  id UUID NOT NULL PRIMARY KEY,
                  at BIGINT NOT NULL,
                  weight DOUBLE PRECISION,
                  open BOOLEAN NOT NULL DEFAULT FALSE,
                  seal BYTEA,
                  note TEXT NOT NULL DEFAULT 'BIGINT; UUID''s'
                );
                """)
        ])
        let id = "00000000-0000-7000-8000-000000000001"
        try await database.write { session in
            try session.execute("INSERT INTO thing (id, at) VALUES (\(id), \(5))")
        }
        let note = try await database.read { session in
            try session.value("SELECT note FROM thing WHERE open = FALSE", as: String.self)
        }
        #expect(note == "BIGINT; UUID's")
        await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.execute("UPDATE thing SET at = \(6)")
            }
        }
        try await database.close()
    }
}
