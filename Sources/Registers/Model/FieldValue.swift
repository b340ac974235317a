import Foundation
import HTML
import Kernel
import Storage
import Web

/// A value that people type into a field and read from it.
package protocol FieldValue: Storable, Hashable {
    /// Reads what somebody typed, already trimmed; the problem says what to write instead.
    init(typed text: String) throws(FieldProblem)
    /// The value as it stands in an input.
    var typed: String { get }
    /// The value as it is read on a page.
    var shown: Term { get }
    /// Writes what a list shows of column `index`, from where it stands if it can be.
    static func draw(_ row: any ColumnSource, _ index: Int, in writer: inout HTMLWriter) throws
    /// The value in the API.
    var json: JSONScalar { get }
    static var input: FieldInput { get }
    /// Whether nothing typed is an answer.
    static var allowsNothing: Bool { get }
}

extension FieldValue {
    package static var allowsNothing: Bool { false }
    package var shown: Term { Term(typed, en: typed) }
    package static func draw(
        _ row: any ColumnSource, _ index: Int, in writer: inout HTMLWriter
    ) throws {
        let shown = try read(row, index).shown
        if shown.zh.isEmpty { writer.write(notGiven) } else { writer.words(shown) }
    }
}

/// What is wrong with what was typed, with a message for the person who typed it.
package enum FieldProblem: Error, Hashable {
    case empty
    case other(Term)
}

/// How a field is asked for on a page, and described to programs.
package enum FieldInput: Hashable, Sendable {
    case line
    case paragraph
    case wholeNumber
    case yesOrNo
    case day
    case choice([FieldChoice])
}

/// One of the answers of a choice.
package struct FieldChoice: Hashable, Sendable {
    package let word: String
    package let term: Term
}

extension String: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        if text.unicodeScalars.allSatisfy(\.isPlain) {
            self = text
            return
        }
        let isControl = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        }
        guard !isControl else {
            throw .other(
                Term("有看不見的控制字元，刪掉再試一次。", en: "Remove the invisible control characters."))
        }
        self = text.precomposedStringWithCanonicalMapping
    }

    package var typed: String { self }
    package static func draw(
        _ row: any ColumnSource, _ index: Int, in writer: inout HTMLWriter
    ) throws {
        try row.text(index) { $0.isEmpty ? writer.write(notGiven) : writer.text(utf8: $0) }
    }
    package var json: JSONScalar { .text(self) }
    package static var input: FieldInput { .line }
}

extension Unicode.Scalar {
    /// Whether a character is seen and has no other spelling, as nearly all of the city's have.
    fileprivate var isPlain: Bool {
        switch value {
        case 0x20...0x7E, 0x3001...0x3029, 0x4E00...0x9FFF: true
        default: false
        }
    }
}

extension Int: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        guard let number = Int(text) ?? Self.written(otherwise: text) else {
            throw .other(Term("填整數，例如 24。", en: "Write a whole number, such as 24."))
        }
        self = number
    }

    /// A number in full-width digits or with commas between its thousands.
    private static func written(otherwise text: String) -> Int? {
        let halfWidth = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
        return Int(halfWidth.replacing(",", with: ""))
    }

    package var typed: String { String(self) }
    package var json: JSONScalar { .number(self) }
    package static var input: FieldInput { .wholeNumber }
}

extension Bool: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        switch text.lowercased() {
        case "是", "yes", "true", "1", "on", "v", "✓": self = true
        case "否", "no", "false", "0": self = false
        case "": throw .empty
        default: throw .other(Term("填「是」或「否」。", en: "Write yes or no."))
        }
    }

    package var typed: String { self ? "true" : "false" }
    package var shown: Term { self ? Term("是", en: "Yes") : Term("否", en: "No") }
    package var json: JSONScalar { .truth(self) }
    package static var input: FieldInput { .yesOrNo }
}

extension Day: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        guard let day = Day(text) ?? Day(rocText: text) else {
            throw .other(
                Term("填存在的日期，例如 115/11/23。", en: "Write a date that exists, as 2026-11-23."))
        }
        self = day
    }

    package var typed: String { description }
    package var shown: Term { Term(rocSlashes, en: description) }
    package var json: JSONScalar { .text(description) }
    package static var input: FieldInput { .day }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        self = text.isEmpty ? nil : try Wrapped(typed: text)
    }

    package var typed: String { self?.typed ?? "" }
    package var shown: Term { self?.shown ?? Term("", en: "") }
    package static func draw(
        _ row: any ColumnSource, _ index: Int, in writer: inout HTMLWriter
    ) throws {
        if row.isNull(index) {
            writer.write(notGiven)
        } else {
            try Wrapped.draw(row, index, in: &writer)
        }
    }
    package var json: JSONScalar { self?.json ?? .null }
    package static var input: FieldInput { Wrapped.input }
    package static var allowsNothing: Bool { true }
}
