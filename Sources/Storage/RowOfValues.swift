import Foundation

/// The values of a row that is in no database yet, read as a row of the database is.
package struct RowOfValues: ColumnSource {
    private let values: [StoredValue]

    package init(_ values: [StoredValue]) {
        self.values = values
    }

    package func isNull(_ index: Int) -> Bool { values[index] == .null }

    package func integer(_ index: Int) throws -> Int64 {
        guard case .integer(let number) = values[index] else {
            throw StorageFault.column(index, expected: "an integer")
        }
        return number
    }

    package func real(_ index: Int) throws -> Double {
        guard case .real(let number) = values[index] else {
            throw StorageFault.column(index, expected: "a number")
        }
        return number
    }

    package func text(_ index: Int) throws -> String {
        guard case .text(let text) = values[index] else {
            throw StorageFault.column(index, expected: "text")
        }
        return text
    }

    package func blob(_ index: Int) throws -> [UInt8] {
        guard case .blob(let bytes) = values[index] else {
            throw StorageFault.column(index, expected: "bytes")
        }
        return bytes
    }

    package func uuid(_ index: Int) throws -> UUID {
        guard case .id(let id) = values[index] else {
            throw StorageFault.column(index, expected: "an id")
        }
        return id
    }
}
