/// XML being written as bytes: names are the program's own, every value is escaped.
struct XMLWriter {
    private(set) var bytes: [UInt8]

    init() {
        bytes = []
        bytes.reserveCapacity(1 << 17)
        bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
    }

    /// An element and what `content` writes inside it.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ content: (inout XMLWriter) throws -> Void
    ) rethrows {
        begin(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        try content(&self)
        bytes += "</".utf8
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// An element without content.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
    ) {
        begin(name, attributes)
        bytes += "/>".utf8
    }

    /// Words; what XML cannot hold (control characters) is left out.
    mutating func text(_ words: some StringProtocol) {
        // Substrings and strings of this program are stored as UTF-8, so nothing is copied.
        let done: Void? = words.utf8.withContiguousStorageIfAvailable { escape($0) }
        if done == nil { Array(words.utf8).withUnsafeBufferPointer { escape($0) } }
    }

    /// Appends whole runs between the characters that need something else.
    private mutating func escape(_ characters: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for place in characters.indices {
            let byte = characters[place]
            if byte == 0xEF, characters.isNoCharacter(at: place) {
                bytes.append(contentsOf: characters[start..<place])
                start = place + 3
                continue
            }
            guard byte < 0x3F || byte == 0x7F, let instead = Self.replacement(byte) else {
                continue
            }
            bytes.append(contentsOf: characters[start..<place])
            append(instead)
            start = place + 1
        }
        bytes.append(contentsOf: characters[start...])
    }

    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case 0x09, 0x0A: nil
        case 0..<0x20, 0x7F: ""
        default: nil
        }
    }

    private mutating func begin(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
    ) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            append(key)
            bytes += "=\"".utf8
            text(value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether U+FFFE or U+FFFF stands there, which XML cannot hold (§2.2).
    fileprivate func isNoCharacter(at place: Int) -> Bool {
        place + 2 < count && self[place + 1] == 0xBF && self[place + 2] >= 0xBE
    }
}
