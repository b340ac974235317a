import Foundation
import Kernel
import Storage
import TestEngines

@testable import Ledger

/// A ledger with a known past: three agencies take turns, every third entry has two lines.
struct LedgerFixture {
    static let agencies = (1...3).map { AgencyID(uuid(0xA0, $0)) }
    static let noon = Instant(microseconds: 1_763_870_400_000_000)

    let database: any Database

    init(on engine: TestEngine, entries: Int = 0) async throws {
        database = try await engine.fresh(History.migrations)
        guard entries > 0 else { return }
        try await database.write { session in
            for number in 0..<entries { try LedgerWriter.append(Self.entry(number), to: session) }
        }
    }

    static func entry(_ number: Int) -> NewEntry {
        let lines = (0...(number % 3 == 2 ? 1 : 0)).map { line in
            Line(
                record: RecordID(kind: "system", uuid: uuid(number % 5, line)),
                before: number < 5 ? nil : "{\"name\":\"公文系統\",\"number\":\(number - 5)}",
                after: "{\"name\":\"公文系統\",\"number\":\(number)}")
        }
        return NewEntry(
            at: noon.adding(seconds: Int64(number)),
            author: Author(kind: .person, id: uuid(0xB0, 1), name: "王小明"),
            verb: "system.edit", agency: agencies[number % 3], lines: lines)
    }

    static func uuid(_ group: Int, _ number: Int) -> UUID {
        UUID(
            uuid: (
                UInt8(group), 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number)
            ))
    }
}
