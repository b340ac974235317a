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

        let (first, second) = try await ledger.database.read { session in
            let agency = LedgerFixture.agencies[1]
            return (
                try History.entries(of: agency, limit: 4, in: session),
                try History.entries(of: agency, before: 4, in: session)
            )
        }

        #expect(first.map(\.ordinal) == [7, 6, 5, 4])
        #expect(second.map(\.ordinal) == [3, 2, 1])
        #expect((first + second).map(\.position) == [19, 16, 13, 10, 7, 4, 1])
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
