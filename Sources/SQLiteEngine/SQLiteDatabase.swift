import CSQLite
import Foundation
import Storage
import Synchronization

/// The programme's data in one file, written by one process, durable to loss of power.
///
/// Readers see the state before the change under way; only the writer's connection moves the
/// log of changes into the file.
package final class SQLiteDatabase: Database {
    private let path: String
    /// Its writer; `nil` where the file is only read.
    private let writer: SQLiteWriter?
    private let readers: SQLiteReaders
    private let lock: FileLock?
    private let changes = ChangeQueue()
    private let committed = Atomic(0)
    private let statementSeconds: Double

    /// Opens the file for reading and writing and makes it when there is none. No statement takes
    /// longer than `statementSeconds`, but those of migrations.
    ///
    /// - Throws: `StorageRefusal.inUse` while another process writes it, `.notDurable` when a
    ///   commit would not wait for the disk.
    package init(path: String, statementSeconds: Double = 30) throws {
        self.path = path
        self.statementSeconds = statementSeconds
        let lock = try FileLock(of: path)
        do {
            writer = try SQLiteWriter(path: path)
        } catch {
            lock.release()
            throw error
        }
        self.lock = lock
        readers = SQLiteReaders(path: path)
    }

    /// Opens the file of a running or stopped programme only to read it. Reports may take longer
    /// than pages.
    package init(readingOnly path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageRefusal.missing(path: path)
        }
        self.path = path
        statementSeconds = 600
        writer = nil
        lock = nil
        readers = SQLiteReaders(path: path)
    }

    package var commits: Int? {
        lock == nil ? nil : committed.load(ordering: .acquiring)
    }

    package var fileFolder: String? {
        (path as NSString).deletingLastPathComponent + "/evidence"
    }

    /// The release of SQLite that the program runs with, for the log.
    package static var version: String { String(cString: sqlite3_libversion()) }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await readers.run { [statementSeconds] reader in
            try reader.transaction {
                let session = SQLiteSession(reader, statementSeconds: statementSeconds)
                let result = try body(session)
                try session.checkUnbroken()
                return result
            }
        }
    }

    @discardableResult package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        let writer = try changing
        return try await changes.result(of: body) {
            writer.enqueue { [self] connection in
                let batch = changes.take()
                guard !batch.isEmpty else { return }
                let outcome = Result {
                    guard let connection else { throw StorageFault.connection("closed") }
                    try connection.commit(batch, statementSeconds: statementSeconds)
                }
                committed.add(1, ordering: .releasing)
                batch.finish(outcome)
                connection?.moveLongLog()
            }
        }
    }

    package func rebuild(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        try await changing.run { try $0.rebuild(body) }
        committed.add(1, ordering: .releasing)
    }

    package func close() async throws {
        try await readers.close()
        try await writer?.close()
        lock?.release()
    }

    private var changing: SQLiteWriter {
        get throws {
            guard let writer else { throw StorageFault.statement("the file is only read") }
            return writer
        }
    }
}

extension SQLiteDatabase {
    /// Copies the file beside itself as it is before `change`; an empty one is not worth it.
    package func keepCopy(
        before change: String, while isDue: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {
        let name = String(change.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        try await copy(to: "\(path).before-\(name)") { session in
            let tables: Int? = try session.value("SELECT COUNT(*) FROM sqlite_schema")
            return try tables != 0 && isDue(session)
        }
    }

    /// Writes the present state to a new file, which is there whole or not at all. Of several
    /// copies to one place that are made together, each is whole and the last one stays.
    package func copy(to target: String) async throws {
        try await copy(to: target) { _ in true }
    }

    /// Copies the state to `target` if it is as `isWanted` asks, on the connection of the writer,
    /// so that nothing changes between the question and the copy.
    private func copy(
        to target: String, if isWanted: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {
        let partial = "\(target).\(UUID().uuidString).partial"
        defer { try? FileManager.default.removeItem(atPath: partial) }
        let isMade = try await changing.run { connection in
            let session = SQLiteSession(connection, statementSeconds: Self.copySeconds)
            guard try isWanted(session) else { return false }
            _ = try session.execute("VACUUM INTO \(partial)")
            return true
        }
        guard isMade else { return }
        try synchronize(partial)
        guard rename(partial, target) == 0 else {
            throw StorageFault.connection("\(target): \(String(cString: strerror(errno)))")
        }
        try synchronize((target as NSString).deletingLastPathComponent)
    }

    /// How long a copy may take; it grows with the file.
    private static let copySeconds = 3_600.0

    /// Waits until the file or folder is on the disk.
    private func synchronize(_ path: String) throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        defer { Foundation.close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw StorageFault.connection("\(path): \(String(cString: strerror(errno)))")
        }
    }
}
