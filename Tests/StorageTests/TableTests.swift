import Foundation
import Kernel
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
                "2026-12-03 test: things",
                """
                CREATE TABLE thing (
                  id UUID NOT NULL PRIMARY KEY,
                  at BIGINT NOT NULL,
                  weight DOUBLE PRECISION, -- PRECISION; as a BIGINT
                  open BOOLEAN NOT NULL DEFAULT FALSE,
                  seal BYTEA,
                  note TEXT NOT NULL DEFAULT 'BIGINT; UUID''s'
                );

                CREATE INDEX thingOpen ON thing (at) WHERE open;
                """)
        ])
        let id = UUID(version7At: Instant(microseconds: 5))
        try await database.write { session in
            try session.execute("INSERT INTO thing (id, at) VALUES (\(id), \(5))")
        }
        let note = try await database.read { session in
            try session.value("SELECT note FROM thing WHERE open = FALSE", as: String.self)
        }
        #expect(note == "BIGINT; UUID's")
    }

    @Test func `types are changed as whole words in capitals, outside of quoted text`() {
        let text = """
            CREATE TABLE a (uuid UUID, b DOUBLE PRECISION CHECK (b <> 'UUID;'), "UUID" TEXT);
            /* BIGINT; */ CREATE INDEX c ON a (b); -- BYTEA;
            CREATE TABLE d (e BYTEA, f JSONB, MYBIGINT BIGINT);
            """
        #expect(
            Dialect.sqlite.translated(text)
                .replacing("REAL  ", with: "REAL ") == """
                    CREATE TABLE a (uuid BLOB, b REAL CHECK (b <> 'UUID;'), "UUID" TEXT) STRICT;
                    /* BIGINT; */ CREATE INDEX c ON a (b); -- BYTEA;
                    CREATE TABLE d (e BLOB, f TEXT, MYBIGINT INTEGER) STRICT;
                    """)
        #expect(Dialect.postgreSQL.translated(text) == text)
    }

    @Test func `a column of one of several words is compared with each of them`() {
        let text = """
            CREATE TABLE a (b TEXT NOT NULL CHECK (b IN ('IN (', 'd',
              'e')), f TEXT CHECK (f IN ('it''s', 'f')), g TEXT CHECK (g NOT IN ('h')), CHECK (b IN (SELECT 'i')));
            INSERT INTO a (b) SELECT b FROM c WHERE b IN ('j', 'k');
            """
        #expect(
            Dialect.sqlite.translated(text) == """
                CREATE TABLE a (b TEXT NOT NULL CHECK ((b = 'IN (' OR b = 'd' OR b = 'e')), \
                f TEXT CHECK (f IN ('it''s', 'f')), g TEXT CHECK (g NOT IN ('h')), CHECK (b IN (SELECT 'i'))) STRICT;
                INSERT INTO a (b) SELECT b FROM c WHERE b IN ('j', 'k');
                """)
        #expect(Dialect.postgreSQL.translated(text) == text)
    }

    @Test(
        arguments: [
            "UPDATE entry SET verb = 'x'",
            "DELETE FROM entry",
            "INSERT INTO entry (id, verb) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET verb = 'x'",
        ])
    func `a table that only grows refuses every change of what it holds`(
        _ change: String
    ) async throws {
        for engine in TestEngine.allCases {
            let database = try await engine.fresh([.entries])
            let fault = await #expect(throws: StorageFault.self) {
                try await database.write { try $0.script(change) }
            }
            guard case .constraint = fault else {
                Issue.record("\(String(describing: fault)) is not a constraint")
                return
            }
            let verbs = try await database.read { session in
                try session.values("SELECT verb FROM entry", as: String.self)
            }
            #expect(verbs == ["declare"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a table that only grows cannot be emptied by the words of one database`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh([.entries])
        await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.script(
                    session.dialect == .sqlite
                        ? "REPLACE INTO entry (id, verb) VALUES (1, 'x')" : "TRUNCATE entry")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a test can say which statements some work has asked`(
        _ engine: TestEngine
    ) async throws {
        let database = CountingDatabase(try await engine.fresh([.entries]))
        let statements = try await database.statements {
            try await database.write { session in
                try session.execute("INSERT INTO entry (id, verb) VALUES (\(2), \("close"))")
            }
            _ = try await database.read { session in
                try session.value("SELECT COUNT(*) FROM entry", as: Int.self)
            }
        }
        let values = engine == .sqlite ? "?, ?" : "$1, $2"
        #expect(
            statements == [
                "INSERT INTO entry (id, verb) VALUES (\(values))", "SELECT COUNT(*) FROM entry",
            ])
    }
}

extension Migration {
    fileprivate static let entries = Migration(
        "2026-11-23 test: entries",
        """
        -- append-only: entry
        CREATE TABLE entry (
          id BIGINT NOT NULL PRIMARY KEY,
          verb TEXT NOT NULL
        );

        INSERT INTO entry (id, verb) VALUES (1, 'declare');
        """)
}
