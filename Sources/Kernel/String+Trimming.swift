extension String {
    /// Without white space at either end; most texts have none and stay as they are.
    package var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }

    /// The same; `nil` where nothing is left.
    package var trimmedOrNil: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}
