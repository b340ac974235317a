import Foundation
import Kernel

extension Int: Storable {
    @inlinable package var stored: StoredValue { .integer(Int64(self)) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Int {
        Int(try row.integer(index))
    }
}

extension Int64: Storable {
    @inlinable package var stored: StoredValue { .integer(self) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Int64 {
        try row.integer(index)
    }
}

extension Double: Storable {
    @inlinable package var stored: StoredValue { .real(self) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Double {
        try row.real(index)
    }
}

extension Bool: Storable {
    @inlinable package var stored: StoredValue { .integer(self ? 1 : 0) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Bool {
        try row.integer(index) != 0
    }
}

extension String: Storable {
    @inlinable package var stored: StoredValue { .text(self) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> String {
        try row.text(index)
    }
}

extension Array<UInt8>: Storable {
    @inlinable package var stored: StoredValue { .blob(self) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> [UInt8] {
        try row.blob(index)
    }
}

extension Optional: Storable where Wrapped: Storable {
    @inlinable package var stored: StoredValue { self?.stored ?? .null }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Wrapped? {
        row.isNull(index) ? nil : try Wrapped.read(row, index)
    }
}

extension Instant: Storable {
    package var stored: StoredValue { .integer(microseconds) }
    package static func read(_ row: any ColumnSource, _ index: Int) throws -> Instant {
        Instant(microseconds: try row.integer(index))
    }
}

/// Values that are kept as their text: days, numbers of incidents, cases of enums.
@usableFromInline package protocol StoredAsText: Storable {
    init?(stored text: String)
    var storedText: String { get }
}

// Inlinable, for a type that is not known here would be looked up in every cell that is read.
extension StoredAsText {
    @inlinable package var stored: StoredValue { .text(storedText) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> Self {
        let text = try row.text(index)
        guard let value = Self(stored: text) else {
            throw StorageFault.column(index, expected: "\(Self.self)")
        }
        return value
    }
}

extension StoredAsText where Self: LosslessStringConvertible {
    @inlinable package init?(stored text: String) { self.init(text) }
    @inlinable package var storedText: String { description }
}

extension StoredAsText where Self: RawRepresentable, RawValue == String {
    @inlinable package init?(stored text: String) { self.init(rawValue: text) }
    @inlinable package var storedText: String { rawValue }
}

extension Day: StoredAsText {}

extension ID: Storable {
    package var stored: StoredValue { uuid.stored }
    package static func read(_ row: any ColumnSource, _ index: Int) throws -> ID {
        ID(try row.uuid(index))
    }
}

extension UUID: Storable {
    @usableFromInline package var stored: StoredValue { .id(self) }
    @inlinable package static func read(_ row: any ColumnSource, _ index: Int) throws -> UUID {
        try row.uuid(index)
    }
}

extension RecordKind: StoredAsText {
    package init?(stored text: String) { self.init(text) }
    package var storedText: String { name }
}

extension Digest: Storable {
    package var stored: StoredValue { .blob(bytes) }
    package static func read(_ row: any ColumnSource, _ index: Int) throws -> Digest {
        guard let digest = Digest(bytes: try row.blob(index)) else {
            throw StorageFault.column(index, expected: "a digest of 32 bytes")
        }
        return digest
    }
}
