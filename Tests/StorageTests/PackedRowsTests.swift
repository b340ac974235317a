import Foundation
import Kernel
import TestEngines
import Testing

@testable import Storage

@Suite struct PackedRowsTests {
    private static let table = Migration(
        "2026-12-03 test: packed",
        """
        CREATE TABLE packed (
          place BIGINT NOT NULL PRIMARY KEY,
          number BIGINT,
          real DOUBLE PRECISION,
          text TEXT,
          bytes BYTEA,
          uuid UUID
        );
        """)
    private static let columns: [SQLName] = ["place", "number", "real", "text", "bytes", "uuid"]
    private static let texts = [
        "", "臺北市政府", "𠮷野家 𡈽地 🏙️", "'; DROP TABLE packed; --", "$1 \\ %_", "a\r\n\tb",
        String(repeating: "堃", count: 5_000),
    ]

    @Test(arguments: TestEngine.allCases)
    func `many rows come back as they were`(_ engine: TestEngine) async throws {
        var rows: [[StoredValue]] = []
        for place in 0..<2_000 {
            let text = Self.texts[place % Self.texts.count]
            let uuid = UUID(version7At: Instant(microseconds: Int64(place)))
            rows.append([
                place.stored, (Int64.min + Int64(place)).stored, (Double(place) / 3).stored,
                place.isMultiple(of: 3) ? .null : text.stored,
                Array(text.utf8.prefix(place % 300)).stored, uuid.stored,
            ])
        }
        #expect(try await Self.keep(PackedRows(rows), on: engine) == rows)
    }

    @Test(arguments: TestEngine.allCases)
    func `none are no fault`(_ engine: TestEngine) async throws {
        #expect(try await Self.keep(PackedRows(), on: engine).isEmpty)
    }

    @Test(
        arguments: TestEngine.allCases,
        [
            ("a\0b".stored, "text holds the character NUL"),
            (Double.infinity.stored, "inf is not a finite number"),
        ])
    func `what one of the databases cannot keep is refused by both`(
        _ engine: TestEngine, _ wrong: (value: StoredValue, why: String)
    ) async throws {
        let rows: [[StoredValue]] = [
            [1.stored, .null, .null, .null, .null, .null],
            [2.stored, .null, .null, wrong.value, .null, .null],
        ]
        await #expect(throws: StorageFault.statement(wrong.why)) {
            _ = try await Self.keep(PackedRows(rows), on: engine)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a row that is refused keeps none of them`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([Self.table])
        let row: [StoredValue] = [1.stored, .null, .null, .null, .null, .null]
        await #expect(throws: StorageFault.self) {
            try await database.write { session in
                try session.insert(
                    PackedRows([row, row]), into: "packed", columns: Self.columns)
            }
        }
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM packed") }
        #expect(count == 0)
    }

    /// Writes the rows and reads them back.
    private static func keep(
        _ rows: PackedRows, on engine: TestEngine
    ) async throws -> [[StoredValue]] {
        let database = try await engine.fresh([table])
        return try await database.write { session in
            try session.insert(rows, into: "packed", columns: columns)
            return try session.all(
                "SELECT place, number, real, text, bytes, uuid FROM packed ORDER BY place"
            ) { row in
                [
                    try row.next(Int?.self).stored, try row.next(Int64?.self).stored,
                    try row.next(Double?.self).stored, try row.next(String?.self).stored,
                    try row.next([UInt8]?.self).stored, try row.next(UUID?.self).stored,
                ]
            }
        }
    }
}
