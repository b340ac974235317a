extension String {
    /// Without white space at either end, seen or of no width; most texts have none and stay as they
    /// are.
    package var trimmed: String {
        guard first?.isBlank == true || last?.isBlank == true else { return self }
        let start = firstIndex { !$0.isBlank } ?? endIndex
        let end = lastIndex { !$0.isBlank }.map(index(after:)) ?? start
        return String(self[start..<end])
    }

    /// The same; `nil` where nothing is left.
    package var trimmedOrNil: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}

extension Character {
    fileprivate var isBlank: Bool { isWhitespace || self == "\u{200B}" }
}
