import Foundation
import GRDB
import Kernel
import Ledger
import PostgreSQLEngine
import PowerLoss
import SQLiteEngine
import Storage

/// A program that writes until it is killed, and says of each number when it has been kept.
///
///     crash-writer ADDRESS FIRST        eight writers, from FIRST on, until killed
///     crash-writer ADDRESS FIRST COUNT  one writer of COUNT numbers; prints the syncs they took
///
/// An address `careless:PATH` writes through a pool as it is opened by default: the control.
@main
struct CrashWriter {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let first = Int(arguments[2]) else { exit(64) }
        let target = try await open(arguments[1])
        if arguments.count > 3, let count = Int(arguments[3]) {
            let before = powerLossSyncs()
            for number in first..<first + count { try await target.keep(number) }
            print(powerLossSyncs() - before)
        } else {
            try await writeUntilKilled(to: target, from: first)
        }
    }

    private static func open(_ address: String) async throws -> any NumberKeeper {
        if address.hasPrefix("careless:") {
            return try CarelessKeeper(path: String(address.dropFirst("careless:".count)))
        }
        let database: any Storage.Database =
            address.hasPrefix("postgres")
            ? try PostgreSQLDatabase(url: address) : try SQLiteDatabase(path: address)
        try await Migrations.apply(History.migrations + [CarefulKeeper.table], to: database)
        return CarefulKeeper(database: database)
    }

    private static func writeUntilKilled(
        to target: any NumberKeeper, from first: Int
    ) async throws {
        let writers = 8
        try await withThrowingTaskGroup { group in
            for writer in 0..<writers {
                group.addTask {
                    for number in stride(from: first + writer, to: .max, by: writers) {
                        try await target.keep(number)
                        // Straight to the pipe: a buffer would die with the program.
                        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

protocol NumberKeeper: Sendable {
    /// Returns when `number` has been kept.
    func keep(_ number: Int) async throws
}

/// Writes as the programme does: a row, and its line in the ledger of one of three agencies.
private struct CarefulKeeper: NumberKeeper {
    let database: any Storage.Database

    static let table = Migration(
        "2026-11-23 test: numbers", "CREATE TABLE number (value BIGINT NOT NULL PRIMARY KEY);")

    func keep(_ number: Int) async throws {
        try await database.write { session in
            try session.execute("INSERT INTO number (value) VALUES (\(number))")
            try LedgerWriter.append(Self.entry(of: number), to: session)
        }
    }

    private static func entry(of number: Int) -> NewEntry {
        NewEntry(
            at: Instant(microseconds: Int64(number)),
            author: Author(kind: .job, id: nil, name: "crash-writer"), verb: "number.keep",
            agency: agencies[number % agencies.count],
            lines: [
                Line(
                    record: RecordID(kind: "number", uuid: UUID()), before: nil,
                    after: "{\"value\":\(number)}")
            ])
    }

    private static let agencies = (1...3).compactMap {
        AgencyID("00000000-0000-7000-8000-00000000000\($0)")
    }
}

/// Writes as one would without thinking of the power.
private struct CarelessKeeper: NumberKeeper {
    private let pool: DatabasePool

    init(path: String) throws {
        pool = try DatabasePool(path: path)
        try pool.write { connection in
            try connection.execute(
                sql: "CREATE TABLE IF NOT EXISTS number (value INTEGER NOT NULL PRIMARY KEY)")
        }
        // The table at least is kept, so that the loss is one of numbers.
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    func keep(_ number: Int) async throws {
        try await pool.write { connection in
            try connection.execute(
                sql: "INSERT INTO number (value) VALUES (?)", arguments: [number])
        }
    }
}
