import Foundation
import GRDB

/// What the same database costs without the program: the floor under its figures.
struct RawSQLite {
    let table: BigTable

    /// Milliseconds of one core for the rows and the count of one agency's list.
    func listMilliseconds() throws -> Double {
        let queue = try DatabaseQueue(path: table.file, configuration: Self.readOnly)
        defer { try? queue.close() }
        return try queue.read { database in
            let agency = try Data.fetchOne(
                database, sql: "SELECT id FROM agency ORDER BY path DESC LIMIT 1")
            let list = try database.makeStatement(
                sql: """
                    SELECT item.*, agency.name
                    FROM informationSystem AS item JOIN agency ON agency.id = item.agencyID
                    WHERE item.agencyID = ? AND item.removedAt IS NULL
                    ORDER BY item.name, item.id LIMIT 51
                    """)
            let count = try database.makeStatement(
                sql: """
                    SELECT count(*) FROM (
                      SELECT 1 FROM informationSystem
                      WHERE agencyID = ? AND removedAt IS NULL LIMIT 1001)
                    """)
            return try Self.milliseconds(rounds: 500) {
                let cursor = try Row.fetchCursor(list, arguments: [agency])
                while try cursor.next() != nil {}
                _ = try Int.fetchOne(count, arguments: [agency])
            }
        }
    }

    /// Milliseconds of one core to find one row by its id.
    func rowMilliseconds() throws -> Double {
        let queue = try DatabaseQueue(path: table.file, configuration: Self.readOnly)
        defer { try? queue.close() }
        return try queue.read { database in
            let id = try Data.fetchOne(database, sql: "SELECT id FROM informationSystem LIMIT 1")
            let find = try database.makeStatement(
                sql: "SELECT * FROM informationSystem WHERE id = ?")
            return try Self.milliseconds(rounds: 5_000) {
                _ = try Row.fetchOne(find, arguments: [id])
            }
        }
    }

    /// Commits of one small row a second that wait for the same disk.
    func commitsPerSecond() throws -> Double {
        let path = "\(table.folder)/raw.db"
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
                    """)
            let insert = try database.makeStatement(sql: "INSERT INTO note (text) VALUES (?)")
            let start = ContinuousClock.now
            var count = 0
            while ContinuousClock.now - start < .seconds(3) {
                try insert.execute(arguments: ["\(count)"])
                count += 1
            }
            return Double(count) / ((ContinuousClock.now - start) / .seconds(1))
        }
    }

    static var readOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }

    private static func milliseconds(rounds: Int, _ work: () throws -> Void) rethrows -> Double {
        try work()
        let start = threadSeconds()
        for _ in 0..<rounds { try work() }
        return (threadSeconds() - start) * 1_000 / Double(rounds)
    }

    static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
