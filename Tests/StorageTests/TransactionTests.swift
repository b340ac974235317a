import Foundation
import Storage
import TestEngines
import Testing

@Suite struct TransactionTests {
    private struct Interruption: Error {}

    @Test(arguments: TestEngine.allCases)
    func `a body that throws keeps nothing`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        await #expect(throws: Interruption.self) {
            try await database.write { session in
                try session.execute("INSERT INTO number (value) VALUES (\(1))")
                throw Interruption()
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `a body that goes on after a fault keeps nothing`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.execute("INSERT INTO number (value) VALUES (\(1))")
                _ = try? session.execute("INSERT INTO number (value) VALUES (\(1))")
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `a rule of the table is a constraint`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        let fault = await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.execute("INSERT INTO number (value) VALUES (\(1)), (\(1))")
            }
        }
        guard case .constraint = fault else {
            Issue.record("\(String(describing: fault)) is not a constraint")
            return
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a reader cannot write`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        await #expect(throws: StorageFault.self) {
            try await database.read { session in
                try session.execute("INSERT INTO number (value) VALUES (\(1))")
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `a reader sees one state while others write`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        let hasCounted = DispatchSemaphore(value: 0)
        let hasWritten = DispatchSemaphore(value: 0)
        async let reading = database.read { session in
            let before = try session.count()
            hasCounted.signal()
            hasWritten.wait()
            return (before, try session.count())
        }
        try await database.write { session in
            hasCounted.wait()
            try session.execute("INSERT INTO number (value) VALUES (\(1))")
        }
        hasWritten.signal()
        let (before, after) = try await reading
        #expect(before == 0)
        #expect(after == 0)
        #expect(try await database.count() == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `of changes that wait together each one fails alone`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh([.numbers])
        let isWriting = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        async let first: Void = database.write { _ in
            isWriting.signal()
            mayEnd.wait()
        }
        await Task.detached { isWriting.waitHere() }.value
        let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 1...9 {
                group.addTask { (number, await database.keepsOddly(number)) }
            }
            // Long enough for all of them to wait; were it not, they would be kept all the same.
            try? await Task.sleep(for: .milliseconds(100))
            mayEnd.signal()
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        try await first
        let kept = try await database.read { session in
            try session.values("SELECT value FROM number ORDER BY value", as: Int.self)
        }
        #expect(kept == [1, 2, 4, 5, 7, 8])
        #expect(outcomes.filter(\.value).keys.sorted() == kept)
    }

    @Test(arguments: TestEngine.allCases)
    func `eight writers lose nothing`(_ engine: TestEngine) async throws {
        let place = try await engine.place([.numbers])
        // Two programs on PostgreSQL; a file has one writing process.
        let databases = try (0..<(engine == .sqlite ? 1 : 2)).map { _ in try place.open() }
        try await databases[0].write { session in
            try session.execute("INSERT INTO number (value) VALUES (\(0))")
        }
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                let database = databases[writer % databases.count]
                group.addTask {
                    for _ in 0..<50 { try await database.write { try $0.addOne() } }
                }
            }
            try await group.waitForAll()
        }
        let sum = try await databases[0].read { session in
            try session.value("SELECT value FROM number", as: Int.self)
        }
        #expect(sum == 400)
    }
}

extension Database {
    /// Writes `number`; every third breaks a rule of the table, and every ninth goes on after it.
    fileprivate func keepsOddly(_ number: Int) async -> Bool {
        do {
            try await write { session in
                try session.execute("INSERT INTO number (value) VALUES (\(number))")
                guard number.isMultiple(of: 3) else { return }
                do {
                    try session.execute("INSERT INTO number (value) VALUES (\(number))")
                } catch {
                    guard number.isMultiple(of: 9) else { throw error }
                }
            }
            return true
        } catch {
            return false
        }
    }
}

extension DispatchSemaphore {
    /// Waits where a thread may be held.
    func waitHere() { wait() }
}

extension Session {
    func count() throws -> Int {
        try value("SELECT COUNT(*) FROM number") ?? -1
    }

    /// Reads the only number and writes the next one, as two statements.
    func addOne() throws {
        let number: Int = try value("SELECT value FROM number") ?? 0
        try execute("UPDATE number SET value = \(number + 1)")
    }
}

extension Database {
    func count() async throws -> Int { try await read { try $0.count() } }
}
