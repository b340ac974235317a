import CPQ
import Foundation
import Kernel
import Storage

/// One row of an answer, read in place. The server's text is read by the type of its column.
struct PostgreSQLRow: ColumnSource {
    let answer: OpaquePointer
    let row: Int32

    func isNull(_ index: Int) -> Bool {
        PQgetisnull(answer, row, Int32(index)) == 1
    }

    func integer(_ index: Int) throws -> Int64 {
        let start = try value(index, expected: "an integer")
        switch PQftype(answer, Int32(index)) {
        case ColumnType.boolean: return start.pointee == UInt8(ascii: "t") ? 1 : 0
        case ColumnType.int2, ColumnType.int4, ColumnType.int8:
            return Int64(strtoll(start, nil, 10))
        case ColumnType.numeric:
            // A sum of BIGINT is a numeric without a fraction.
            guard let number = Int64(String(cString: start)) else { fallthrough }
            return number
        default: throw StorageFault.column(index, expected: "an integer")
        }
    }

    func real(_ index: Int) throws -> Double {
        let start = try value(index, expected: "a number")
        switch PQftype(answer, Int32(index)) {
        case ColumnType.float4, ColumnType.float8, ColumnType.numeric, ColumnType.int2,
            ColumnType.int4, ColumnType.int8:
            return strtod(start, nil)
        default: throw StorageFault.column(index, expected: "a number")
        }
    }

    func text(_ index: Int) throws -> String {
        let start = try value(index, expected: "text")
        guard ColumnType.texts.contains(PQftype(answer, Int32(index))) else {
            throw StorageFault.column(index, expected: "text")
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: length(index))
        return String(decoding: bytes, as: UTF8.self)
    }

    func blob(_ index: Int) throws -> [UInt8] {
        let start = try value(index, expected: "bytes")
        guard PQftype(answer, Int32(index)) == ColumnType.bytea else {
            throw StorageFault.column(index, expected: "bytes")
        }
        let digits = UnsafeRawBufferPointer(start: start, count: length(index)).dropFirst(2)
        return [UInt8](unsafeUninitializedCapacity: digits.count / 2) { bytes, count in
            var position = digits.startIndex
            while position + 1 < digits.endIndex {
                bytes[count] = Self.digit(digits[position]) << 4 | Self.digit(digits[position + 1])
                count += 1
                position += 2
            }
        }
    }

    func uuid(_ index: Int) throws -> UUID {
        let start = try value(index, expected: "an id")
        let text = UnsafeRawBufferPointer(start: start, count: length(index))
        guard PQftype(answer, Int32(index)) == ColumnType.uuid,
            let uuid = UUID(hyphenated: text.assumingMemoryBound(to: UInt8.self))
        else { throw StorageFault.column(index, expected: "an id") }
        return uuid
    }

    private func value(_ index: Int, expected: String) throws -> UnsafeMutablePointer<CChar> {
        guard !isNull(index), let start = PQgetvalue(answer, row, Int32(index)) else {
            throw StorageFault.column(index, expected: expected)
        }
        return start
    }

    private func length(_ index: Int) -> Int { Int(PQgetlength(answer, row, Int32(index))) }

    /// The value of a lower-case hexadecimal digit, as the server writes them.
    private static func digit(_ character: UInt8) -> UInt8 {
        character < UInt8(ascii: "a")
            ? character &- UInt8(ascii: "0") : character &- UInt8(ascii: "a") &+ 10
    }
}

/// The types of columns that the programme uses, by the numbers of PostgreSQL's catalogue.
private enum ColumnType {
    static let boolean: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let numeric: Oid = 1700
    static let uuid: Oid = 2950

    /// name, text, json, unknown, bpchar, varchar, uuid, jsonb
    static let texts: Set<Oid> = [19, 25, 114, 705, 1042, 1043, 2950, 3802]
}
