/// A line of a plan as it stands in a file, before anything is known about it.
struct SourceLine: Hashable {
    let text: Substring
    /// Whether the file sets it off from the line before: a blank line, a bullet, a new paragraph.
    let startsParagraph: Bool
    /// Whether it reaches the right margin, so that the next line may be its continuation.
    let isFull: Bool

    /// The lines of a text file without blank lines, page breaks and page numbers.
    static func lines(of text: String) -> [SourceLine] {
        let raw = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let width = raw.map(\.count).max() ?? 0
        var lines: [SourceLine] = []
        var gap = true
        for line in raw {
            let trimmed = line.trimmingSpaces
            guard !trimmed.isEmpty else {
                gap = true
                continue
            }
            guard !isPageNumber(trimmed) else { continue }
            let (content, hasBullet) = withoutBullet(trimmed)
            lines.append(
                SourceLine(
                    text: content, startsParagraph: gap || hasBullet,
                    isFull: width < 120 && line.count * 100 >= width * 85))
            gap = false
        }
        return lines
    }

    /// A bullet that a converter put before a clause's own number is not part of the plan.
    private static func withoutBullet(_ line: Substring) -> (Substring, Bool) {
        guard let first = line.first, "-*•●".contains(first) else { return (line, false) }
        let rest = line.dropFirst().trimmingSpaces
        return ClauseLabel(rest) == nil ? (line, false) : (rest, true)
    }

    /// 「第 3 頁，共 24 頁」, 「- 3 -」 and 「3」 alone on a line.
    private static func isPageNumber(_ line: Substring) -> Bool {
        guard line.utf8.count < 40, line.contains(where: \.isNumber) else { return false }
        let form = /[-–—\s]*\d{1,4}[-–—\s]*|第\s*\d+\s*頁(\s*[，,、\/]?\s*共\s*\d+\s*頁)?|\d+\s*\/\s*\d+/
        return line.wholeMatch(of: form) != nil
    }

    /// A line of a contents page: a numbered title, a leader, a page number.
    var isContentsEntry: Bool {
        guard ClauseLabel(text) != nil else { return false }
        let digits = text.reversed().prefix(while: \.isNumber).count
        guard (1...4).contains(digits) else { return false }
        return text.dropLast(digits).last.map { "\t .…·‥・．".contains($0) } ?? false
    }

    /// The heading of a contents page, 「目 錄」.
    var isContentsHeading: Bool {
        ["目錄", "目次"].contains(text.filter { !$0.isWhitespace })
    }
}
