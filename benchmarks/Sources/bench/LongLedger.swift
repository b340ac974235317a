import CNettle
import Foundation
import GRDB

/// The ledger of a model city, grown to a length past the Door: a second writing of what
/// docs/ledger.md says, by which the program's own is also checked.
///
/// Each entry has one line of some 900 bytes. What is hashed is also written to a file, so that
/// `sha256sum` can be timed on the same bytes.
struct LongLedger {
    let file: String
    let bytesFile: String

    func grow(to size: Int) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        try Data().write(to: URL(fileURLWithPath: bytesFile))
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: bytesFile))
        var end = try queue.read { try LogEnd($0) }
        while end.size < size {
            try queue.write { database in
                var hashed = Data()
                let writer = try EntryWriter(database)
                for _ in end.size..<min(end.size + 20_000, size) {
                    try writer.write(&end, &hashed)
                }
                try output.write(contentsOf: hashed)
            }
        }
        try output.close()
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try queue.close()
    }

    /// Seconds of the processor for reading every row of the ledger and decoding its columns.
    func readingSeconds() throws -> Double {
        let queue = try DatabaseQueue(path: file, configuration: RawSQLite.readOnly)
        defer { try? queue.close() }
        let start = RawSQLite.threadSeconds()
        try queue.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT leaf.position, leaf.ordinal, leaf.previous, leaf.hash, entry.id,
                      entry.madeAt, entry.authorKind, entry.authorName, entry.verb,
                      entry.agencyID, entry.lineCount, entry.digest, line.recordKind,
                      line.recordID, line.before, line.after, line.digest
                    FROM leaf JOIN entry ON entry.id = leaf.entryID
                    JOIN entryLine AS line ON line.entryID = entry.id
                    ORDER BY leaf.position, line.ordinal
                    """)
            var bytes = 0
            while let row = try rows.next() {
                for column in 0..<row.count {
                    if let data = row[column] as Data? { bytes += data.count }
                }
            }
            guard bytes > 0 else { throw BenchFault.unexpected("an empty ledger") }
        }
        return RawSQLite.threadSeconds() - start
    }
}

/// Where the log ends: its length, the edge of its tree, and the chain of one agency.
private struct LogEnd {
    var size: Int
    var peaks: [Data]
    let agency: UUID
    var ordinal: Int
    var previous: Data?

    init(_ database: Database) throws {
        size = try Int.fetchOne(database, sql: "SELECT count(*) FROM leaf") ?? 0
        agency =
            try UUID.fetchOne(
                database, sql: "SELECT agencyID FROM leaf ORDER BY position DESC LIMIT 1")
            ?? UUID()
        let last = try Row.fetchOne(
            database,
            sql: "SELECT ordinal, hash FROM leaf WHERE agencyID = ? ORDER BY ordinal DESC LIMIT 1",
            arguments: [agency])
        ordinal = last?["ordinal"] ?? 0
        previous = last?["hash"]
        peaks = []
        var start = 0
        for level in (0..<40).reversed() where size & (1 << level) != 0 {
            let sql =
                level == 0
                ? "SELECT hash FROM leaf WHERE position = \(start)"
                : "SELECT hash FROM node WHERE level = \(level) AND place = \(start >> level)"
            guard let peak = try Data.fetchOne(database, sql: sql) else {
                throw BenchFault.unexpected("the tree has no node \(level), \(start >> level)")
            }
            peaks.append(peak)
            start += 1 << level
        }
    }
}

/// Writes one entry with its line, its leaf and the nodes that it fills.
private struct EntryWriter {
    let entry: Statement
    let line: Statement
    let leaf: Statement
    let node: Statement

    init(_ database: Database) throws {
        entry = try database.cachedStatement(
            sql: """
                INSERT INTO entry (
                  id, madeAt, authorKind, authorName, verb, agencyID, lineCount, digest)
                VALUES (?, ?, 'job', '量測', 'system.revise', ?, 1, ?)
                """)
        line = try database.cachedStatement(
            sql: """
                INSERT INTO entryLine (
                  entryID, ordinal, recordKind, recordID, before, after, digest)
                VALUES (?, 1, 'system', ?, ?, ?, ?)
                """)
        leaf = try database.cachedStatement(
            sql: """
                INSERT INTO leaf (position, entryID, agencyID, ordinal, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        node = try database.cachedStatement(
            sql: "INSERT INTO node (level, place, hash) VALUES (?, ?, ?)")
    }

    func write(_ end: inout LogEnd, _ hashed: inout Data) throws {
        let moment = 4_000_000_000_000_000 + end.size
        let id = try Self.id("ffffffff", end.size)
        let record = try Self.id("eeeeeeee", end.size % 100_000)
        let (before, after) = (Self.state(end.size), Self.state(end.size + 1))
        var form = CanonicalForm("chengdun-line-1")
        for text in ["system", record.written, before, after] { form.add(text) }
        let lineHash = form.leaf(&hashed)

        end.ordinal += 1
        form = CanonicalForm("chengdun-entry-1")
        form.add(end.size)
        form.add(id.written)
        form.add(moment)
        form.add("job")
        form.add(nil as String?)
        form.add("量測")
        form.add(nil as String?)
        form.add("system.revise")
        form.add(end.agency.written)
        form.add(end.ordinal)
        form.add(end.previous)
        form.add(1)
        form.add(lineHash)
        let hash = form.leaf(&hashed)

        try entry.execute(arguments: [id, moment, end.agency, lineHash])
        try line.execute(arguments: [id, record, before, after, lineHash])
        try leaf.execute(
            arguments: [end.size, id, end.agency, end.ordinal, end.previous, hash])
        try place(hash, &end)
        end.previous = hash
        end.size += 1
    }

    private func place(_ leaf: Data, _ end: inout LogEnd) throws {
        var hash = leaf
        for level in 0..<(~end.size).trailingZeroBitCount {
            hash = (Data([1]) + end.peaks.removeLast() + hash).sha256
            try node.execute(arguments: [level + 1, end.size >> (level + 1), hash])
        }
        end.peaks.append(hash)
    }

    private static func id(_ start: String, _ number: Int) throws -> UUID {
        let digits = String(1_000_000_000_000 + number).suffix(12)
        guard let id = UUID(uuidString: "\(start)-0000-7000-8000-\(digits)") else {
            throw BenchFault.unexpected("an id of \(number)")
        }
        return id
    }

    private static func state(_ number: Int) -> String {
        let note = String(repeating: "資通系統的說明。", count: 18)
        return "{\"business\":\"量測\",\"name\":\"系統 \(number)\",\"note\":\"\(note)\"}"
    }
}

extension UUID {
    /// As in texts of the ledger; the database has its bytes.
    fileprivate var written: String { uuidString.lowercased() }
}

/// Fields with their lengths, as docs/ledger.md says what a leaf holds.
private struct CanonicalForm {
    private var bytes = Data()

    init(_ name: String) { add(name) }

    mutating func add(_ text: String?) { add(text.map { Data($0.utf8) }) }

    mutating func add(_ data: Data?) {
        withUnsafeBytes(of: UInt32(data?.count ?? 0xFFFF_FFFF).bigEndian) {
            bytes.append(contentsOf: $0)
        }
        if let data { bytes.append(data) }
    }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    func leaf(_ hashed: inout Data) -> Data {
        hashed.append(bytes)
        return (Data([0]) + bytes).sha256
    }
}

extension Data {
    fileprivate var sha256: Data {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        withUnsafeBytes { bytes in
            nettle_sha256_update(
                &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        }
        var digest = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&context, digest.count, &digest)
        return Data(digest)
    }
}
