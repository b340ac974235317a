import Kernel

/// A value that writes itself as JSON, for lists of hundreds.
package protocol JSONWritable: Sendable {
    func write(to json: inout JSONWriter)
}

/// Writes JSON into one buffer.
package struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether something stands before what comes next, in the same brackets.
    private var isAfter = false

    /// An object, whose members `content` names and writes.
    package mutating func object(_ content: (inout JSONWriter) -> Void) {
        bracket("{", "}", content)
    }

    /// The items of a list, in their order.
    package mutating func list<Item>(
        _ items: [Item], _ write: (inout JSONWriter, Item) -> Void
    ) {
        bracket("[", "]") { json in
            for item in items {
                json.separate()
                write(&json, item)
            }
        }
    }

    /// The name of the member whose value comes next.
    package mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
    }

    package mutating func text(_ text: String) { quote(text) }
    package mutating func number(_ number: Int) { literal("\(number)") }
    package mutating func truth(_ truth: Bool) { literal(truth ? "true" : "false") }
    package mutating func null() { literal("null") }

    private mutating func bracket(
        _ start: String, _ end: String, _ content: (inout JSONWriter) -> Void
    ) {
        literal(start)
        isAfter = false
        content(&self)
        literal(end)
        isAfter = true
    }

    private mutating func separate() {
        if isAfter { bytes.append(UInt8(ascii: ",")) }
        isAfter = true
    }

    private mutating func literal(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// The text between quotation marks (RFC 8259 §7).
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { characters in
            var start = 0
            for index in characters.indices {
                guard let escape = Self.escape(characters[index]) else { continue }
                bytes.append(contentsOf: characters[start..<index])
                literal(escape)
                start = index + 1
            }
            bytes.append(contentsOf: characters[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func escape(_ character: UInt8) -> String? {
        guard character < 0x20 || character == 0x22 || character == 0x5C else { return nil }
        return switch character {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        default: "\\u00" + CollectionOfOne(character).hex
        }
    }
}
