/// XML on its way into an archive: text is escaped, markup is written in the code.
struct XMLOutput {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ markup: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    mutating func number(_ number: Int) {
        bytes.append(contentsOf: "\(number)".utf8)
    }

    /// Text of an element or, between double quotes, of an attribute. Characters that XML cannot
    /// hold are left out.
    mutating func text(_ text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case 0x26: raw("&amp;")
            case 0x3C: raw("&lt;")
            case 0x3E: raw("&gt;")
            case 0x22: raw("&quot;")
            case 0x0A: raw("&#10;")
            case 0x09: raw("&#9;")
            case 0..<0x20: break
            case 0xBE, 0xBF:
                // U+FFFE and U+FFFF are no characters of XML (§2.2), and no reader would take the file.
                if bytes.endsAsNoCharacter { bytes.removeLast(2) } else { bytes.append(byte) }
            default: bytes.append(byte)
            }
        }
    }

    /// Gives away what has gathered once it is worth a piece.
    mutating func flush(into write: ([UInt8]) throws -> Void) rethrows {
        guard bytes.count >= 32_768 else { return }
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Gives away all that has gathered.
    mutating func takeAll() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

extension [UInt8] {
    /// Whether the first two bytes of U+FFFE and U+FFFF stand at the end.
    fileprivate var endsAsNoCharacter: Bool {
        count >= 2 && self[count - 2] == 0xEF && self[count - 1] == 0xBF
    }
}
