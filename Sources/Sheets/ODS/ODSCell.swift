import Kernel

/// A cell of an ODS as its element begins.
struct ODSCell {
    let repeats: Int
    let rows: Int
    let columns: Int
    let origin: Cell.Origin
    private let typed: CellValue
    private let isFault: Bool

    init(_ attributes: XMLAttributes) {
        repeats = max(1, attributes.number(.table, "number-columns-repeated") ?? 1)
        rows = max(1, attributes.number(.table, "number-rows-spanned") ?? 1)
        columns = max(1, attributes.number(.table, "number-columns-spanned") ?? 1)
        origin = attributes[.table, "formula"] == nil ? .typed : .computed
        isFault = attributes.text(.calc, "value-type") == "error"
        typed = Self.value(attributes)
    }

    /// The value, given the text that stood in the cell.
    func value(text: CellText) -> CellValue {
        if isFault { return .fault(text.string) }
        if typed != .empty { return typed }
        return text.bytes.isEmpty ? .empty : .text(text.string)
    }

    private static func value(_ attributes: XMLAttributes) -> CellValue {
        switch attributes.text(.office, "value-type") {
        case "float", "percentage", "currency":
            attributes.text(.office, "value").flatMap { Double($0) }
                .flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
        case "date":
            attributes.text(.office, "date-value").flatMap { CellValue(isoDate: $0) } ?? .empty
        case "time":
            attributes.text(.office, "time-value").flatMap { CellValue(isoDuration: $0) } ?? .empty
        case "boolean": .boolean(attributes.text(.office, "boolean-value") == "true")
        default: attributes.text(.office, "string-value").map { .text($0) } ?? .empty
        }
    }
}

/// The columns of a sheet of an ODS, as they are declared before its rows.
struct ODSColumns {
    private var next = 0
    private var hidden: [Int] = []

    mutating func add(_ attributes: XMLAttributes, limit: Int) {
        let count = attributes.number(.table, "number-columns-repeated") ?? 1
        let visibility = attributes.text(.table, "visibility") ?? "visible"
        if visibility != "visible", next < limit { hidden += next..<min(next + count, limit) }
        next += count
    }

    /// The hidden columns, once; `nil` when there are none (any more).
    mutating func takeHidden() -> [Int]? {
        defer { hidden = [] }
        return hidden.isEmpty ? nil : hidden
    }
}
