import Foundation
import SQLiteEngine
import Storage
import TestEngines
import Testing

@Suite struct MigrationTests {
    private let first = Migration(
        "2026-12-03 test: first", "CREATE TABLE first (id UUID NOT NULL PRIMARY KEY);")
    private let second = Migration(
        "2026-12-04 test: second",
        "CREATE TABLE second (id UUID NOT NULL PRIMARY KEY REFERENCES first (id));")
    private let broken = Migration(
        "2026-12-05 test: broken",
        "CREATE TABLE third (id UUID NOT NULL PRIMARY KEY); INSERT INTO nowhere VALUES (1);")

    @Test(arguments: TestEngine.allCases)
    func `migrations run in the order of their names and once`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh()
        try await Migrations.apply([second, first], to: database)
        try await Migrations.apply([second, first], to: database)
        #expect(try await database.tables() == ["first", "migration", "second"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a migration that fails leaves the state before it`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([first])
        await #expect(throws: StorageFault.self) {
            try await Migrations.apply([first, second, broken], to: database)
        }
        #expect(try await database.tables() == ["first", "migration", "second"])
        #expect(
            try await Migrations.missing([first, second, broken], in: database).map(\.name)
                == [broken.name])
    }

    @Test(arguments: TestEngine.allCases)
    func `data of a newer release are refused and left alone`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([first, second])
        let third = Migration("2026-12-06 test: third", "CREATE TABLE third (id UUID);")
        await #expect(throws: StorageRefusal.newerData(migrations: [second.name])) {
            try await Migrations.apply([first, third], to: database)
        }
        #expect(try await database.tables() == ["first", "migration", "second"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a migration that was edited after its release is refused`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh([first])
        let edited = Migration(first.name, first.text + " ")
        await #expect(throws: StorageRefusal.editedMigration(first.name)) {
            try await Migrations.apply([edited, second], to: database)
        }
        #expect(try await database.tables() == ["first", "migration"])
    }

    @Test(arguments: TestEngine.allCases)
    func `two processes that start together migrate once`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh()
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask { try await Migrations.apply([first, second], to: database) }
            }
            try await group.waitForAll()
        }
        #expect(try await database.tables() == ["first", "migration", "second"])
    }

    @Test func `a file with data is copied before it is migrated`() async throws {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let database = try SQLiteDatabase(path: path)
        try await Migrations.apply([first], to: database)
        #expect(!FileManager.default.fileExists(atPath: path + ".before-2026-12-03-test--first"))

        try await Migrations.apply([first, second], to: database)

        let copy = try SQLiteDatabase(readingOnly: path + ".before-2026-12-04-test--second")
        #expect(try await copy.tables() == ["first", "migration"])
        #expect(try await database.tables() == ["first", "migration", "second"])
        try await database.close()
        withExtendedLifetime(folder) {}
    }

    @Test func `who starts together with another keeps the copy of before the change`()
        async throws
    {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let database = try SQLiteDatabase(path: path)
        try await Migrations.apply([first], to: database)

        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { try await Migrations.apply([first, second], to: database) }
            }
            try await group.waitForAll()
        }

        let copy = try SQLiteDatabase(readingOnly: path + ".before-2026-12-04-test--second")
        #expect(try await copy.tables() == ["first", "migration"])
        #expect(try await database.tables() == ["first", "migration", "second"])
        try await database.close()
        withExtendedLifetime(folder) {}
    }
}

extension Database {
    fileprivate func tables() async throws -> [String] {
        try await read { session in
            switch session.dialect {
            case .sqlite:
                try session.values("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
            case .postgreSQL:
                try session.values(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
            }
        }
    }
}
