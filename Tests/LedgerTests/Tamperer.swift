import CSQLite
import Kernel
import MerkleLog
import Storage
import TestEngines

@testable import Ledger

/// The administrator of the database, who can do anything to it: no guard and no foreign key holds.
struct Tamperer {
    let database: any Database
    let place: TestPlace

    /// Runs statements past every rule of the database.
    func run(_ script: String) async throws {
        switch place {
        case .file(let folder):
            try withFile(folder.path("chengdun.db"), Self.unguarded + script.withIDsAsBytes)
        case .server:
            try await database.write { session in
                try session.script("SET LOCAL session_replication_role = replica;" + script)
            }
        }
    }

    /// Takes the guards away for good, so that changes through a session pass.
    func disarm() async throws {
        switch place {
        case .file(let folder): try withFile(folder.path("chengdun.db"), Self.unguarded)
        case .server:
            try await database.write { session in
                for table in Self.tables {
                    try session.script("ALTER TABLE \(table) DISABLE TRIGGER ALL")
                }
            }
        }
    }

    private func withFile(_ path: String, _ script: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open(path, &connection) == SQLITE_OK,
            sqlite3_exec(connection, script, nil, nil, nil) == SQLITE_OK
        else { throw StorageFault.statement(String(cString: sqlite3_errmsg(connection))) }
    }

    private static let tables = ["entry", "entryLine", "leaf", "node"]

    private static let unguarded =
        "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF;"
        + tables.map { table in
            "DROP TRIGGER \(table)RefusesUpdate; DROP TRIGGER \(table)RefusesDelete;"
        }.joined()
}

/// A log written anew by somebody who knows how it is made.
struct Forgery {
    var entries: [PlacedEntry]
    var lines: [Int: [LogLine]]
    /// Whether the chains of the agencies are made to fit as well.
    var mendsChains = true
    /// Whether the tree is made to fit as well.
    var mendsTree = true

    init(of session: any Session) throws {
        entries = try PlacedEntry.page(from: 0, limit: 1_000, in: session)
        lines = try Dictionary(
            grouping: session.all(
                """
                SELECT leaf.position, line.recordKind, line.recordID, line.before, line.after
                FROM leaf JOIN entryLine AS line ON line.entryID = leaf.entryID
                ORDER BY leaf.position, line.ordinal
                """
            ) { row in
                (
                    position: try row.next(Int.self),
                    line: LogLine(
                        recordKind: try row.next(),
                        recordID: try row.next(WrittenID.self).text,
                        before: try row.next(), after: try row.next())
                )
            }, by: \.position
        ).mapValues { $0.map(\.line) }
    }

    mutating func rewriteLine(at position: Int) {
        lines[position] = lines[position]?.map { line in
            LogLine(
                recordKind: line.recordKind, recordID: line.recordID, before: line.before,
                after: "{}")
        }
    }

    /// Puts the forged lines, hashes, chains and tree in place of the honest ones.
    func write(to session: any Session) throws {
        try session.execute("DELETE FROM leaf")
        if mendsTree { try session.execute("DELETE FROM node") }
        var edge = TreeEdge()
        var ends: [String: TreeHash] = [:]
        for (position, entry) in entries.enumerated() {
            guard let content = entry.content else { continue }
            let hashes = (lines[entry.position] ?? []).map(\.hash)
            let root = TreeHash(ofLines: hashes)
            let previous = mendsChains ? ends[entry.agency]?.bytes : entry.previous
            let placed = PlacedEntry(
                position: position, entryID: entry.entryID, agency: entry.agency,
                ordinal: entry.ordinal, previous: previous, hash: [], content: content)
            guard let hash = placed.logged(content, at: position, linesRoot: root)?.hash else {
                continue
            }
            ends[entry.agency] = hash
            try write(entry, lines[entry.position] ?? [], root, to: session)
            try session.execute(
                """
                INSERT INTO leaf (position, entryID, agencyID, ordinal, previous, hash)
                VALUES (
                  \(position), \(entry.entryID), \(WrittenID(entry.agency)), \(entry.ordinal),
                  \(previous), \(hash))
                """)
            for node in edge.append(hash) where mendsTree {
                try session.execute(
                    """
                    INSERT INTO node (level, place, hash)
                    VALUES (\(node.address.level), \(node.address.place), \(node.hash))
                    """)
            }
        }
    }

    private func write(
        _ entry: PlacedEntry, _ lines: [LogLine], _ root: TreeHash, to session: any Session
    ) throws {
        try session.execute("UPDATE entry SET digest = \(root) WHERE id = \(entry.entryID)")
        for (index, line) in lines.enumerated() {
            try session.execute(
                """
                UPDATE entryLine SET after = \(line.after), digest = \(line.hash)
                WHERE entryID = \(entry.entryID) AND ordinal = \(index + 1)
                """)
        }
    }
}

extension String {
    /// A script with its ids in SQLite's words.
    fileprivate var withIDsAsBytes: String {
        replacing(/'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/) {
            "x'" + $0.1.filter { $0 != "-" } + "'"
        }
    }
}
