import Foundation
import Glibc
import Kernel

/// The marks of the records that the reading child sends to its parent.
///
/// A record is its mark, the length of what follows (four bytes, low byte first), and that.
enum RecordMark: UInt8 {
    case sheet = 1
    case hiddenColumns, row, refusal, end
}

/// The marks of values inside a row.
enum ValueMark: UInt8 {
    case text = 1
    case number, day, moment, time, yes, no, fault
}

/// Writes what a file tells as records to a pipe.
struct RecordWriter {
    private let descriptor: Int32
    private var bytes: [UInt8] = []

    init(to descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func write(_ event: SheetEvent) throws {
        switch event {
        case .sheet(let head):
            record(.sheet) { payload in
                payload.add(head.index)
                payload.add(head.name)
                payload.append(head.isHidden ? 1 : 0)
            }
        case .hiddenColumns(let columns):
            record(.hiddenColumns) { payload in
                for column in columns { payload.add(column) }
            }
        case .row(let row):
            record(.row) { payload in
                payload.add(row.number)
                payload.append(row.isHidden ? 1 : 0)
                for cell in row.cells { payload.add(cell) }
            }
        }
        if bytes.count >= 65_536 { try flush() }
    }

    /// Ends the records with the reason why there are no more.
    mutating func end(refusal: SheetRefusal? = nil) throws {
        if let refusal {
            let text = try JSONEncoder().encode(refusal)
            record(.refusal) { $0.append(contentsOf: text) }
        } else {
            record(.end) { _ in }
        }
        try flush()
    }

    private mutating func record(_ mark: RecordMark, _ fill: (inout [UInt8]) -> Void) {
        bytes.append(mark.rawValue)
        let start = bytes.count
        bytes.append(contentsOf: [0, 0, 0, 0])
        fill(&bytes)
        let length = UInt32(bytes.count - start - 4)
        for index in 0..<4 {
            bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * index))
        }
    }

    private mutating func flush() throws {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                Glibc.write(descriptor, all.baseAddress.map { $0 + start }, all.count - start)
            }
            if count < 0 {
                guard errno == EINTR else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            } else {
                start += count
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ number: Int) {
        addBytes(of: UInt32(clamping: number))
    }

    fileprivate mutating func add(wide number: Int) {
        addBytes(of: Int64(number))
    }

    fileprivate mutating func add(_ text: String) {
        add(text.utf8.count)
        append(contentsOf: text.utf8)
    }

    fileprivate mutating func add(_ cell: Cell) {
        add(cell.column)
        append(cell.origin.rawValue)
        switch cell.value {
        case .empty: add("", as: .text)
        case .text(let text): add(text, as: .text)
        case .fault(let name): add(name, as: .fault)
        case .number(let number):
            append(ValueMark.number.rawValue)
            addBytes(of: number.bitPattern)
        case .day(let day):
            append(ValueMark.day.rawValue)
            add(wide: day.number)
        case .moment(let day, let seconds):
            append(ValueMark.moment.rawValue)
            add(wide: day.number)
            add(wide: seconds)
        case .time(let seconds):
            append(ValueMark.time.rawValue)
            add(wide: seconds)
        case .boolean(let answer):
            append((answer ? ValueMark.yes : ValueMark.no).rawValue)
        }
    }

    /// Low byte first.
    private mutating func addBytes<T: FixedWidthInteger>(of number: T) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    private mutating func add(_ text: String, as mark: ValueMark) {
        append(mark.rawValue)
        add(text)
    }
}
