import Foundation
import Kernel
import MerkleLog
import Storage
import TestEngines

@testable import Ledger

/// A ledger with a known past: three agencies take turns, every third entry has two lines.
struct LedgerFixture {
    static let agencies = (1...3).map { AgencyID(uuid(0xA0, $0)) }
    static let noon = Instant(microseconds: 1_763_870_400_000_000)

    let database: any Database
    let place: TestPlace

    init(on engine: TestEngine, entries: Int = 0) async throws {
        place = try await engine.place(History.migrations)
        database = try place.open()
        try await append(upTo: entries)
    }

    /// Lets the ledger grow to `size` entries.
    func append(upTo size: Int) async throws {
        try await database.write { session in
            let start = try session.value("SELECT COUNT(*) FROM entry", as: Int.self) ?? 0
            for number in start..<max(start, size) {
                try LedgerWriter.append(Self.entry(number), to: session)
            }
        }
    }

    func verified(keeping kept: [Checkpoint] = []) async throws -> LedgerReport {
        try await database.read { try LedgerVerifier(keeping: kept).verify(in: $0) }
    }

    func checkpoint() async throws -> Checkpoint {
        try await database.read { try History.checkpoint(origin: "test", in: $0) }
    }

    var tamperer: Tamperer { Tamperer(database: database, place: place) }

    /// Writes the log anew as `change` wants it.
    func forge(_ change: @escaping @Sendable (inout Forgery) -> Void) async throws {
        try await tamperer.disarm()
        try await database.write { session in
            var forgery = try Forgery(of: session)
            change(&forgery)
            try forgery.write(to: session)
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
