import Foundation
import Storage
import TestEngines
import Testing

@testable import SQLiteEngine

/// What only a file can do to the programme.
@Suite struct SQLiteTests {
    @Test func `every commit waits for the disk`() async throws {
        let database = try await TestEngine.sqlite.fresh()
        let settings = try await database.write { session in
            [
                try session.value("PRAGMA synchronous", as: Int.self),
                try session.value("PRAGMA foreign_keys", as: Int.self),
                try session.value("PRAGMA trusted_schema", as: Int.self),
                try session.value("PRAGMA cell_size_check", as: Int.self),
                try session.value("PRAGMA mmap_size", as: Int.self),
            ]
        }
        #expect(settings == [2, 1, 0, 1, 0])
        let journal = try await database.read { session in
            try session.value("PRAGMA journal_mode", as: String.self)
        }
        #expect(journal == "wal")
    }

    @Test func `a new file has pages of its own size, and one of before keeps its own`()
        async throws
    {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        func pageSize() async throws -> Int? {
            let database = try SQLiteDatabase(path: path)
            try await Migrations.apply([.numbers], to: database)
            let size = try await database.read { try $0.value("PRAGMA page_size", as: Int.self) }
            try await database.close()
            return size
        }
        #expect(try await pageSize() == 8_192)
        try FileManager.default.removeItem(atPath: path)
        let before = try SQLiteConnection(path: path, isWriting: true)
        try before.script(
            """
            PRAGMA journal_mode = DELETE; PRAGMA page_size = 4096; VACUUM;
            CREATE TABLE old (id INTEGER); PRAGMA journal_mode = WAL;
            """)
        #expect(try before.setting("page_size") == "4096")
        #expect(try await pageSize() == 4_096)
    }

    @Test func `a file whose commits would not wait for the disk is not served`() throws {
        let careless = try SQLiteConnection(path: ":memory:", isWriting: true)
        let refusal = StorageRefusal.notDurable(setting: "journal_mode = memory")
        #expect(throws: refusal) {
            try careless.beDurable()
        }
    }

    @Test func `a long log is moved into the file behind the changes`() async throws {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE page (bytes BLOB)") }
        func size(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return try #require(attributes[.size] as? Int)
        }
        // Some 5,000 pages in all, of which the log never holds many more than a thousand.
        for _ in 0..<100 {
            try await database.write { session in
                try session.execute("INSERT INTO page (bytes) VALUES (zeroblob(400000))")
            }
        }
        #expect(try size(path) > 30_000_000)
        #expect(try size(path + "-wal") < 12_000_000)
        try await database.close()
    }

    @Test func `a second writing process is refused, and a reading one is not`() async throws {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let first = try SQLiteDatabase(path: path)
        try await Migrations.apply([.numbers], to: first)
        #expect(throws: StorageRefusal.inUse(path: path)) { try SQLiteDatabase(path: path) }

        let reader = try SQLiteDatabase(readingOnly: path)
        try await first.write { session in
            try session.execute("INSERT INTO number (value) VALUES (\(1))")
        }
        #expect(try await reader.count() == 1)
        await #expect(throws: StorageFault.self) {
            try await reader.write { session in
                try session.execute("INSERT INTO number (value) VALUES (\(2))")
            }
        }

        try await reader.close()
        try await first.close()
        let second = try SQLiteDatabase(path: path)
        #expect(try await second.count() == 1)
        try await second.close()
    }

    @Test func `a stopped programme's file can be read where nothing may be written`()
        async throws
    {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let writer = try SQLiteDatabase(path: path)
        try await Migrations.apply([.numbers], to: writer)
        try await writer.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))

        let reader = try SQLiteDatabase(readingOnly: path)
        #expect(try await reader.count() == 0)
        try await reader.close()

        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a statement that takes too long is ended`() async throws {
        let folder = try ScratchFolder()
        let database = try SQLiteDatabase(
            path: folder.path("chengdun.db"), statementSeconds: 0.05)
        let fault = await #expect(throws: StorageFault.self) {
            try await database.read { session in
                try session.value(
                    """
                    WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)
                    SELECT COUNT(*) FROM endless
                    """, as: Int.self)
            }
        }
        guard case .timeout = fault else {
            Issue.record("\(String(describing: fault)) is not a timeout")
            return
        }
        #expect(try await database.read { try $0.value("SELECT 1", as: Int.self) } == 1)
    }

    @Test func `reading what is not there makes no file`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        #expect(throws: StorageRefusal.missing(path: path)) {
            try SQLiteDatabase(readingOnly: path)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a closed file is whole without its log`() async throws {
        let folder = try ScratchFolder()
        let path = folder.path("chengdun.db")
        let database = try SQLiteDatabase(path: path)
        try await Migrations.apply([.numbers], to: database)
        try await database.write { session in
            try session.execute("INSERT INTO number (value) VALUES (\(1))")
        }
        _ = try await database.count()
        try await database.close()

        try FileManager.default.copyItem(atPath: path, toPath: folder.path("copy.db"))
        let copy = try SQLiteDatabase(path: folder.path("copy.db"))
        #expect(try await copy.count() == 1)
        try await copy.close()
    }

    @Test func `a copy is made while the programme runs`() async throws {
        let folder = try ScratchFolder()
        let database = try SQLiteDatabase(path: folder.path("chengdun.db"))
        try await Migrations.apply([.numbers], to: database)
        try await database.copy(to: folder.path("copy.db"))
        try await database.write { session in
            try session.execute("INSERT INTO number (value) VALUES (\(1))")
        }
        try await database.copy(to: folder.path("copy.db"))

        let copy = try SQLiteDatabase(readingOnly: folder.path("copy.db"))
        #expect(try await copy.count() == 1)
        #expect(try folder.partials() == [])
        try await database.close()
    }

    @Test func `copies to one place that are made together do not meet`() async throws {
        let folder = try ScratchFolder()
        let database = try SQLiteDatabase(path: folder.path("chengdun.db"))
        try await Migrations.apply([.numbers], to: database)

        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask { try await database.copy(to: folder.path("copy.db")) }
            }
            try await group.waitForAll()
        }

        let copy = try SQLiteDatabase(readingOnly: folder.path("copy.db"))
        #expect(try await copy.count() == 0)
        #expect(try folder.partials() == [])
        try await database.close()
    }
}
