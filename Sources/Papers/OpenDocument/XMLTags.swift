/// A look at the tags of a stranger's XML before a parser sees them.
///
/// libxml2 compares all attributes of an element with each other, so that one tag of some megabytes
/// would keep it busy for minutes. A document type is refused here as well, before it is read.
enum XMLTags {
    /// Bytes of a tag; drawings keep their outlines in attributes.
    private static let longest = 256 << 10

    /// Whether every tag of some XML in UTF-8 is as short as honest ones are.
    static func areHonest(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            guard let end = end(ofTagAt: start, in: bytes) else { return false }
            place = end
        }
        return true
    }

    /// Where the tag that begins at `start` has ended; `nil` for one that is too long or that we
    /// do not take.
    private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int? {
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) { return end("-->", from: start + 4, in: bytes) }
        if rest.starts(with: "<![CDATA[".utf8) { return end("]]>", from: start + 9, in: bytes) }
        if rest.starts(with: "<!".utf8) { return nil }
        if rest.starts(with: "<?".utf8) { return end("?>", from: start + 2, in: bytes) }
        var quote: UInt8?
        for place in start..<min(bytes.count, start + longest) {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return place + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return nil
    }

    private static func end(_ mark: String, from start: Int, in bytes: [UInt8]) -> Int? {
        let mark = Array(mark.utf8)
        var place = start
        while let next = bytes[min(place, bytes.count)...].firstIndex(of: mark[0]) {
            if bytes[next...].starts(with: mark) { return next + mark.count }
            place = next + 1
        }
        return nil
    }
}
