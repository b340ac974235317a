/// An existing plan read into the tree by its numbering, with what the reader noticed on the way.
package struct PlanReading: Hashable, Sendable {
    package let document: Document
    package let notes: [Note]

    /// Something in the source that a person should look at.
    package enum Note: Hashable, Sendable, Codable {
        /// The clause at `path` bears another number in the source than its place gives it.
        case misnumbered(path: String, printed: Int)
    }
}

/// Reads a plan as offices keep it: numbered text with a cover, a contents page and page breaks.
///
/// The numbering alone makes the structure. A number counts only where it continues the sequence
/// or begins a deeper one, so that figures at the start of a broken line stay in their sentence.
/// Misprints in the words are kept.
package struct PlanReader: Sendable {
    /// Far more than any plan, far less than memory.
    package static let byteLimit = 4_000_000

    package init() {}

    /// Reads plain text.
    package func read(text: String) throws(PlanRefusal) -> PlanReading {
        guard text.utf8.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
        return try read(SourceLine.lines(of: text).map(SourceItem.line))
    }

    func read(_ items: [SourceItem]) throws(PlanRefusal) -> PlanReading {
        guard let parts = PlanParts(items) else { throw .noChapter }
        var builder = ClauseBuilder()
        for item in parts.body {
            switch item {
            case .line(let line): builder.take(line)
            case .table(let table): builder.take(table)
            }
        }
        var document = parts.cover
        let (chapters, notes) = builder.finish()
        guard !chapters.isEmpty else { throw .noChapter }
        document.chapters = chapters
        return PlanReading(document: document, notes: notes)
    }
}

/// A line or a table, in the order in which the source has them.
enum SourceItem: Hashable {
    case line(SourceLine)
    case table(Table)
}

/// A plan's source divided into cover, contents page (dropped) and body.
struct PlanParts {
    let cover: Document
    let body: ArraySlice<SourceItem>

    /// `nil` where no chapter begins.
    init?(_ items: [SourceItem]) {
        guard let first = items.firstIndex(where: { $0.beginsContents || $0.beginsBody }) else {
            return nil
        }
        var start = first
        if items[first].beginsContents {
            let rest = items[first...]
            start =
                rest.firstIndex(where: \.beginsBody)
                ?? rest.dropFirst().firstIndex { !$0.isContentsEntry } ?? items.endIndex
        }
        guard start < items.endIndex else { return nil }
        body = items[start...]
        cover = Self.cover(of: items[..<first])
    }

    /// Issuer, title, version and month from the lines of the cover; what is none of these stays
    /// as opening paragraphs.
    private static func cover(of items: ArraySlice<SourceItem>) -> Document {
        var lines = items.compactMap { item -> Substring? in
            if case .line(let line) = item { line.text } else { nil }
        }
        func take(_ matches: (Substring) -> Bool) -> String? {
            guard let place = lines.lastIndex(where: matches) else { return nil }
            return String(lines.remove(at: place))
        }
        let issued = take { $0.wholeMatch(of: Self.date) != nil }
        let edition = take { $0.hasPrefix("版次") || $0.hasSuffix("版") }
        let titlePlace = lines.firstIndex { $0.contains("計畫") } ?? lines.indices.last
        var document = Document(
            issuer: lines[..<(titlePlace ?? 0)].joined(),
            title: titlePlace.map { String(lines[$0]) } ?? "")
        document.issued = issued
        document.edition = edition
        document.standing = .approved
        document.opening = lines[(titlePlace.map { $0 + 1 } ?? 0)...].map { line in
            .paragraph([.text(String(line))])
        }
        return document
    }

    private static var date: Regex<(Substring, Substring?, Substring?)> {
        /(中華民國)?\s*\d{1,3}\s*年\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?/
    }
}

extension SourceItem {
    fileprivate var beginsContents: Bool {
        guard case .line(let line) = self else { return false }
        return line.isContentsHeading || line.isContentsEntry
    }

    fileprivate var isContentsEntry: Bool {
        guard case .line(let line) = self else { return false }
        return line.isContentsEntry
    }

    fileprivate var beginsBody: Bool {
        guard case .line(let line) = self, !line.isContentsEntry,
            let label = ClauseLabel(line.text)
        else { return false }
        return label.level == .chapter && label.ordinal == 1
    }
}
