import Foundation
import Ledger
import SQLiteEngine
import Storage
import TestEngines
import Testing

/// What has been acknowledged outlives the program, however it ends.
///
/// `CHENGDUN_CRASH_ROUNDS` sets how often it is killed; 50 times by itself.
@Suite(.serialized) struct CrashTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["CHENGDUN_CRASH_ROUNDS"].flatMap { Int($0) } ?? 50

    @Test(arguments: TestEngine.allCases)
    func `a killed program loses nothing it has acknowledged`(
        _ engine: TestEngine
    ) async throws {
        let place = try await engine.place()
        var acknowledged: Set<Int> = []
        for round in 0..<Self.rounds {
            let writer = CrashWriter(address: place.address, first: round * 1_000_000)
            acknowledged.formUnion(try writer.runUntilKilled())
        }
        #expect(!acknowledged.isEmpty)
        let stored = try await Stored(in: place.open())
        #expect(stored.isWhole)
        #expect(acknowledged.subtracting(stored.numbers).isEmpty)
    }

    @Test func `a power cut loses nothing that was acknowledged`() async throws {
        let disk = try FragileDisk()
        var acknowledged: Set<Int> = []
        for round in 0..<Self.rounds {
            let writer = CrashWriter(
                address: disk.path, first: round * 1_000_000, kept: disk.keptFolder)
            acknowledged.formUnion(try writer.runUntilKilled())
            try disk.losePower()
        }
        #expect(!acknowledged.isEmpty)
        let stored = try await Stored(in: SQLiteDatabase(path: disk.path))
        #expect(stored.isWhole)
        #expect(acknowledged.subtracting(stored.numbers).isEmpty)
    }

    @Test func `without our settings a power cut does lose what was acknowledged`() async throws {
        let disk = try FragileDisk()
        var acknowledged: Set<Int> = []
        for round in 0..<5 {
            let writer = CrashWriter(
                address: "careless:\(disk.path)", first: round * 1_000_000, kept: disk.keptFolder)
            acknowledged.formUnion(try writer.runUntilKilled())
            try disk.losePower()
        }
        let database = try SQLiteDatabase(path: disk.path)
        let stored = try await database.read { session in
            try session.values("SELECT value FROM number", as: Int.self)
        }
        #expect(!acknowledged.subtracting(stored).isEmpty)
    }

    @Test func `every commit asks the disk, and would not without our settings`() throws {
        let folder = try ScratchFolder()
        let careful = CrashWriter(address: folder.path("careful.db"), first: 0)
        #expect(try careful.syncs(ofCommits: 20) >= 20)
        let careless = CrashWriter(address: "careless:\(folder.path("careless.db"))", first: 0)
        #expect(try careless.syncs(ofCommits: 20) < 20)
    }
}

/// What is found after the last round.
private struct Stored {
    let numbers: Set<Int>
    /// The ledger has a line for each number and no other, and its tree is sound.
    let isWhole: Bool

    init(in database: any Database) async throws {
        (numbers, isWhole) = try await database.read { session in
            let numbers = try session.values("SELECT value FROM number", as: Int.self)
            let lines = try session.values("SELECT after FROM entryLine", as: String.self)
            let report = try LedgerVerifier().verify(in: session)
            let checks =
                session.dialect == .sqlite
                ? try session.values("PRAGMA integrity_check", as: String.self) : ["ok"]
            let isWhole =
                lines.sorted() == numbers.map { "{\"value\":\($0)}" }.sorted()
                && report.flaw == nil && report.size == numbers.count && checks == ["ok"]
            return (Set(numbers), isWhole)
        }
    }
}

/// A disk on which only what has been synced outlives the power.
private struct FragileDisk {
    private let folder: ScratchFolder
    private let kept: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        kept = try ScratchFolder()
    }

    var path: String { folder.path("chengdun.db") }
    var keptFolder: String { kept.path("") }

    /// Puts in the place of every file what the disk has kept of it.
    func losePower() throws {
        let files = FileManager.default
        for name in ["chengdun.db", "chengdun.db-wal", "chengdun.db-shm"] {
            guard files.fileExists(atPath: folder.path(name)) else { continue }
            try files.removeItem(atPath: folder.path(name))
            guard files.fileExists(atPath: kept.path(name)) else { continue }
            try files.copyItem(atPath: kept.path(name), toPath: folder.path(name))
        }
    }
}

/// The program beside this one that writes until it is killed.
private struct CrashWriter {
    let address: String
    let first: Int
    var kept: String?

    /// Kills it at any moment of its work; what it has acknowledged until then.
    func runUntilKilled() throws -> [Int] {
        let output = Pipe()
        let process = try start([address, "\(first)"], output: output)
        // It is well under way when the first number arrives.
        var text = output.fileHandleForReading.availableData
        Thread.sleep(forTimeInterval: .random(in: 0...0.08))
        kill(process.processIdentifier, SIGKILL)
        text += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let whole = String(decoding: text, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast()
        return whole.compactMap { Int($0) }
    }

    func syncs(ofCommits count: Int) throws -> Int {
        let output = Pipe()
        let process = try start([address, "\(first)", "\(count)"], output: output)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try #require(
            Int(
                String(decoding: text, as: UTF8.self).trimmingCharacters(
                    in: .whitespacesAndNewlines)))
    }

    private func start(_ arguments: [String], output: Pipe) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "crash-writer")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            kept.map { ["CHENGDUN_KEPT": $0] } ?? [:]
        ) { $1 }
        process.standardOutput = output
        try process.run()
        return process
    }
}
