import Foundation
import Kernel
import Storage

/// A row that the ledger keeps the history of: its kind, its agency, and its columns.
package protocol Recorded: Sendable {
    static var kind: RecordKind { get }
    static var table: SQLName { get }
    var recordID: UUID { get }
    var agencyID: AgencyID { get }
    /// Grows by one with each change; an edit of an older version is a conflict.
    var version: Int { get }
    /// All columns but `id`, `agencyID` and `version`.
    var cells: [Cell] { get }
    /// The values of the same, without the names of their columns.
    var values: [StoredValue] { get }
}

/// One column of a row on its way to the database.
package struct Cell: Hashable, Sendable {
    package let column: SQLName
    package let value: StoredValue

    package init(_ column: SQLName, _ value: some Storable) {
        self.column = column
        self.value = value.stored
    }

    package init(_ column: SQLName, stored value: StoredValue) {
        self.column = column
        self.value = value
    }
}

extension Recorded {
    package var values: [StoredValue] { cells.map(\.value) }

    /// The row as the ledger keeps it: canonical JSON of its columns, keys in order.
    package var ledgerText: String {
        let cells = cells
        return LedgerForm(of: cells).text(of: cells.map(\.value), agency: agencyID)
    }
}

/// How the rows of one table are written in the ledger: which column comes when. It is the same for
/// all of them, for cells of a table always stand in one order.
struct LedgerForm: Sendable {
    private let members: [(place: Int, name: String)]

    init(of cells: [Cell]) {
        let names = cells.map(\.column.text) + ["agencyID"]
        members = names.enumerated().sorted { $0.element < $1.element }
            .map { ($0.offset, "\"\($0.element)\":") }
    }

    func text(of values: [StoredValue], agency: AgencyID) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(1_024)
        for (place, name) in members {
            let value = place < values.count ? values[place] : agency.stored
            if value == .null { continue }
            text.append(UInt8(ascii: text.isEmpty ? "{" : ","))
            text += name.utf8
            value.write(to: &text)
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }
}

extension StoredValue {
    /// Adds the value in canonical JSON to a text.
    fileprivate func write(to json: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        switch self {
        case .id(let id):
            json.append(quote)
            json.append(hyphenated: id)
            json.append(quote)
        case .text(let text) where text.isPlainInJSON:
            json.append(quote)
            json += text.utf8
            json.append(quote)
        default: json += self.json.utf8
        }
    }

    /// The value in canonical JSON; bytes as hexadecimal text, an id as its text.
    var json: String {
        switch self {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): number.description
        case .text(let text): text.jsonQuoted
        case .blob(let bytes): "\"" + bytes.hex + "\""
        case .id(let id): "\"" + id.hyphenated + "\""
        }
    }
}

extension String {
    fileprivate var isPlainInJSON: Bool {
        utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    }

    /// The text between quotation marks as RFC 8785 writes it.
    package var jsonQuoted: String {
        if isPlainInJSON { return "\"" + self + "\"" }
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{8}": quoted += "\\b"
            case "\u{C}": quoted += "\\f"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
