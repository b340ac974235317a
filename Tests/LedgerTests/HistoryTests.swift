import Kernel
import Storage
import TestEngines
import Testing

@testable import Ledger

@Suite struct HistoryTests {
    @Test(arguments: TestEngine.allCases)
    func `a record's history is told newest first and page by page`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 20)
        let record = RecordID(kind: "system", uuid: LedgerFixture.uuid(2, 0))

        let (first, second) = try await ledger.database.read { session in
            let first = try History.history(of: record, limit: 3, in: session)
            return (
                first,
                try History.history(of: record, before: first.last?.place, limit: 3, in: session)
            )
        }

        #expect(first.map(\.after) == [17, 12, 7].map(Self.state))
        #expect(second.map(\.after) == [Self.state(2)])
        #expect(second.map(\.before) == [nil])
        #expect(first.first?.author == LedgerFixture.entry(0).author)
        #expect(first.first?.at == LedgerFixture.noon.adding(seconds: 17))
        #expect(first.first?.agency == LedgerFixture.agencies[2])
        #expect(first.first?.verb == "system.edit")
    }

    @Test(arguments: TestEngine.allCases)
    func `an agency's entries carry its own numbers without a gap`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 20)
        func ordinals(
            _ kinds: Set<RecordKind>?, except: Set<String> = [], limit: Int = 50
        ) async throws -> [Int] {
            try await ledger.database.read { session in
                try History.entries(
                    of: LedgerFixture.agencies[1], on: kinds, except: except, limit: limit,
                    in: session
                ).map(\.ordinal)
            }
        }

        #expect(try await ordinals(nil) == [7, 6, 5, 4, 3, 2, 1])
        #expect(try await ordinals(["system"]) == [7, 6, 5, 4, 3, 2, 1])
        #expect(try await ordinals(["system"], limit: 4) == [7, 6, 5, 4])
        #expect(try await ordinals(["system"], except: ["system.edit"]).isEmpty)
        #expect(try await ordinals(["asset"]).isEmpty)
        #expect(try await ordinals([]).isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `an entry is told by its first record of a kind, and counts those`(
        _ engine: TestEngine
    ) async throws {
        let ledger = try await LedgerFixture(on: engine)
        func record(_ kind: RecordKind, _ number: Int) -> RecordID {
            RecordID(kind: kind, uuid: LedgerFixture.uuid(9, number))
        }
        let lines = [
            Line(record: record("message", 1), before: nil, after: "{}"),
            Line(record: record("asset", 2), before: nil, after: Self.state(2)),
            Line(record: record("asset", 3), before: nil, after: Self.state(3)),
            Line(record: record("system", 4), before: nil, after: "{}"),
        ]
        try await ledger.database.write { session in
            try LedgerWriter.append(
                NewEntry(
                    at: LedgerFixture.noon, author: Author(kind: .job, id: nil, name: "nightly"),
                    verb: "asset.import", agency: LedgerFixture.agencies[0], lines: lines),
                to: session)
        }

        let told = try await ledger.database.read { session in
            try History.entries(
                of: LedgerFixture.agencies[0], on: ["asset", "system"], in: session)
        }

        #expect(told.map(\.record) == [record("asset", 2)])
        #expect(told.map(\.after) == [Self.state(2)])
        #expect(told.map(\.records) == [2])
        #expect(told.map(\.verb) == ["asset.import"])
    }

    @Test(arguments: TestEngine.allCases)
    func `entries of one moment, or of a clock set back, keep their order`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine)
        let record = RecordID(kind: "system", uuid: LedgerFixture.uuid(9, 9))
        let moments: [Int64] = [5, 5, 5, 5, 2, 9, 9, 1]

        try await ledger.database.write { session in
            for (number, seconds) in moments.enumerated() {
                let line = Line(record: record, before: nil, after: Self.state(number))
                try LedgerWriter.append(
                    NewEntry(
                        at: LedgerFixture.noon.adding(seconds: seconds),
                        author: Author(kind: .job, id: nil, name: "nightly"), verb: "note",
                        agency: LedgerFixture.agencies[0], lines: [line]),
                    to: session)
            }
        }
        let told = try await ledger.database.read { try History.history(of: record, in: $0) }

        #expect(told.map(\.after) == moments.indices.reversed().map(Self.state))
        #expect(Set(told.map(\.entry)).count == moments.count)
    }

    @Test(arguments: TestEngine.allCases)
    func `an import of thousands of rows is one entry with all its lines`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine)
        let lines = (0..<1_203).map { number in
            Line(
                record: RecordID(kind: "system", uuid: LedgerFixture.uuid(1, 1)), before: nil,
                after: Self.state(number))
        }
        let entry = NewEntry(
            at: LedgerFixture.noon, author: Author(kind: .console, id: nil, name: "root"),
            verb: "import", agency: LedgerFixture.agencies[0], lines: lines)

        let (id, read) = try await ledger.database.write { session in
            let id = try LedgerWriter.append(entry, to: session)
            return (id, try History.lines(of: id, limit: 2_000, in: session))
        }

        #expect(read.map(\.after) == lines.map(\.after))
        #expect(read.allSatisfy { $0.entry == id })
    }

    @Test(arguments: TestEngine.allCases)
    func `the last state of each record is that of its newest line`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 20)

        let (first, second) = try await ledger.database.read { session in
            let first = try LastState.page(of: "system", limit: 3, in: session)
            return (
                first,
                try LastState.page(of: "system", after: first.last?.record, in: session)
            )
        }

        // Records (group, line): line 1 is written by every third entry only.
        let newest =
            [(0, 0, 15), (0, 1, 5), (1, 0, 16), (1, 1, 11), (2, 0, 17), (2, 1, 17)]
            + [(3, 0, 18), (3, 1, 8), (4, 0, 19), (4, 1, 14)]
        let states = first + second
        #expect(states.map(\.record) == newest.map { LedgerFixture.uuid($0.0, $0.1) })
        #expect(states.map(\.after) == newest.map { Self.state($0.2) })
    }

    @Test(arguments: TestEngine.allCases)
    func `the ledger's rows can be neither changed nor removed`(_ engine: TestEngine)
        async throws
    {
        let ledger = try await LedgerFixture(on: engine, entries: 4)

        for table: SQL in ["entry", "entryLine", "leaf", "node"] {
            await #expect(throws: StorageFault.self) {
                try await ledger.database.write { try $0.execute("DELETE FROM \(table)") }
            }
        }
        await #expect(throws: StorageFault.self) {
            try await ledger.database.write { try $0.execute("UPDATE entry SET verb = 'x'") }
        }
        await #expect(throws: StorageFault.self) {
            try await ledger.database.write { try $0.execute("UPDATE entryLine SET after = 'x'") }
        }
    }

    static func state(_ number: Int) -> String {
        "{\"name\":\"公文系統\",\"number\":\(number)}"
    }
}
