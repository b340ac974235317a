import Kernel

/// Reads the rows of all sheets of an ODS, one at a time.
///
/// Elements that can hold text of their own (notes, drawings, deleted cells) are passed over whole.
final class ODSContent: XMLListener {
    private(set) var sheets = 0

    private let tell: (SheetEvent) throws -> Void
    private var builder: RowBuilder
    private var hiddenStyles: Set<String> = []
    private var styleName: String?
    private var columns = ODSColumns()

    /// How deep we stand inside an element that is passed over.
    private var passing = 0
    private var row = 0
    private var rowRepeats = 1
    private var rowIsHidden = false
    private var column = 0
    private var cell: ODSCell?
    private var isParagraph = false
    private var value: CellText

    init(limits: SheetLimits, _ tell: @escaping (SheetEvent) throws -> Void) {
        self.tell = tell
        builder = RowBuilder(limits: limits)
        value = CellText(limit: limits.cellBytes)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if passing > 0 {
            passing += 1
        } else if isParagraph {
            try startInside(name, attributes)
        } else if cell != nil {
            if name == "p" { try startParagraph() } else { passing = 1 }
        } else {
            try startOutside(name, attributes)
        }
    }

    func end(_ name: XMLName) throws {
        if passing > 0 {
            passing -= 1
        } else if isParagraph {
            if name == "p" { isParagraph = false }
        } else if cell != nil {
            try endCell()
        } else if name == "table-row" {
            try endRow()
        } else if name == "style" {
            styleName = nil
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        if isParagraph, passing == 0 { try value.add(piece, row: row) }
    }

    private func startOutside(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case "table-cell": startCell(attributes)
        case "covered-table-cell":
            column += attributes.number(.table, "number-columns-repeated") ?? 1
            passing = 1
        case "table-row": try startRow(attributes)
        case "table-column":
            columns.add(attributes, limit: builder.limits.columns)
        case "table": try startSheet(attributes)
        case "style":
            styleName =
                attributes.text(.style, "family") == "table"
                ? attributes.text(.style, "name") : nil
        case "table-properties":
            if let styleName, attributes.text(.table, "display") == "false" {
                hiddenStyles.insert(styleName)
            }
        case "tracked-changes", "shapes", "forms": passing = 1
        default: break
        }
    }

    private func startSheet(_ attributes: XMLAttributes) throws {
        let style = attributes.text(.table, "style-name")
        let head = SheetHead(
            index: sheets, name: attributes.text(.table, "name") ?? "",
            isHidden: style.map(hiddenStyles.contains) ?? false)
        try tell(.sheet(head))
        sheets += 1
        builder.startSheet()
        columns = ODSColumns()
        row = 0
        rowRepeats = 1
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        if let hidden = columns.takeHidden() { try tell(.hiddenColumns(hidden)) }
        row += 1
        column = 0
        rowRepeats = max(1, attributes.number(.table, "number-rows-repeated") ?? 1)
        rowIsHidden = attributes.text(.table, "visibility").map { $0 != "visible" } ?? false
    }

    private func endRow() throws {
        try builder.finish(row: row, isHidden: rowIsHidden, repeated: rowRepeats, tell)
        row += rowRepeats - 1
    }

    private func startCell(_ attributes: XMLAttributes) {
        cell = ODSCell(attributes)
        value.removeAll()
    }

    private func endCell() throws {
        guard let cell else { return }
        self.cell = nil
        let content = cell.value(text: value)
        defer { column += cell.repeats }
        guard content != .empty else { return }
        for offset in 0..<cell.repeats {
            try builder.add(content, column: column + offset, row: row, origin: cell.origin)
        }
        if cell.rows > 1 || cell.columns > 1 {
            try builder.merge(
                MergedRange(
                    top: row, left: column, bottom: row + cell.rows - 1,
                    right: column + cell.columns - 1))
        }
    }

    private func startParagraph() throws {
        if !value.bytes.isEmpty { try value.add(0x0A, row: row) }
        isParagraph = true
    }

    /// Elements inside a paragraph: white space has elements of its own (ODF 1.3 part 3 §6.1).
    private func startInside(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case "s": try value.add(0x20, times: max(1, attributes.number(.text, "c") ?? 1), row: row)
        case "tab": try value.add(0x09, row: row)
        case "line-break": try value.add(0x0A, row: row)
        case "annotation", "note", "ruby-text", "p": passing = 1
        default: break
        }
    }
}
