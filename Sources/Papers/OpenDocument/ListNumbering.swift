/// The numbers that an ODT leaves to the program to count: lists and numbered headings.
struct ListNumbering {
    private var styles: [String: [Int: NumberForm]] = [:]
    private var outline: [Int: NumberForm] = [:]
    private var counters: [String: [Int: Int]] = [:]

    /// Takes the list styles of both parts; the content's own go before the document's.
    init(content: XMLElement, styles document: XMLElement?) {
        for part in [document, content].compactMap({ $0 }) {
            for style in part.all("list-style") {
                guard let name = style.attributes["name"] else { continue }
                styles[name] = Self.forms(style, of: "list-level-style-number")
            }
        }
        if let style = document?.first("outline-style") {
            outline = Self.forms(style, of: "outline-level-style")
        }
    }

    private static func forms(_ style: XMLElement, of name: String) -> [Int: NumberForm] {
        var forms: [Int: NumberForm] = [:]
        for level in style.elements where level.name == name {
            guard let depth = level.number("level", in: XMLElement.depths) else { continue }
            forms[depth] = NumberForm(level)
        }
        return forms
    }

    /// Begins a list: its numbers start again unless it continues one of its style.
    mutating func begin(_ list: XMLElement, style: String, depth: Int) {
        let continues =
            list.attributes["continue-numbering"] == "true"
            || list.attributes["continue-list"] != nil
        if !continues { restart(style, from: depth) }
    }

    /// The label of the next item of a list, if the style numbers that depth.
    mutating func label(style: String, depth: Int, startingAt start: Int? = nil) -> String? {
        guard let form = styles[style]?[depth] else { return nil }
        return label(form, under: style, depth: depth, start)
    }

    /// The label of the next heading, if headings of that depth are numbered.
    mutating func outlineLabel(depth: Int) -> String? {
        guard let form = outline[depth] else { return nil }
        return label(form, under: "", depth: depth, nil)
    }

    private mutating func label(
        _ form: NumberForm, under key: String, depth: Int, _ start: Int?
    ) -> String? {
        restart(key, from: depth + 1)
        let number = start ?? counters[key]?[depth].map { $0 + 1 } ?? form.start
        counters[key, default: [:]][depth] = number
        return form.text(number)
    }

    private mutating func restart(_ key: String, from depth: Int) {
        counters[key] = counters[key]?.filter { $0.key < depth }
    }
}

/// How one level of a list is numbered: 「(」「一」「)」.
private struct NumberForm {
    let start: Int
    private let prefix: String
    private let suffix: String
    private let format: String

    init(_ level: XMLElement) {
        start = level.number("start-value", in: XMLElement.ordinals) ?? 1
        prefix = level.attributes["num-prefix"] ?? ""
        suffix = level.attributes["num-suffix"] ?? ""
        format = level.attributes["num-format"] ?? ""
    }

    /// `nil` for a format that no clause number has.
    func text(_ number: Int) -> String? {
        guard number > 0, number < 1_000, let numeral = numeral(number) else { return nil }
        return prefix + numeral + suffix
    }

    private func numeral(_ number: Int) -> String? {
        switch format.first {
        case "1", "１": "\(number)"
        case "A", "Ａ": ClauseLevel.letter.numeral(number)
        case "一": ChineseNumeral.plain.text(number)
        case "壹": ChineseNumeral.formal.text(number)
        default: nil
        }
    }
}
