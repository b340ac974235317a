import Storage

/// What was typed for a row's columns, read as a row of the database is.
struct TypedRow: ColumnSource {
    let values: [StoredValue]

    func isNull(_ index: Int) -> Bool { values[index] == .null }

    func integer(_ index: Int) throws -> Int64 {
        guard case .integer(let number) = values[index] else {
            throw StorageFault.column(index, expected: "an integer")
        }
        return number
    }

    func real(_ index: Int) throws -> Double {
        guard case .real(let number) = values[index] else {
            throw StorageFault.column(index, expected: "a number")
        }
        return number
    }

    func text(_ index: Int) throws -> String {
        guard case .text(let text) = values[index] else {
            throw StorageFault.column(index, expected: "text")
        }
        return text
    }

    func blob(_ index: Int) throws -> [UInt8] {
        guard case .blob(let bytes) = values[index] else {
            throw StorageFault.column(index, expected: "bytes")
        }
        return bytes
    }
}
