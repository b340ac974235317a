import Foundation
import PostgreSQLEngine
import Storage
import Synchronization
import TestEngines
import Testing

/// What only a server can do to the programme. Runs where a server is at hand.
@Suite(.enabled(if: TestEngine.allCases.contains(.postgreSQL)))
struct PostgreSQLTests {
    @Test func `the programme connects again after the server has cut every connection`()
        async throws
    {
        let database = try await TestEngine.postgreSQL.fresh([.numbers])
        try await database.write { try $0.insert(1) }
        #expect(try await database.count() == 1)

        try await database.cutAll()
        #expect(try await database.count() == 1)
        try await database.cutAll()
        try await database.write { try $0.insert(2) }

        #expect(try await database.count() == 2)
    }

    @Test func `a change that is cut off before its commit is written once`() async throws {
        let database = try await TestEngine.postgreSQL.fresh([.numbers])
        let cuts = Countdown(from: 1)
        try await database.write { session in
            try session.insert(1)
            if cuts.next() { _ = try? session.value(Self.ownEnd, as: Bool.self) }
            try session.insert(2)
        }
        #expect(try await database.count() == 2)
    }

    @Test func `a change that is cut off twice is a fault, and nothing is kept`() async throws {
        let database = try await TestEngine.postgreSQL.fresh([.numbers])
        let fault = await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.insert(1)
                _ = try session.value(Self.ownEnd, as: Bool.self)
            }
        }
        guard case .connection = fault else {
            Issue.record("\(String(describing: fault)) is not a lost connection")
            return
        }
        #expect(try await database.count() == 0)
    }

    @Test func `a statement that takes too long is ended`() async throws {
        let place = try await TestEngine.postgreSQL.place([.numbers])
        var limits = PostgreSQLLimits()
        // Long enough for the counting below on a machine that is busy.
        limits.statementMilliseconds = 500
        let database = try PostgreSQLDatabase(url: place.address, limits: limits)
        let fault = await #expect(throws: StorageFault.self) {
            try await database.read { session in
                try session.value("SELECT pg_sleep(30)::TEXT", as: String.self)
            }
        }
        guard case .timeout = fault else {
            Issue.record("\(String(describing: fault)) is not a timeout")
            return
        }
        #expect(try await database.count() == 0)
    }

    @Test func `waiting for the writer of another process has a limit`() async throws {
        let place = try await TestEngine.postgreSQL.place([.numbers])
        let other = try place.open()
        var limits = PostgreSQLLimits()
        limits.lockMilliseconds = 50
        let database = try PostgreSQLDatabase(url: place.address, limits: limits)
        let isWriting = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        async let writing: Void = other.write { session in
            try session.insert(1)
            isWriting.signal()
            mayEnd.wait()
        }
        await Task.detached { isWriting.waitHere() }.value
        let fault = await #expect(throws: StorageFault.self) {
            try await database.write { try $0.insert(2) }
        }
        mayEnd.signal()
        try await writing
        guard case .timeout = fault else {
            Issue.record("\(String(describing: fault)) is not a timeout")
            return
        }
        try await database.write { try $0.insert(3) }
        #expect(try await database.count() == 2)
    }

    @Test func `of several hosts the one that answers is used`() async throws {
        let place = try await TestEngine.postgreSQL.place([.numbers])
        let several = place.address.replacing("host=", with: "host=/nowhere,")
        let database = try PostgreSQLDatabase(url: several)
        try await database.write { try $0.insert(1) }
        #expect(try await database.count() == 1)
    }

    @Test func `a server that does not wait for the disk is refused`() async throws {
        let place = try await TestEngine.postgreSQL.place()
        let careless = place.address + "&options=-c%20synchronous_commit%3Doff"
        #expect(throws: StorageRefusal.notDurable(setting: "synchronous_commit = off")) {
            try PostgreSQLDatabase(url: careless)
        }
    }

    @Test func `a server that is not there is a lost connection`() async throws {
        let fault = #expect(throws: StorageFault.self) {
            try PostgreSQLDatabase(url: "postgres://chengdun@/postgres?host=/nowhere")
        }
        guard case .connection = fault else {
            Issue.record("\(String(describing: fault)) is not a lost connection")
            return
        }
    }

    /// Makes the server end the connection that asks.
    private static let ownEnd: SQL = "SELECT pg_terminate_backend(pg_backend_pid())"
}

/// Says yes a number of times.
private final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(from count: Int) { left = Mutex(count) }

    func next() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}

extension Session {
    fileprivate func insert(_ number: Int) throws {
        try execute("INSERT INTO number (value) VALUES (\(number))")
    }
}

extension Database {
    /// Ends every connection to this database.
    fileprivate func cutAll() async throws {
        await #expect(throws: StorageFault.self) {
            try await read { session in
                try session.values(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() ORDER BY pid = pg_backend_pid()
                    """, as: Bool.self)
            }
        }
    }
}
