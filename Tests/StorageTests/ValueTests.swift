import Foundation
import Kernel
import Storage
import TestEngines
import Testing

@Suite struct ValueTests {
    private static let table = Migration(
        "2026-11-23 test: values",
        """
        CREATE TABLE kept (
          number BIGINT,
          real DOUBLE PRECISION,
          text TEXT,
          bytes BYTEA,
          flag BOOLEAN,
          uuid UUID
        );
        """)

    @Test(arguments: TestEngine.allCases)
    func `text comes back as it was`(_ engine: TestEngine) async throws {
        let texts = [
            "", " ", "臺北市政府", "𠮷野家 𡈽地 🏙️", "é e\u{301}", "'; DROP TABLE kept; --",
            "$1 \\ %_", "\r\n\t",
        ]
        let back = try await Self.keep(texts, in: "text", on: engine)
        #expect(back.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
    }

    @Test(arguments: TestEngine.allCases)
    func `an integer comes back as it was`(_ engine: TestEngine) async throws {
        let numbers: [Int64] = [0, -1, 1, .max, .min, 9_007_199_254_740_993]
        #expect(try await Self.keep(numbers, in: "number", on: engine) == numbers)
    }

    @Test(arguments: TestEngine.allCases)
    func `a number with a fraction comes back as it was`(_ engine: TestEngine) async throws {
        let numbers = [
            0, -0.1, 1.0 / 3, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 2,
        ]
        #expect(try await Self.keep(numbers, in: "real", on: engine) == numbers)
    }

    @Test(arguments: TestEngine.allCases)
    func `bytes come back as they were`(_ engine: TestEngine) async throws {
        let files: [[UInt8]] = [[], [0], [0, 255, 10, 92, 39], Array(0...255)]
        #expect(try await Self.keep(files, in: "bytes", on: engine) == files)
    }

    @Test(arguments: TestEngine.allCases)
    func `yes and no come back as they were`(_ engine: TestEngine) async throws {
        #expect(try await Self.keep([true, false], in: "flag", on: engine) == [true, false])
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing comes back as nothing`(_ engine: TestEngine) async throws {
        for column: SQLName in ["number", "real", "text", "bytes", "flag", "uuid"] {
            #expect(try await Self.keep([String?.none], in: column, on: engine) == [nil])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what has a type of its own comes back as it was`(_ engine: TestEngine) async throws {
        let uuid = UUID(version7At: Instant(microseconds: 1_795_000_000_000_000))
        #expect(try await Self.keep([uuid], in: "uuid", on: engine) == [uuid])
        let day = try #require(Day("2026-02-28"))
        #expect(try await Self.keep([day], in: "text", on: engine) == [day])
        let moment = Instant(microseconds: -1)
        #expect(try await Self.keep([moment], in: "number", on: engine) == [moment])
        let digest = Digest(of: "城盾".utf8)
        #expect(try await Self.keep([digest], in: "bytes", on: engine) == [digest])
    }

    @Test(arguments: TestEngine.allCases)
    func `what one of the databases cannot keep is refused by both`(
        _ engine: TestEngine
    ) async throws {
        await #expect(throws: StorageFault.statement("text holds the character NUL")) {
            _ = try await Self.keep(["a\0b"], in: "text", on: engine)
        }
        for number in [Double.nan, .infinity] {
            await #expect(throws: StorageFault.statement("\(number) is not a finite number")) {
                _ = try await Self.keep([number], in: "real", on: engine)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a value of the wrong type is refused`(_ engine: TestEngine) async throws {
        await #expect(throws: StorageFault.self) {
            _ = try await Self.keep(["many"], in: "number", on: engine)
        }
        let database = try await engine.fresh([Self.table])
        try await database.write { session in
            try session.execute("INSERT INTO kept (number, text) VALUES (\(1), \("one"))")
        }
        await #expect(throws: StorageFault.column(0, expected: "an integer")) {
            try await database.read { try $0.value("SELECT text FROM kept", as: Int.self) }
        }
        await #expect(throws: StorageFault.column(0, expected: "text")) {
            try await database.read { try $0.value("SELECT number FROM kept", as: String.self) }
        }
        await #expect(throws: StorageFault.column(0, expected: "bytes")) {
            try await database.read { try $0.value("SELECT uuid FROM kept", as: [UInt8].self) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a sum and a count are integers`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([Self.table])
        let (sum, count) = try await database.write { session in
            for number in 1...3 {
                try session.execute("INSERT INTO kept (number) VALUES (\(number))")
            }
            return try session.all("SELECT SUM(number), COUNT(*) FROM kept") { row in
                (try row.next(Int.self), try row.next(Int.self))
            }[0]
        }
        #expect(sum == 6)
        #expect(count == 3)
    }

    /// Writes `values` into `column` one after the other and reads them back.
    private static func keep<Value: Storable>(
        _ values: [Value], in column: SQLName, on engine: TestEngine
    ) async throws -> [Value] {
        let database = try await engine.fresh([table])
        return try await database.write { session in
            try values.flatMap { value in
                try session.execute("DELETE FROM kept")
                try session.execute("INSERT INTO kept (\(column)) VALUES (\(value))")
                return try session.values("SELECT \(column) FROM kept", as: Value.self)
            }
        }
    }
}
