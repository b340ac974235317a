import Foundation
import GRDB

/// A register of the model city that grows by copies of its own rows.
///
/// All is done by a few statements over the whole, with the indexes built after the rows: two
/// million rows take a minute or two.
struct GrowingRegister {
    let table: String
    let kind: String
    /// Columns whose values a copy does not share with its model, in SQL.
    let own: [String: String]

    static let systems = GrowingRegister(table: "informationSystem", kind: "system", own: [:])
    /// No system of the model's agency is the copy's, and no property number is given twice.
    static let assets = GrowingRegister(
        table: "asset", kind: "asset",
        own: ["propertyNumber": "'B' || copy.number", "systemID": "NULL", "core": "0"])

    func grow(to size: Int, in database: Database) throws {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        guard count > 0, count < size else { return }
        try prepare(count..<size, in: database)
        try withoutIndexes(database) { try addRows(in: database) }
        try addEntries(in: database)
        try database.execute(sql: "DROP TABLE model; DROP TABLE school; DROP TABLE copy")
    }

    /// Who is copied, to whom, and under which number, id, and place in the search index.
    private func prepare(_ numbers: Range<Int>, in database: Database) throws {
        database.add(function: Self.newID)
        try database.execute(
            sql: """
                CREATE TEMP TABLE model AS
                SELECT item.*, searchEntry.terms AS searchedTerms
                FROM searchEntry
                JOIN \(table) AS item ON item.id = searchEntry.recordID
                WHERE searchEntry.kind = '\(kind)' AND item.removedAt IS NULL
                ORDER BY searchEntry.number;

                \(shelves)

                CREATE TEMP TABLE copy (
                  number INTEGER PRIMARY KEY, id BLOB, model INTEGER, school INTEGER,
                  entry INTEGER);
                WITH RECURSIVE counted (number) AS (
                  SELECT \(numbers.lowerBound)
                  UNION ALL
                  SELECT number + 1 FROM counted WHERE number + 1 < \(numbers.upperBound))
                INSERT INTO copy
                SELECT
                  number, newID(number), number % (SELECT count(*) FROM model) + 1, school.place,
                  school.last + 1
                    + (number - \(numbers.lowerBound)) / (SELECT count(*) FROM school)
                FROM counted CROSS JOIN school
                WHERE school.place = number % (SELECT count(*) FROM school) + 1;
                """)
    }

    /// The agencies, each with the last number of its shelf in the search index.
    private var shelves: String {
        """
        INSERT INTO searchShelf (first, kind, agencyID)
        SELECT
          (SELECT max(first) FROM searchShelf WHERE kind = '\(kind)')
            + 1000000000 * row_number() OVER (ORDER BY id),
          '\(kind)', id
        FROM agency
        WHERE id NOT IN (SELECT agencyID FROM searchShelf WHERE kind = '\(kind)');

        CREATE TEMP TABLE school (place INTEGER PRIMARY KEY, id BLOB, last INTEGER);
        INSERT INTO school (id, last)
        SELECT agencyID, coalesce(
          (SELECT max(number) FROM searchEntry WHERE number BETWEEN first AND first + 999999999),
          first)
        FROM searchShelf WHERE kind = '\(kind)' ORDER BY agencyID;
        """
    }

    private func addRows(in database: Database) throws {
        let columns = try database.columns(in: table).map(\.name)
        let named = ["id": "copy.id", "agencyID": "school.id", "version": "1"]
            .merging(["name": "model.name || ' ' || copy.number"]) { $1 }
            .merging(own) { $1 }
        let values = columns.map { named[$0] ?? "model.\($0)" }
        try database.execute(
            sql: """
                INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                SELECT \(values.joined(separator: ", "))
                FROM copy CROSS JOIN model CROSS JOIN school
                WHERE model.rowid = copy.model AND school.place = copy.school
                ORDER BY copy.number
                """)
    }

    private func addEntries(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE INDEX temp.copyByEntry ON copy (entry);

                INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                SELECT
                  copy.entry, '\(kind)', copy.id, school.id,
                  model.searchedTerms || ' ' || copy.number
                FROM copy CROSS JOIN school CROSS JOIN model
                WHERE school.place = copy.school AND model.rowid = copy.model
                ORDER BY copy.entry;

                INSERT INTO searchTerms (rowid, terms)
                SELECT searchEntry.number, searchEntry.terms
                FROM copy CROSS JOIN searchEntry WHERE searchEntry.number = copy.entry
                ORDER BY copy.entry;
                """)
    }

    private func withoutIndexes(_ database: Database, _ work: () throws -> Void) throws {
        let indexes = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
                """, arguments: [table]
        ).map { (name: $0["name"] as String, text: $0["sql"] as String) }
        for index in indexes { try database.execute(sql: "DROP INDEX \(index.name)") }
        try work()
        for index in indexes { try database.execute(sql: index.text) }
    }

    /// `newID(number)`: an id of the seventh version, a millisecond after the one before.
    private static let newID = DatabaseFunction("newID", argumentCount: 1) { values in
        let time = 1_790_000_000_000 + (Int.fromDatabaseValue(values[0]) ?? 0)
        let high = UInt64(time) << 16 | 0x7000
        let low = 0x8000 << 48 | UInt64.random(in: 0..<1 << 48)
        return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }
    }
}
