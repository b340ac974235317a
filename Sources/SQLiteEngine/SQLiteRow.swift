import CSQLite
import Foundation
import Kernel
import Storage

/// The row on which a statement stands, read in place.
struct SQLiteRow: ColumnSource {
    let statement: OpaquePointer

    func isNull(_ index: Int) -> Bool {
        sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL
    }

    func integer(_ index: Int) throws -> Int64 {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_INTEGER else {
            throw StorageFault.column(index, expected: "an integer")
        }
        return sqlite3_column_int64(statement, Int32(index))
    }

    func real(_ index: Int) throws -> Double {
        let type = sqlite3_column_type(statement, Int32(index))
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else {
            throw StorageFault.column(index, expected: "a number")
        }
        return sqlite3_column_double(statement, Int32(index))
    }

    func text(_ index: Int) throws -> String {
        guard let text = characters(index) else {
            throw StorageFault.column(index, expected: "text")
        }
        return String(decoding: text, as: UTF8.self)
    }

    func text(_ index: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) throws {
        guard let text = characters(index) else {
            throw StorageFault.column(index, expected: "text")
        }
        use(text)
    }

    func uuid(_ index: Int) throws -> UUID {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_BLOB,
            let start = sqlite3_column_blob(statement, Int32(index)),
            sqlite3_column_bytes(statement, Int32(index)) == MemoryLayout<uuid_t>.size
        else { throw StorageFault.column(index, expected: "an id") }
        return UUID(uuid: start.loadUnaligned(as: uuid_t.self))
    }

    /// The text of a column where SQLite has it, until the next step; `nil` where none is.
    private func characters(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, Int32(index))
        else { return nil }
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(statement, Int32(index))))
    }

    func blob(_ index: Int) throws -> [UInt8] {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_BLOB else {
            throw StorageFault.column(index, expected: "bytes")
        }
        guard let start = sqlite3_column_blob(statement, Int32(index)) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
