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
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, Int32(index))
        else { throw StorageFault.column(index, expected: "text") }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func uuid(_ index: Int) throws -> UUID {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, Int32(index)),
            let uuid = UUID(
                hyphenated: UnsafeBufferPointer(
                    start: start, count: Int(sqlite3_column_bytes(statement, Int32(index)))))
        else { throw StorageFault.column(index, expected: "a UUID") }
        return uuid
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
