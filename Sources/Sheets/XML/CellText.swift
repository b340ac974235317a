/// The text of a cell while its pieces come in.
struct CellText {
    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(_ piece: UnsafeBufferPointer<UInt8>, row: Int) throws(SheetRefusal) {
        guard bytes.count + piece.count <= limit else { throw .cellTooLong(row: row) }
        bytes.append(contentsOf: piece)
    }

    mutating func add(_ byte: UInt8, times: Int = 1, row: Int) throws(SheetRefusal) {
        guard times <= limit, bytes.count + times <= limit else { throw .cellTooLong(row: row) }
        for _ in 0..<times { bytes.append(byte) }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension CellText {
    /// Decimal digits and nothing else, up to nine.
    var wholeNumber: Int? {
        bytes.withUnsafeBufferPointer { Int(digits: $0) }
    }

    /// A number as XML Schema writes it; finite.
    var number: Double? {
        if let wholeNumber { return Double(wholeNumber) }
        guard let number = Double(string), number.isFinite else { return nil }
        return number
    }
}
