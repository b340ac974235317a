/// Writes a CSV (RFC 4180): UTF-8 with its mark, so that Excel knows it, or Big5 where asked for.
///
/// Text that a program would run as a formula gets an apostrophe before it, which our own reader
/// takes off again. Days are written 2026-11-23, which no program mistakes.
final class CSVWriter: WorkbookForm {
    private let encoding: TextEncoding
    private var text: [UInt8] = []

    init(_ sheet: SheetLayout, _ encoding: TextEncoding) {
        self.encoding = encoding
        write(sheet.columns.map { .text($0.title) })
    }

    func add(_ values: [CellValue]) {
        write(values)
    }

    func nextSheet() throws {
        throw WorkbookFault.sheets(2)
    }

    func finish() throws -> [UInt8] {
        if encoding == .utf8 { return encoding.mark + text }
        guard let converter = TextConverter(from: .utf8, to: encoding) else {
            throw SheetRefusal.unknownEncoding
        }
        do {
            return try encoding.mark + converter.convert(text)
        } catch {
            throw SheetRefusal.unwritable(unwritable())
        }
    }

    private func write(_ values: [CellValue]) {
        for (index, value) in values.enumerated() {
            if index > 0 { text.append(0x2C) }
            switch value {
            case .text(let content), .fault(let content): write(content)
            default: text += Array(value.text.utf8)
            }
        }
        text += [0x0D, 0x0A]
    }

    private func write(_ content: String) {
        let needsQuotes = content.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        if needsQuotes { text.append(0x22) }
        if SheetText.takesApostrophe(content.utf8) { text.append(0x27) }
        for byte in content.utf8 {
            if byte == 0x22 { text.append(0x22) }
            text.append(byte)
        }
        if needsQuotes { text.append(0x22) }
    }

    /// The characters that the encoding has no place for, in the order in which they occur.
    private func unwritable() -> [String] {
        var seen: Set<Character> = []
        var found: [String] = []
        for character in String(decoding: text, as: UTF8.self)
        where seen.insert(character).inserted && found.count < 20 {
            let converter = TextConverter(from: .utf8, to: encoding)
            if (try? converter?.convert(Array(character.utf8))) == nil {
                found.append(String(character))
            }
        }
        return found
    }
}

extension TextEncoding {
    /// The bytes by which a reader knows the encoding.
    fileprivate var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .big5: []
        }
    }
}
