import Kernel

/// Reads the rows of a sheet of an XLSX, one at a time.
final class XLSXRows: XMLListener {
    /// The kinds of cell that an XLSX knows (ISO/IEC 29500-1 §18.18.11).
    private enum Kind {
        case number, shared, text, boolean, fault, date
    }

    private static let lastRow = 1_048_576

    private let book: XLSXBook
    private let tell: (SheetEvent) throws -> Void
    private var builder: RowBuilder
    private var merges: ArraySlice<MergedRange> = []
    private var hiddenColumns: [Int] = []

    private var isData = false
    private var isPhonetic = false
    private var isValue = false
    private var row = 0
    private var rowIsHidden = false
    private var column = -1
    private var kind = Kind.number
    private var style = 0
    private var origin = Cell.Origin.typed
    private var value: CellText

    init(_ book: XLSXBook, _ tell: @escaping (SheetEvent) throws -> Void) {
        self.book = book
        self.tell = tell
        builder = RowBuilder(limits: book.limits)
        value = CellText(limit: book.limits.cellBytes)
    }

    func startSheet(merges: [MergedRange]) {
        self.merges = merges[...]
        builder.startSheet()
        hiddenColumns = []
        row = 0
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard isData else {
            if name == "sheetData" {
                isData = true
                if !hiddenColumns.isEmpty { try tell(.hiddenColumns(hiddenColumns)) }
            } else if name == "col", attributes.isTrue("hidden") {
                hide(attributes)
            }
            return
        }
        switch name {
        case "c": try startCell(attributes)
        case "v": isValue = true
        case "t": isValue = !isPhonetic
        case "f": origin = .computed
        case "row": try startRow(attributes)
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) throws {
        guard isData else { return }
        switch name {
        case "c": try endCell()
        case "v", "t": isValue = false
        case "row": try endRow()
        case "rPh": isPhonetic = false
        case "sheetData": isData = false
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        if isValue { try value.add(piece, row: row) }
    }

    private func hide(_ attributes: XMLAttributes) {
        guard let first = attributes.number("min"), let last = attributes.number("max"), first > 0
        else { return }
        hiddenColumns += (first - 1)..<max(first - 1, min(last, book.limits.columns))
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        let next = attributes.number("r") ?? row + 1
        guard next > row, next <= Self.lastRow else { throw SheetRefusal.damaged("第 \(next) 列") }
        row = next
        rowIsHidden = attributes.isTrue("hidden")
        column = -1
    }

    private func endRow() throws {
        while let range = merges.first, range.top <= row {
            merges.removeFirst()
            if range.top == row { try builder.merge(range) }
        }
        try builder.finish(row: row, isHidden: rowIsHidden, tell)
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        let next = attributes["r"].map { XLSXPlace.column($0) ?? -1 } ?? column + 1
        guard next > column else { throw SheetRefusal.damaged("第 \(row) 列") }
        column = next
        style = attributes.number("s") ?? 0
        kind = attributes["t"].map(Self.kind) ?? .number
        origin = .typed
        value.removeAll()
    }

    private static func kind(_ word: UnsafeBufferPointer<UInt8>) -> Kind {
        switch word.first {
        case UInt8(ascii: "s"): word.count == 1 ? .shared : .text
        case UInt8(ascii: "i"): .text
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .fault
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }

    private func endCell() throws {
        guard !value.bytes.isEmpty else { return }
        try builder.add(try cellValue(), column: column, row: row, origin: origin)
    }

    private func cellValue() throws -> CellValue {
        switch kind {
        case .shared:
            guard let index = value.wholeNumber, let text = book.shared[index] else {
                throw SheetRefusal.damaged("第 \(row) 列")
            }
            return .text(text)
        case .text: return .text(String(escapedXLSX: value.bytes[...]))
        case .boolean: return .boolean(value.bytes == [0x31])
        case .fault: return .fault(value.string)
        case .date: return CellValue(isoDate: value.string) ?? .text(value.string)
        case .number:
            guard let number = value.number else { throw SheetRefusal.damaged("第 \(row) 列") }
            let format = book.styles.indices.contains(style) ? book.styles[style] : .number
            return book.calendar.value(number, as: format)
        }
    }
}
