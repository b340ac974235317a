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
            for (column, field) in fields.enumerated() {
                try builder.add(.text(field), column: column, row: parser.row)
            }
            try builder.finish(row: parser.row, isHidden: false, tell)
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
        do {
            return try converter.convert(content)
        } catch {
            // Where whole rows could be read before, it is one character: one that the agency made
            // itself, or that only some kinds of Big5 have.
            let lines = content[..<error.offset].count { $0 == 0x0A }
            guard encoding == .big5, lines > 0 else { throw SheetRefusal.unknownEncoding }
            throw SheetRefusal.unreadableCharacter(row: lines + 1)
        }
    }
}
