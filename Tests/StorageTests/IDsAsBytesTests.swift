import CSQLite
import Foundation
import Kernel
import SQLiteEngine
import TestEngines
import Testing

@testable import Storage

/// A file whose ids are text, as those of releases before `Migration.idsAsBytes`.
@Suite struct IDsAsBytesTests {
    private static let tables = Migration(
        "2026-11-23 test: rooms and chairs",
        """
        CREATE TABLE room (
          id UUID NOT NULL PRIMARY KEY,
          aboveID UUID REFERENCES room (id),
          kind TEXT NOT NULL CHECK (kind IN ('hall', 'office'))
        );
        CREATE TABLE chair (
          number BIGINT NOT NULL PRIMARY KEY, roomID UUID NOT NULL REFERENCES room (id),
          id TEXT NOT NULL,
          UNIQUE (roomID, id)
        );
        CREATE INDEX chairRoom ON chair (roomID, number);
        -- append-only: chair
        CREATE TABLE passing (id UUID NOT NULL PRIMARY KEY);
        """)
    private static let later = [
        Migration(
            "2026-11-24 test: wider",
            "ALTER TABLE room ADD COLUMN ownerID UUID; DROP TABLE passing;"),
        Migration("2026-12-01 test: of today", "CREATE TABLE lamp (id UUID NOT NULL PRIMARY KEY);"),
    ]
    private static let all = [tables] + later

    private let folder: ScratchFolder
    private let database: SQLiteDatabase
    private let hall = UUID(version7At: Instant(microseconds: 1_795_000_000_000_000))
    private let office = UUID(version7At: Instant(microseconds: 1_795_000_000_000_001))

    init() async throws {
        folder = try ScratchFolder()
        database = try SQLiteDatabase(path: folder.path("chengdun.db"))
        let (hall, office) = (hall.hyphenated, office.hyphenated)
        try await database.write { session in
            try session.applyAsBefore(Self.tables)
            try session.execute(
                "INSERT INTO room (id, aboveID, kind) VALUES (\(hall), NULL, 'hall')")
            try session.execute(
                "INSERT INTO room (id, aboveID, kind) VALUES (\(office), \(hall), 'office')")
            for number in 1...3 {
                try session.execute(
                    """
                    INSERT INTO chair (number, roomID, id)
                    VALUES (\(number), \(office), \("\(hall) \(number)"))
                    """)
            }
        }
    }

    @Test func `ids are the same ones, and what is no id stays as it was`() async throws {
        try await Migrations.apply(Self.all, to: database)
        let rooms = try await database.read { session in
            try session.all("SELECT id, aboveID, ownerID FROM room ORDER BY id") { row in
                [try row.next(UUID?.self), try row.next(UUID?.self), try row.next(UUID?.self)]
            }
        }
        #expect(rooms == [[hall, nil, nil], [office, hall, nil]])
        let chairs = try await database.read { [office] session in
            try session.all(
                "SELECT number, id FROM chair WHERE roomID = \(office) ORDER BY number"
            ) { (try $0.next(Int.self), try $0.next(String.self)) }
        }
        #expect(chairs.map(\.0) == [1, 2, 3])
        #expect(chairs.map(\.1) == (1...3).map { "\(hall.hyphenated) \($0)" })
    }

    @Test func `the tables are those that a new file has`() async throws {
        let new = try await TestEngine.sqlite.fresh(Self.all)
        try await Migrations.apply(Self.all, to: database)
        let expected = try await new.schema()
        let made = try await database.schema()
        #expect(made == expected)
        #expect(made.contains { $0.contains("ownerID BLOB") })
    }

    @Test func `what comes after the step has bytes, whatever its date`() async throws {
        try await Migrations.apply([Self.tables], to: database)
        try await Migrations.apply(Self.all, to: database)
        let made = try await database.schema()
        #expect(made.contains { $0.contains("ownerID BLOB") })
        #expect(made.contains { $0.contains("TABLE lamp (id BLOB") })
    }

    @Test(arguments: [
        "DELETE FROM chair", "UPDATE room SET kind = 'garden'",
        "INSERT INTO chair (number, roomID, id) VALUES (4, x'00112233445566778899aabbccddeeff', 'a')",
    ])
    func `every rule holds as before`(_ wrong: String) async throws {
        try await Migrations.apply(Self.all, to: database)
        let fault = await #expect(throws: StorageFault.self) {
            try await database.write { try $0.script(wrong) }
        }
        guard case .constraint = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test func `a reference to nothing keeps the file as it was`() async throws {
        try await database.write { [hall] session in
            try session.script("DROP TABLE chair;")
            try session.script(
                "CREATE TABLE chair (roomID UUID REFERENCES lost (id));", idsAreText: true)
            try session.script("CREATE TABLE lost (id UUID PRIMARY KEY);", idsAreText: true)
            try session.execute("INSERT INTO lost (id) VALUES (\(hall.hyphenated))")
            try session.execute("INSERT INTO chair (roomID) VALUES (\(hall.hyphenated))")
        }
        try deleteUnseen(from: "lost")
        let before = try await database.schema()
        await #expect(throws: StorageFault.constraint("chair refers to a row that is not there")) {
            try await Migrations.apply([Self.tables], to: database)
        }
        let after = try await database.schema()
        #expect(after == before)
        // The connection follows references again.
        await #expect(throws: StorageFault.self) {
            try await database.write { [office] session in
                try session.execute("INSERT INTO chair (roomID) VALUES (\(office.hyphenated))")
            }
        }
    }

    /// Removes all rows of a table past the rules of the database.
    private func deleteUnseen(from table: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        #expect(sqlite3_open(folder.path("chengdun.db"), &connection) == SQLITE_OK)
        let text = "PRAGMA foreign_keys = OFF; DELETE FROM \(table);"
        #expect(sqlite3_exec(connection, text, nil, nil, nil) == SQLITE_OK)
    }
}

extension Session {
    /// The first migration of a database, as a release made it that kept ids as text.
    func applyAsBefore(_ migration: Migration) throws {
        try script(
            "CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, digest BYTEA NOT NULL);")
        try script(migration.text, idsAreText: true)
        try execute(
            "INSERT INTO migration VALUES (\(migration.name), \(migration.digest))")
    }
}

extension Database {
    /// What makes each table, index and trigger, with names as they are written without quotes.
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
