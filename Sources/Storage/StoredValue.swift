import Foundation
import Kernel

/// A value as both databases keep it.
@usableFromInline package enum StoredValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
    /// 16 bytes in SQLite; a UUID in PostgreSQL.
    case id(UUID)
}

extension StoredValue {
    /// Refuses what only one of the databases can keep.
    ///
    /// - Throws: `StorageFault.statement` for text with the character NUL and for numbers that
    ///   are not finite.
    package func checkStorable() throws(StorageFault) {
        switch self {
        case .text(let text) where text.hasNUL:
            throw StorageFault.statement("text holds the character NUL")
        case .real(let number) where !number.isFinite:
            throw StorageFault.statement("\(number) is not a finite number")
        default: return
        }
    }
}

/// A Swift value that fills one column.
@usableFromInline package protocol Storable: Sendable {
    var stored: StoredValue { get }

    /// Reads the value of column `index`.
    ///
    /// - Throws: `StorageFault.column` when the column holds something else.
    static func read(_ row: any ColumnSource, _ index: Int) throws -> Self
}

/// The columns of the row that a query stands on. Engines read them without copying the row.
@usableFromInline package protocol ColumnSource {
    func isNull(_ index: Int) -> Bool
    func integer(_ index: Int) throws -> Int64
    func real(_ index: Int) throws -> Double
    func text(_ index: Int) throws -> String
    /// Lends the characters of a text where they stand.
    func text(_ index: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) throws
    func blob(_ index: Int) throws -> [UInt8]
    /// An id, read in place: every row of a list has two.
    func uuid(_ index: Int) throws -> UUID
}

extension ColumnSource {
    package func text(_ index: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) throws {
        var text = try text(index)
        text.withUTF8(use)
    }
}

extension String {
    fileprivate var hasNUL: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
