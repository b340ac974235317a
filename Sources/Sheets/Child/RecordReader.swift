import Foundation
import Kernel

/// Takes the records of the reading child apart.
///
/// The child read a stranger's file and may have been taken over by it: whatever is not exactly as
/// agreed ends the reading.
struct RecordReader {
    /// What a record says.
    enum Record {
        case event(SheetEvent)
        case refusal(SheetRefusal)
        case end
    }

    private let limits: SheetLimits
    private var bytes: [UInt8] = []
    private var start = 0
    /// How many cells the last row had; the next has mostly as many.
    private var width = 0

    init(limits: SheetLimits) {
        self.limits = limits
    }

    /// Takes more of what came through the pipe.
    mutating func take(_ piece: ArraySlice<UInt8>) {
        bytes.removeSubrange(..<start)
        start = 0
        bytes += piece
    }

    /// The next whole record; `nil` until more has come.
    mutating func next() throws(SheetRefusal) -> Record? {
        guard bytes.count - start >= 5 else { return nil }
        var header = RecordFields(bytes[(start + 1)..<(start + 5)])
        let length = try header.number()
        guard length <= Self.longest else { throw .notReadable }
        let end = start + 5 + length
        guard bytes.count >= end else { return nil }
        let mark = RecordMark(rawValue: bytes[start])
        var fields = RecordFields(bytes[(start + 5)..<end])
        start = end
        switch mark {
        case .sheet:
            let head = try SheetHead(
                index: fields.number(), name: fields.text(), isHidden: fields.byte() != 0)
            return .event(.sheet(head))
        case .hiddenColumns:
            var columns: [Int] = []
            while !fields.isEmpty { columns.append(try fields.number()) }
            return .event(.hiddenColumns(columns))
        case .row: return .event(.row(try row(&fields)))
        case .refusal:
            guard
                let refusal = try? JSONDecoder().decode(
                    SheetRefusal.self, from: Data(fields.rest))
            else { throw .notReadable }
            return .refusal(refusal)
        case .end: return .end
        case nil: throw .notReadable
        }
    }

    private mutating func row(_ fields: inout RecordFields) throws(SheetRefusal) -> SheetRow {
        let number = try fields.number()
        let isHidden = try fields.byte() != 0
        var cells: [Cell] = []
        cells.reserveCapacity(width)
        defer { width = cells.count }
        while !fields.isEmpty {
            let column = try fields.number()
            guard column < limits.columns, column > cells.last?.column ?? -1,
                let origin = Cell.Origin(rawValue: try fields.byte())
            else { throw .notReadable }
            cells.append(Cell(column: column, value: try fields.value(), origin: origin))
        }
        return SheetRow(number: number, isHidden: isHidden, cells: cells)
    }

    /// A row of as many of the longest cells as there may be.
    private static let longest = 32 << 20
}

/// The fields of one record, from first to last.
private struct RecordFields {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var isEmpty: Bool { place == bytes.endIndex }
    var rest: ArraySlice<UInt8> { bytes[place...] }

    mutating func byte() throws(SheetRefusal) -> UInt8 {
        guard !isEmpty else { throw .notReadable }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func number() throws(SheetRefusal) -> Int {
        Int(try integer(UInt32.self))
    }

    mutating func text() throws(SheetRefusal) -> String {
        let length = try number()
        let end = place + length
        guard end <= bytes.endIndex else { throw .notReadable }
        defer { place = end }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    mutating func value() throws(SheetRefusal) -> CellValue {
        switch ValueMark(rawValue: try byte()) {
        case .text: return .text(try text())
        case .fault: return .fault(try text())
        case .number:
            let number = Double(bitPattern: try integer(UInt64.self))
            guard number.isFinite else { throw .notReadable }
            return .number(number)
        case .day: return .day(try day())
        case .moment: return .moment(try day(), seconds: try seconds())
        case .time: return .time(seconds: try seconds())
        case .yes: return .boolean(true)
        case .no: return .boolean(false)
        case nil: throw .notReadable
        }
    }

    /// A day of the years 1 to 9999.
    private mutating func day() throws(SheetRefusal) -> Day {
        let number = Int(try integer(Int64.self))
        guard (-719_162...2_932_896).contains(number) else { throw .notReadable }
        return Day(number: number)
    }

    private mutating func seconds() throws(SheetRefusal) -> Int {
        let seconds = Int(try integer(Int64.self))
        guard (0..<1 << 48).contains(seconds) else { throw .notReadable }
        return seconds
    }

    /// Low byte first.
    private mutating func integer<T: FixedWidthInteger>(_: T.Type) throws(SheetRefusal) -> T {
        let end = place + T.bitWidth / 8
        guard end <= bytes.endIndex else { throw .notReadable }
        var number: T = 0
        while place < end {
            number |= T(truncatingIfNeeded: bytes[place]) << (8 * (place - end) + T.bitWidth)
            place += 1
        }
        return number
    }
}
