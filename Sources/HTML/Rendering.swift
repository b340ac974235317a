import Foundation
import Kernel

/// Whom a page is written for: language, the token of the session's forms, and the icon sheet.
package struct Reader: Sendable {
    package var language: Language
    /// Goes into every form that changes something.
    package var formToken: String?
    /// The sprite that icons point into; without it pages show none.
    package var icons: Path?

    package init(language: Language, formToken: String? = nil, icons: Path? = nil) {
        self.language = language
        self.formToken = formToken
        self.icons = icons
    }
}

extension HTML {
    /// The page's bytes for `reader`.
    package func bytes(for reader: Reader, capacity: Int = 16_384) -> [UInt8] {
        var writer = HTMLWriter(reader: reader, capacity: capacity)
        writer.write(self)
        return writer.bytes
    }

    /// The page's text for `reader`.
    package func text(for reader: Reader) -> String {
        String(decoding: bytes(for: reader), as: UTF8.self)
    }

    /// The page's text for a reader of Chinese without a session.
    package var text: String { text(for: Reader(language: .chinese)) }
}

/// A long piece of a page, such as the rows of a table, that becomes markup only when the page is
/// written: no value is made for each of its elements.
package protocol Drawing: Sendable {
    func draw(in writer: inout HTMLWriter)
}

/// Writes pieces into one buffer and escapes what is text.
package struct HTMLWriter: Sendable {
    let reader: Reader
    private(set) var bytes: [UInt8] = []

    package init(reader: Reader, capacity: Int = 16_384) {
        self.reader = reader
        bytes.reserveCapacity(capacity)
    }

    /// What was written, to stand in a page for the same reader.
    package var piece: HTML { HTML(.drawn(bytes)) }

    /// Markup written in this program, passed on as it stands.
    package mutating func markup(_ markup: StaticString) { literal(markup) }

    /// Text, escaped.
    package mutating func text(_ text: String) { escape(text) }

    /// The characters of a text, escaped.
    package mutating func text(utf8 characters: UnsafeBufferPointer<UInt8>) { escape(characters) }

    /// An id, as it stands in addresses and forms.
    package mutating func id(_ uuid: UUID) { bytes.append(hyphenated: uuid) }

    /// Words in the reader's language, escaped.
    package mutating func words(_ term: Term) { escape(term(reader.language)) }

    /// A piece of a page.
    package mutating func write(_ piece: HTML) {
        switch piece.node {
        case .nothing: break
        case .text(let text): escape(text)
        case .term(let term): escape(reader.language == .chinese ? term.zh : term.en)
        case .number(let number): decimal(number)
        case .trusted(let markup): literal(markup)
        case .icon(let name): icon(name)
        case .element(let element): write(element)
        case .several(let pieces): for piece in pieces { write(piece) }
        case .drawing(let drawing): drawing.draw(in: &self)
        case .drawn(let markup): bytes.append(contentsOf: markup)
        }
    }

    private mutating func write(_ element: Element) {
        bytes.append(0x3C)
        literal(element.name)
        for attribute in element.attributes { write(attribute) }
        bytes.append(0x3E)
        if element.form == .void { return }
        if element.form == .changing { formToken() }
        write(element.content)
        literal("</")
        literal(element.name)
        bytes.append(0x3E)
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute.value {
        case .absent: return
        case .flag: name(attribute)
        case .text(let text): quoted(attribute) { $0.escape(text) }
        case .literal(let text): quoted(attribute) { $0.literal(text) }
        case .term(let term): quoted(attribute) { $0.escape(term($0.reader.language)) }
        case .path(let path): quoted(attribute) { $0.escape(path.text) }
        case .number(let number): quoted(attribute) { $0.decimal(number) }
        }
    }

    private mutating func name(_ attribute: Attribute) {
        bytes.append(0x20)
        if let prefix = attribute.prefix { literal(prefix) }
        literal(attribute.name)
    }

    private mutating func quoted(_ attribute: Attribute, _ value: (inout Self) -> Void) {
        name(attribute)
        bytes.append(0x3D)
        bytes.append(0x22)
        value(&self)
        bytes.append(0x22)
    }

    private mutating func formToken() {
        guard let token = reader.formToken else { return }
        literal("<input type=\"hidden\" name=\"csrf\" value=\"")
        escape(token)
        literal("\">")
    }

    private mutating func icon(_ name: StaticString) {
        guard let icons = reader.icons else { return }
        literal("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"")
        escape(icons.text)
        bytes.append(0x23)
        literal(name)
        literal("\"></use></svg>")
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func decimal(_ number: Int) {
        guard number >= 10 || number < 0 else { return bytes.append(0x30 + UInt8(number)) }
        var text = String(number)
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// Appends the runs between characters that mean something in markup, and those as entities.
    private mutating func escape(_ characters: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in characters.indices where Self.isMarkup(characters[index]) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start..<index]))
            literal(Self.entity(characters[index]))
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start...]))
    }

    /// Whether a character means something in markup. Pages are read through for them, so it is one
    /// look at a set of bits.
    @inline(__always)
    private static func isMarkup(_ character: UInt8) -> Bool {
        let marks: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        return character < 64 && marks >> UInt64(character) & 1 == 1
    }

    private static func entity(_ character: UInt8) -> StaticString {
        switch character {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x27: "&#39;"
        case 0x3C: "&lt;"
        default: "&gt;"
        }
    }
}
