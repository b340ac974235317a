extension Sequence<String?> {
    /// Whether each of the words stands somewhere in the texts, however it is spelled.
    package func have(_ words: String) -> Bool {
        let texts = compactMap { $0?.comparable }
        return words.split(whereSeparator: \.isWhitespace).allSatisfy { word in
            let word = String(word).comparable
            return texts.contains { $0.contains(word) }
        }
    }
}
