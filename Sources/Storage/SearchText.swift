import Foundation

/// A text as the search sees it: runs of Chinese characters, and words of letters and digits.
///
/// Chinese is written without spaces, so a run is cut into overlapping pairs, and its last
/// character stands alone. Full-width letters count as ordinary ones, capitals as small ones.
package struct SearchText: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case run([Unicode.Scalar])
        case word(String)
    }

    private let pieces: [Piece]

    package init(_ text: String) {
        var list = PieceList()
        list.cut(text)
        pieces = list.pieces
    }

    /// What the index keeps of some texts: each pair and each last character, each word; the first
    /// `most` of them with spaces between, which stand in none.
    static func line(ofTerms most: Int, in texts: [String]) -> String {
        var line = TermLine(most)
        for text in texts { line.cut(text) }
        return String(decoding: line.bytes, as: UTF8.self)
    }

    /// What a question asks for, piece by piece. Words and single characters may be continued.
    var phrases: [(terms: [String], isPrefix: Bool)] {
        pieces.map { piece in
            switch piece {
            case .word(let word): ([word], true)
            case .run(let run) where run.count == 1: ([String(run[0])], true)
            case .run(let run): (Self.pairs(of: run), false)
            }
        }
    }

    private static func pairs(of run: [Unicode.Scalar]) -> [String] {
        zip(run, run.dropFirst()).map { first, second in
            var pair = String(first)
            pair.unicodeScalars.append(second)
            return pair
        }
    }
}

/// Takes the pieces of a text, character by character from left to right.
private protocol PieceTaking {
    mutating func addToRun(_ scalar: Unicode.Scalar)
    mutating func addToWord(_ scalar: Unicode.Scalar)
    mutating func endPiece()
}

extension PieceTaking {
    /// Takes all pieces of `text`.
    mutating func cut(_ text: String) {
        let isPlain = text.unicodeScalars.allSatisfy(\.isPlain)
        let plain =
            isPlain ? text : text.precomposedStringWithCompatibilityMapping.lowercased()
        for scalar in plain.unicodeScalars { take(scalar) }
        endPiece()
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x4E00...0x9FFF: addToRun(scalar)
        case 0x30...0x39, 0x61...0x7A: addToWord(scalar)
        case 0x41...0x5A: addToWord(Unicode.Scalar(UInt8(scalar.value | 0x20)))
        case 0..<0x80: endPiece()
        default: takeRare(scalar)
        }
    }

    private mutating func takeRare(_ scalar: Unicode.Scalar) {
        if scalar.properties.isVariationSelector { return }
        if scalar.isWrittenWithoutSpaces {
            addToRun(scalar)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            addToWord(scalar)
        } else {
            endPiece()
        }
    }
}

/// The pieces of a text.
private struct PieceList: PieceTaking {
    private(set) var pieces: [SearchText.Piece] = []
    private var run: [Unicode.Scalar] = []
    private var word = ""

    mutating func addToRun(_ scalar: Unicode.Scalar) {
        if !word.isEmpty { endPiece() }
        run.append(scalar)
    }

    mutating func addToWord(_ scalar: Unicode.Scalar) {
        if !run.isEmpty { endPiece() }
        word.unicodeScalars.append(scalar)
    }

    mutating func endPiece() {
        if !run.isEmpty { pieces.append(.run(run)) }
        if !word.isEmpty { pieces.append(.word(word)) }
        run = []
        word = ""
    }
}

/// The terms of texts as the index keeps them, written as they come: there are fifty thousand lines of
/// them in a long import.
private struct TermLine: PieceTaking {
    private enum Piece {
        case none
        case run(last: Unicode.Scalar)
        case word
    }

    private(set) var bytes: [UInt8] = []
    private var piece = Piece.none
    /// How many more terms are kept.
    private var left: Int

    init(_ most: Int) {
        left = most
        bytes.reserveCapacity(256)
    }

    mutating func addToRun(_ scalar: Unicode.Scalar) {
        if case .word = piece { endPiece() }
        if case .run(let last) = piece, begin() {
            add(last)
            add(scalar)
        }
        piece = .run(last: scalar)
    }

    mutating func addToWord(_ scalar: Unicode.Scalar) {
        if case .run = piece { endPiece() }
        if case .none = piece {
            guard begin() else { return }
            piece = .word
        }
        add(scalar)
    }

    mutating func endPiece() {
        if case .run(let last) = piece, begin() { add(last) }
        piece = .none
    }

    /// Begins a term, if there is room for one.
    private mutating func begin() -> Bool {
        guard left > 0 else { return false }
        left -= 1
        if !bytes.isEmpty { bytes.append(0x20) }
        return true
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

extension Unicode.Scalar {
    /// Whether a character has no other form, as nearly all that the city writes.
    fileprivate var isPlain: Bool {
        switch value {
        case 0x0A, 0x20...0x7E, 0x3001...0x3002, 0x3008...0x3011, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// Chinese characters, the signs for their sounds, and kana.
    fileprivate var isWrittenWithoutSpaces: Bool {
        guard value > 0x2E7F else { return false }
        return properties.isIdeographic || (0x2E80...0x2FDF).contains(value)
            || (0x3040...0x312F).contains(value) || (0x31A0...0x31BF).contains(value)
    }
}
