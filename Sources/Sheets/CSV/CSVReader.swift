import Archive

/// Reads a CSV (RFC 4180, and what offices make of it): encoding and separator are found out, every
/// value is text.
struct CSVReader {
    let bytes: [UInt8]
    let limits: SheetLimits

    func read(_ tell: (SheetEvent) throws -> Void) throws {
        let text = try decoded()
        var parser = CSVParser(text, limits: limits)
        try tell(.sheet(SheetHead(index: 0, name: "")))
        var builder = RowBuilder(limits: limits)
        while let fields = try parser.next() {
            let row = parser.row
            for (column, field) in fields.enumerated() {
                try builder.add(.text(field), column: column, row: row)
            }
            try builder.finish(row: row, isHidden: false, tell)
        }
    }

    private func decoded() throws -> [UInt8] {
        let (encoding, mark) = TextEncoding.guess(bytes)
        let content = Array(bytes.dropFirst(mark))
        if encoding == .utf8 {
            guard String(validating: content, as: UTF8.self) != nil else {
                throw SheetRefusal.unknownEncoding
            }
            return content
        }
        guard let converter = TextConverter(from: encoding, to: .utf8) else {
            throw SheetRefusal.unknownEncoding
        }
        var missing = 0
        do {
            let text = try converter.convert(content) { offset in
                guard encoding == .big5, Self.isPair(content[offset...]) else { return nil }
                missing += 1
                return 2
            }
            // A text of which much is unknown is none of Big5.
            let pairs = content.count { $0 > 0x80 } / 2
            guard missing <= max(3, pairs / 10) else { throw SheetRefusal.unknownEncoding }
            return text
        } catch is TextConverter.Obstacle {
            throw SheetRefusal.unknownEncoding
        }
    }

    /// Whether two bytes are a character of Big5, though one that the agency made itself, or that
    /// only some kinds of Big5 have.
    private static func isPair(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let lead = bytes.first, let trail = bytes.dropFirst().first else { return false }
        return (0x81...0xFE).contains(lead)
            && ((0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail))
    }
}
