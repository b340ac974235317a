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

    let pieces: [Piece]

    package init(_ text: String) {
        var cutter = Cutter()
        let isPlain = text.unicodeScalars.allSatisfy(\.isPlain)
        let plain =
            isPlain ? text : text.precomposedStringWithCompatibilityMapping.lowercased()
        for scalar in plain.unicodeScalars { cutter.take(scalar) }
        cutter.endPiece()
        pieces = cutter.pieces
    }

    /// What the index keeps of a text: each pair and each last character, each word.
    package var terms: [String] { line(ofTerms: .max).split(separator: " ").map(String.init) }

    /// The first `most` terms with spaces between them, which stand in none.
    func line(ofTerms most: Int) -> String {
        var line = ""
        var count = 0
        func begin() {
            if count > 0 { line.append(" ") }
            count += 1
        }
        for piece in pieces where count < most {
            switch piece {
            case .word(let word):
                begin()
                line += word
            case .run(let run):
                for place in run.indices where count < most {
                    begin()
                    line.unicodeScalars.append(run[place])
                    if place + 1 < run.count { line.unicodeScalars.append(run[place + 1]) }
                }
            }
        }
        return line
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

/// Collects the pieces of a text from left to right.
private struct Cutter {
    private(set) var pieces: [SearchText.Piece] = []
    private var run: [Unicode.Scalar] = []
    private var word = ""

    mutating func take(_ scalar: Unicode.Scalar) {
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

    private mutating func addToRun(_ scalar: Unicode.Scalar) {
        if !word.isEmpty { endPiece() }
        run.append(scalar)
    }

    private mutating func addToWord(_ scalar: Unicode.Scalar) {
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
