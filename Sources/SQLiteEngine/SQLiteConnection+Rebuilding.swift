import CSQLite
import Foundation
import Kernel
import Storage

extension SQLiteConnection {
    /// Runs a change that makes tables anew, as SQLite's documents tell (lang_altertable, 7): no
    /// reference is followed meanwhile, and all are looked at before it is kept.
    func rebuild(_ body: (any Session) throws -> Void) throws {
        try readIDs()
        try makeRoomForManyRows()
        defer { giveRoomBack() }
        try script("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;")
        let outcome = Result {
            try transaction("BEGIN IMMEDIATE") {
                let session = SQLiteSession(self, statementSeconds: 3_600)
                try body(session)
                try session.checkUnbroken()
                try checkReferences()
            }
        }
        try script("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON;")
        try outcome.get()
    }

    private func checkReferences() throws {
        try lend("PRAGMA foreign_key_check", isKept: false) { statement in
            guard sqlite3_step(statement) == SQLITE_ROW else { return }
            let table = sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "?"
            throw StorageFault.constraint("\(table) refers to a row that is not there")
        }
    }

    /// Makes the table anew with bytes in the columns where it has ids as text.
    func keepAsBytes(_ ids: ColumnsOfIDs) throws {
        let made = try texts(of: ids.table)
        guard let table = made.first else { return }
        let inBytes = ids.columns.reduce(table) { $0.withBytes(in: $1) }
        guard inBytes != table else { return }
        let before = "\(ids.table)Before"
        let columns = try columns(of: ids.table)
        let values = columns.map { ids.columns.contains($0) ? "bytesOfID(\($0))" : $0 }
        try script(
            """
            ALTER TABLE \(ids.table) RENAME TO \(before);
            \(inBytes);
            INSERT INTO \(ids.table) (\(columns.joined(separator: ", ")))
            SELECT \(values.joined(separator: ", ")) FROM \(before);
            DROP TABLE \(before);
            """)
        for text in made.dropFirst() { try script(text) }
    }

    /// What made the table, its indexes and its triggers, the table first.
    private func texts(of table: String) throws -> [String] {
        try strings(
            """
            SELECT sql FROM sqlite_schema WHERE lower(tbl_name) = lower(?1) AND sql IS NOT NULL
            ORDER BY type <> 'table', rowid
            """, table)
    }

    private func columns(of table: String) throws -> [String] {
        try strings("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table)
    }

    private func strings(_ question: String, _ value: String) throws -> [String] {
        try lend(question, isKept: false) { statement in
            try bind([.text(value)], to: statement)
            var found: [String] = []
            while sqlite3_step(statement) == SQLITE_ROW {
                found.append(try SQLiteRow(statement: statement).text(0))
            }
            return found
        }
    }

    /// Teaches the connection `bytesOfID`, the 16 bytes of an id that is written as text.
    private func readIDs() throws {
        let code = sqlite3_create_function_v2(
            handle, "bytesOfID", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
            { context, _, values in
                guard let value = values?[0], sqlite3_value_type(value) != SQLITE_NULL else {
                    return sqlite3_result_null(context)
                }
                let text = UnsafeBufferPointer(
                    start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
                guard var bytes = UUID(hyphenated: text)?.uuid else {
                    return sqlite3_result_error(context, "no id", -1)
                }
                sqlite3_result_blob(
                    context, &bytes, Int32(MemoryLayout<uuid_t>.size), copied)
            }, nil, nil, nil)
        guard code == SQLITE_OK else { throw StorageFault(of: handle) }
    }
}

extension String {
    /// What makes a table, with bytes in the place of text in one column.
    fileprivate func withBytes(in column: String) -> String {
        guard let text = try? Regex(#"(?m)(^|[(,])(\s*\#(column)\s+)TEXT\b"#) else { return self }
        return replacing(text) { "\(self[$0.range].dropLast(4))BLOB" }
    }
}
