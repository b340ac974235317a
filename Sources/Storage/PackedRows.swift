import Foundation
import Kernel

/// Rows on their way into one table, value by value, with all their characters and bytes in one place.
///
/// They are packed where it costs nobody anything, as beside the one writer, who then hands each value
/// to the database where it lies: no text is copied, looked through or counted again.
package struct PackedRows: Sendable {
    /// A value; characters and bytes by their place in `bytes`.
    package enum Value: Sendable {
        case null
        case integer(Int64)
        case real(Double)
        case text(start: Int, count: Int)
        case blob(start: Int, count: Int)
        case id(UUID)
    }

    package private(set) var values: [Value] = []
    package private(set) var bytes: [UInt8] = []
    private var fault: StorageFault?

    /// - Parameters:
    ///   - count: about how many values there will be.
    ///   - bytes: about how many characters and bytes.
    package init(reserving count: Int = 0, _ bytes: Int = 0) {
        values.reserveCapacity(count)
        self.bytes.reserveCapacity(bytes)
    }

    /// The same rows, each of which has its values in the order of the columns.
    package init(_ rows: [[StoredValue]]) {
        for row in rows {
            for value in row { add(stored: value) }
        }
    }

    /// Throws what only one of the databases can keep, if a value was that.
    package func checkStorable() throws {
        if let fault { throw fault }
    }
}

extension PackedRows {
    package mutating func add(_ value: some Storable) { add(stored: value.stored) }

    package mutating func add(stored value: StoredValue) {
        do { try value.checkStorable() } catch { fault = fault ?? error }
        switch value {
        case .null: values.append(.null)
        case .integer(let number): values.append(.integer(number))
        case .real(let number): values.append(.real(number))
        case .text(let text):
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            values.append(.text(start: start, count: bytes.count - start))
        case .blob(let blob):
            values.append(.blob(start: bytes.count, count: blob.count))
            bytes += blob
        case .id(let id): values.append(.id(id))
        }
    }
}

extension PackedRows {
    /// A value by itself.
    package func value(_ index: Int) -> StoredValue {
        switch values[index] {
        case .null: .null
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .text(let start, let count):
            .text(String(decoding: bytes[start..<start + count], as: UTF8.self))
        case .blob(let start, let count): .blob(Array(bytes[start..<start + count]))
        case .id(let id): .id(id)
        }
    }
}
