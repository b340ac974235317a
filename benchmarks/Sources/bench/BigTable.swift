import Foundation
import GRDB

/// A model city whose registers of information systems and of assets have been filled up to a size.
///
/// The city is the program's own (`chengdun demo`); the further rows are copies of its own under
/// new names, spread over all agencies, with their entries in the search index. They are written
/// past the Door, for two million changes would take hours, and so they have no history. Where the
/// city itself has more than that, as it has assets, it stays as it is.
struct BigTable {
    let rows: Int
    let folder: String

    var file: String { "\(folder)/chengdun.db" }

    /// Takes a table made before, or makes it.
    static func make(rows: Int, plan: BenchPlan) throws -> BigTable {
        let table = BigTable(rows: rows, folder: "\(plan.folder)/\(rows)")
        let mark = "\(table.folder)/grown"
        guard !FileManager.default.fileExists(atPath: mark) else { return table }
        say("filling \(rows) rows")
        try ModelCity.copy(to: table.folder, plan)
        try table.fill()
        // A change that waits for the disk waits for all of this too.
        say("letting the disk write them")
        try Command.output("sync")
        try Data().write(to: URL(fileURLWithPath: mark))
        return table
    }

    /// How many assets there are: as many rows, or those of the model city where they are more.
    func assets() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM asset") } ?? 0
    }

    /// The property number of an asset that the city itself has.
    func propertyNumber() throws -> String {
        let sql = "SELECT max(propertyNumber) FROM asset WHERE propertyNumber LIKE '%-%'"
        return try read { try String.fetchOne($0, sql: sql) } ?? "0"
    }

    private func read<Value>(_ question: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: file, configuration: RawSQLite.readOnly)
        defer { try? queue.close() }
        return try queue.read(question)
    }

    private func fill() throws {
        let queue = try DatabaseQueue(path: file)
        defer { try? queue.close() }
        try queue.inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA foreign_keys = OFF;
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA cache_size = -1000000;
                    PRAGMA temp.cache_size = -500000;
                    """)
        }
        try queue.write { database in
            try database.execute(sql: Self.mergingNothing)
            for register in [GrowingRegister.systems, .assets] {
                try register.grow(to: rows, in: database)
            }
            try database.execute(sql: Self.mergingAll)
        }
        try Self.writeWordsAnew(400, in: queue)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }

    /// Takes the words of some entries out of the index and puts them back, a change each, as people do
    /// all day: what was merged at once lies lower in the index than in a city that has grown, and the
    /// first hundreds of changes would sort all of it in again.
    private static func writeWordsAnew(_ count: Int, in queue: DatabaseQueue) throws {
        let entries = try queue.read { database in
            try Row.fetchAll(
                database, sql: "SELECT number, terms FROM searchEntry LIMIT ?", arguments: [count])
        }
        for entry in entries {
            let words: StatementArguments = [entry["number"], entry["terms"]]
            try queue.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO searchTerms (searchTerms, rowid, terms) VALUES ('delete', ?, ?);
                        INSERT INTO searchTerms (rowid, terms) VALUES (?, ?)
                        """, arguments: words + words)
            }
        }
    }

    /// The index of words merges what it has written once, at the end, and not level by level.
    private static let mergingNothing = """
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('hashsize', 67108864);
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('automerge', 0);
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('crisismerge', 1000);
        """
    private static let mergingAll = """
        INSERT INTO searchTerms (searchTerms) VALUES ('optimize');
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('hashsize', 16000000);
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('automerge', 4);
        INSERT INTO searchTerms (searchTerms, rank) VALUES ('crisismerge', 16);
        """
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
        // One that an older release has made has its tables brought up to date.
        try Command.output(plan.program, "migrate", "--data", original)
        for name in try files.contentsOfDirectory(atPath: original)
        where name.contains(".before-") {
            try files.removeItem(atPath: "\(original)/\(name)")
        }
        try? files.removeItem(atPath: folder)
        try files.copyItem(atPath: original, toPath: folder)
    }
}
