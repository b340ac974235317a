import CSQLite
import Foundation
import Storage

/// Binds `values` to the parameters, which SQLite numbers in the order of the text.
func bind(_ values: [StoredValue], to statement: OpaquePointer) throws {
    guard sqlite3_bind_parameter_count(statement) == values.count else {
        throw StorageFault.statement("\(values.count) values for another number of parameters")
    }
    for (index, value) in values.enumerated() {
        guard try value.bind(to: statement, at: Int32(index + 1)) == SQLITE_OK else {
            throw StorageFault.statement("value \(index + 1) cannot be bound")
        }
    }
}

/// Binds the values of one packed row, which must stay where they lie until the statement has run.
func bind(
    _ values: UnsafeBufferPointer<PackedRows.Value>.SubSequence,
    in bytes: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer
) throws {
    var index: Int32 = 0
    for place in values.indices {
        index += 1
        let code =
            switch values[place] {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let number): sqlite3_bind_int64(statement, index, number)
            case .real(let number): sqlite3_bind_double(statement, index, number)
            case .text(let start, let count):
                UnsafeRawBufferPointer(bytes).baseAddress.map {
                    sqlite3_bind_text64(
                        statement, index, $0.assumingMemoryBound(to: CChar.self) + start,
                        UInt64(count), nil, UInt8(SQLITE_UTF8))
                } ?? sqlite3_bind_text(statement, index, "", 0, nil)
            case .blob(_, count: 0): sqlite3_bind_zeroblob(statement, index, 0)
            case .blob(let start, let count):
                sqlite3_bind_blob64(
                    statement, index, bytes.baseAddress.map { $0 + start }, UInt64(count), nil)
            case .id(let id): id.bind(to: statement, at: index)
            }
        guard code == SQLITE_OK else {
            throw StorageFault.statement("value \(index) cannot be bound")
        }
    }
}

extension StoredValue {
    fileprivate func bind(to statement: OpaquePointer, at index: Int32) throws -> Int32 {
        try checkStorable()
        switch self {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .real(let number): return sqlite3_bind_double(statement, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // No address would mean NULL, so an empty text is bound as such.
                    characters.isEmpty
                        ? sqlite3_bind_text(statement, index, "", 0, copied)
                        : sqlite3_bind_text64(
                            statement, index, characters.baseAddress, UInt64(characters.count),
                            copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(
                    statement, index, $0.baseAddress, UInt64($0.count), copied)
            }
        case .id(let id): return id.bind(to: statement, at: index)
        }
    }
}

extension UUID {
    fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes(of: uuid) {
            sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied)
        }
    }
}

/// SQLite copies the bytes before the call returns.
var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension StorageFault {
    /// What went wrong last on a connection.
    init(of connection: OpaquePointer?) {
        self.init(
            code: sqlite3_errcode(connection), text: String(cString: sqlite3_errmsg(connection)))
    }

    /// The lowest byte of an extended code is the code itself.
    private init(code: Int32, text: String) {
        self =
            switch code & 0xFF {
            case SQLITE_CONSTRAINT: .constraint(text)
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT: .timeout(text)
            case SQLITE_IOERR, SQLITE_FULL, SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_NOTADB:
                .connection(text)
            default: .statement(text)
            }
    }
}
