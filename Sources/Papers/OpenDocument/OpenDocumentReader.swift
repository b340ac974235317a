import Archive

/// The lines and tables of an ODT in their order, for the plan reader.
///
/// Headers, footers, contents pages, remarks and deleted text are no part of a plan. Numbers that
/// the file leaves to the program are counted here.
struct OpenDocumentReader {
    private var numbering: ListNumbering
    private var items: [SourceItem] = []

    /// What an ODT may hold: a plan with pictures, no more.
    private static let limits = ZipLimits(members: 2_000, bytes: 64 << 20, ratio: 100)
    private static let partLimit = 4 << 20

    /// The items of `file`; `nil` where it is no ODT that can be read.
    static func items(of file: [UInt8]) -> [SourceItem]? {
        guard let zip = try? ZipReader(file, limits: limits),
            let content = part("content.xml", of: zip), let text = content.first("text")
        else { return nil }
        var reader = OpenDocumentReader(
            numbering: ListNumbering(content: content, styles: part("styles.xml", of: zip)))
        reader.read(text)
        return reader.items
    }

    private init(numbering: ListNumbering) {
        self.numbering = numbering
    }

    private static func part(_ name: String, of zip: ZipReader) -> XMLElement? {
        guard let bytes = try? zip.content(of: name), bytes.count <= partLimit else { return nil }
        return XMLElement(bytes)
    }

    private mutating func read(_ parent: XMLElement) {
        for element in parent.elements {
            switch element.name {
            case "p": add(element, label: nil)
            case "h":
                let depth = element.number("outline-level", in: XMLElement.depths) ?? 1
                add(element, label: numbering.outlineLabel(depth: depth))
            case "list": read(list: element, style: element.attributes["style-name"], depth: 1)
            case "table": items.append(.table(table(element)))
            case "section", "index-body", "text-box", "frame": read(element)
            default: break
            }
        }
    }

    private mutating func read(list: XMLElement, style: String?, depth: Int) {
        let style = list.attributes["style-name"] ?? style ?? ""
        numbering.begin(list, style: style, depth: depth)
        for item in list.elements where item.name == "list-item" || item.name == "list-header" {
            let start = item.number("start-value", in: XMLElement.ordinals)
            var isFirst = item.name == "list-item"
            for element in item.elements {
                switch element.name {
                case "p", "h":
                    let label =
                        isFirst
                        ? numbering.label(style: style, depth: depth, startingAt: start) : nil
                    add(element, label: label)
                    isFirst = false
                case "list": read(list: element, style: style, depth: depth + 1)
                default: break
                }
            }
        }
    }

    private mutating func add(_ paragraph: XMLElement, label: String?) {
        var text = Flow()
        text.take(paragraph)
        // A text box hangs on the paragraph it is anchored to and stands before its words.
        for box in text.boxes { read(box) }
        let lines = ((label ?? "") + text.words).split(separator: "\n")
        for line in lines where !line.allSatisfy(\.isWhitespace) {
            items.append(
                .line(
                    SourceLine(text: line.trimmingSpaces, startsParagraph: true, isFull: false)))
        }
    }

    private func table(_ element: XMLElement) -> Table {
        let rows = element.ownRows.map { row in
            row.elements.filter { $0.name.hasSuffix("table-cell") }.map { cell in
                cell.elements.map { paragraph in
                    var text = Flow()
                    text.take(paragraph)
                    return text.words
                }.joined(separator: "\n")
            }
        }
        let head = rows.first ?? []
        return Table(head.map { Table.Column($0) }, rows: Array(rows.dropFirst()))
    }
}

extension XMLElement {
    /// What a clause of a plan may be numbered.
    static let ordinals = 1...999
    /// How deep lists and headings go in ODF.
    static let depths = 1...10

    /// The whole number in an attribute; `nil` for one that no plan has.
    func number(_ attribute: String, in range: ClosedRange<Int>) -> Int? {
        attributes[attribute].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }

    /// The rows of this table, not of tables within its cells.
    fileprivate var ownRows: [XMLElement] {
        elements.flatMap { element in
            switch element.name {
            case "table-row": [element]
            case "table-header-rows", "table-rows", "table-row-group": element.ownRows
            default: [XMLElement]()
            }
        }
    }
}

/// The words of a paragraph as they run.
private struct Flow {
    private(set) var words = ""
    private(set) var boxes: [XMLElement] = []

    mutating func take(_ element: XMLElement) {
        for child in element.children {
            switch child {
            case .text(let text):
                // White space of the file's layout folds to one space (ODF 1.3 part 3 §6.1.2).
                for character in text {
                    guard character.isWhitespace, character != "\u{3000}" else {
                        words.append(character)
                        continue
                    }
                    if words.last?.isWhitespace != true { words.append(" ") }
                }
            case .element(let inner): take(inline: inner)
            }
        }
    }

    private mutating func take(inline element: XMLElement) {
        switch element.name {
        case "s":
            let count = element.attributes["c"].flatMap { Int($0) } ?? 1
            words += String(repeating: " ", count: min(max(count, 0), 100))
        case "tab": words += "\t"
        case "line-break": words += "\n"
        case "frame", "text-box":
            // A box within a box comes when the outer one is read.
            boxes +=
                element.name == "frame"
                ? element.elements.filter { $0.name == "text-box" } : [element]
        case "annotation", "note-citation", "bookmark", "soft-page-break", "tracked-changes": break
        default: take(element)
        }
    }
}
