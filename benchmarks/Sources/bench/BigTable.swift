import Foundation
import GRDB

/// A model city whose register of information systems has been filled up to a size.
///
/// The city is the program's own (`chengdun demo`); the further rows are copies of its systems under
/// new names, spread over all agencies, with their entries in the search index. They are written
/// past the Door, for two million changes would take hours, and so they have no history.
struct BigTable {
    let rows: Int
    let folder: String

    var file: String { "\(folder)/chengdun.db" }

    /// Takes a table made before, or makes it.
    static func make(rows: Int, plan: BenchPlan) throws -> BigTable {
        let table = BigTable(rows: rows, folder: "\(plan.folder)/\(rows)")
        let mark = "\(table.folder)/filled"
        guard !FileManager.default.fileExists(atPath: mark) else { return table }
        say("filling \(rows) rows")
        try ModelCity.copy(to: table.folder, plan)
        try table.fill()
        try Data().write(to: URL(fileURLWithPath: mark))
        return table
    }

    private func fill() throws {
        let queue = try DatabaseQueue(path: file)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let models = try queue.read { try Model.all($0) }
        let agencies = try queue.read { try String.fetchAll($0, sql: "SELECT id FROM agency") }
        let start = try queue.read { try Entry.last($0) }
        for first in stride(from: models.count, to: rows, by: 50_000) {
            try queue.write { database in
                let writer = try RowWriter(database, after: start)
                for number in first..<min(first + 50_000, rows) {
                    let agency = agencies[number % agencies.count]
                    try writer.copy(models[number % models.count], as: number, in: agency)
                }
            }
        }
        _ = try queue.writeWithoutTransaction { database in
            try database.checkpoint(.truncate)
        }
        try queue.close()
    }
}

/// The model city of the program, made once and copied for each measurement.
enum ModelCity {
    static func copy(to folder: String, _ plan: BenchPlan) throws {
        let files = FileManager.default
        let original = "\(plan.folder)/city"
        if !files.fileExists(atPath: "\(original)/demonstration.json") {
            try? files.removeItem(atPath: original)
            say("making the model city")
            try Command.output(plan.program, "demo", "--data", original, "--years", "1", "--json")
        }
        try? files.removeItem(atPath: folder)
        try files.copyItem(atPath: original, toPath: folder)
    }
}

/// A system of the model city, with what the search knows of it.
private struct Model {
    let id: String
    let terms: String

    static func all(_ database: Database) throws -> [Model] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT searchEntry.recordID, searchTerms.terms
                FROM searchEntry JOIN searchTerms ON searchTerms.rowid = searchEntry.number
                WHERE searchEntry.kind = 'system' ORDER BY searchEntry.number
                """
        ).map { Model(id: $0[0], terms: $0[1]) }
    }
}

private enum Entry {
    static func last(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT max(number) FROM searchEntry") ?? 0
    }
}

/// Writes one row and its entry in the search index.
private struct RowWriter {
    let row: Statement
    let entry: Statement
    let terms: Statement
    let start: Int

    init(_ database: Database, after start: Int) throws {
        self.start = start
        let kept = try database.columns(in: "informationSystem").map(\.name)
            .filter { !["id", "agencyID", "version", "name"].contains($0) }
            .joined(separator: ", ")
        row = try database.cachedStatement(
            sql: """
                INSERT INTO informationSystem (id, agencyID, version, name, \(kept))
                SELECT ?, ?, 1, name || ' ' || ?, \(kept) FROM informationSystem WHERE id = ?
                """)
        entry = try database.cachedStatement(
            sql: """
                INSERT INTO searchEntry (number, kind, recordID, agencyID)
                VALUES (?, 'system', ?, ?)
                """)
        terms = try database.cachedStatement(
            sql: "INSERT INTO searchTerms (rowid, scope, terms) VALUES (?, ?, ?)")
    }

    func copy(_ model: Model, as number: Int, in agency: String) throws {
        let id = Self.id(number)
        try row.execute(arguments: [id, agency, number, model.id])
        try entry.execute(arguments: [start + number, id, agency])
        let scope = "system systemx" + agency.replacing("-", with: "")
        try terms.execute(arguments: [start + number, scope, "\(model.terms) \(number)"])
    }

    /// An id of the seventh version, a millisecond after the one before.
    private static func id(_ number: Int) -> String {
        let time = String(1_790_000_000_000 + number, radix: 16)
        let moment = String(repeating: "0", count: 12 - time.count) + time
        let chance = String(UInt64.random(in: (1 << 47)..<(1 << 48)), radix: 16)
        return "\(moment.prefix(8))-\(moment.suffix(4))-7000-8000-\(chance)"
    }
}
