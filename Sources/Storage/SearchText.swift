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
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        for scalar in plain.unicodeScalars { cutter.take(scalar) }
        cutter.endPiece()
        pieces = cutter.pieces
    }

    /// What the index keeps of a text: each pair and each last character, each word.
    package var terms: [String] {
        pieces.flatMap { piece in
            switch piece {
            case .word(let word): [word]
            case .run(let run): Self.pairs(of: run) + [String(run[run.count - 1])]
            }
        }
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
        if scalar.properties.isVariationSelector { return }
        if scalar.isWrittenWithoutSpaces {
            if !word.isEmpty { endPiece() }
            run.append(scalar)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            if !run.isEmpty { endPiece() }
            word.unicodeScalars.append(scalar)
        } else {
            endPiece()
        }
    }

    mutating func endPiece() {
        if !run.isEmpty { pieces.append(.run(run)) }
        if !word.isEmpty { pieces.append(.word(word)) }
        run = []
        word = ""
    }
}

extension Unicode.Scalar {
    /// Chinese characters, the signs for their sounds, and kana.
    fileprivate var isWrittenWithoutSpaces: Bool {
        guard value > 0x2E7F else { return false }
        return properties.isIdeographic || (0x2E80...0x2FDF).contains(value)
            || (0x3040...0x312F).contains(value) || (0x31A0...0x31BF).contains(value)
    }
}
