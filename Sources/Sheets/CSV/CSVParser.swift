/// Takes a CSV in UTF-8 apart, a row at a time.
struct CSVParser {
    /// The number of the row told last; the first is 1.
    private(set) var row = 0

    private let text: [UInt8]
    private let limits: SheetLimits
    private let separator: UInt8
    private var place: Int

    init(_ text: [UInt8], limits: SheetLimits) {
        self.text = text
        self.limits = limits
        // A first line 「sep=;」 is Excel's own word for the separator.
        if text.starts(with: Array("sep=".utf8)), text.count > 5, [0x0A, 0x0D].contains(text[5]) {
            separator = text[4]
            place = text[5] == 0x0D && text.count > 6 && text[6] == 0x0A ? 7 : 6
        } else {
            separator = Self.separator(of: text)
            place = 0
        }
    }

    /// The fields of the next row; `nil` after the last.
    mutating func next() throws(SheetRefusal) -> [String]? {
        guard place < text.count else { return nil }
        row += 1
        guard row <= Self.lastRow else { throw .tooManyRows(limit: limits.rows) }
        var fields: [String] = []
        while true {
            fields.append(try field())
            // A row of nothing but separators is no reason to hold millions of empty fields.
            guard fields.count <= 16_384 else {
                throw .tooManyColumns(limit: limits.columns, row: row)
            }
            guard place < text.count else { return fields }
            let end = text[place]
            place += 1
            if end == separator { continue }
            if end == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
            return fields
        }
    }

    /// Reads one field and stops at the separator, the line end or the end of the text.
    private mutating func field() throws(SheetRefusal) -> String {
        if place < text.count, text[place] == Self.quote { return try quoted() }
        let start = place
        while place < text.count, !isEnd(text[place]) { place += 1 }
        if place == start { return "" }
        guard place - start <= limits.cellBytes else { throw .cellTooLong(row: row) }
        return Self.plain(text[start..<place])
    }

    private mutating func quoted() throws(SheetRefusal) -> String {
        place += 1
        var bytes: [UInt8] = []
        while true {
            let start = place
            while place < text.count, text[place] != Self.quote { place += 1 }
            guard place < text.count else { throw .unclosedQuote(row: row) }
            bytes += text[start..<place]
            guard bytes.count <= limits.cellBytes else { throw .cellTooLong(row: row) }
            place += 1
            guard place < text.count, text[place] == Self.quote else { break }
            bytes.append(Self.quote)
            place += 1
        }
        // What follows a closed quotation belongs to the field, as Excel has it.
        let start = place
        while place < text.count, !isEnd(text[place]) { place += 1 }
        return Self.plain((bytes + text[start..<place])[...])
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == 0x0A || byte == 0x0D
    }

    /// A field's text: `="0912"`, by which offices keep leading noughts, is `0912`; the apostrophe
    /// by which our own files keep `=1+1` text is taken off; control characters are left out.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        if bytes.first == 0x3D, bytes.dropFirst().first == quote, bytes.last == quote,
            bytes.count > 2
        {
            bytes = bytes.dropFirst(2).dropLast()
        } else if bytes.first == 0x27, SheetText.takesApostrophe(bytes.dropFirst()) {
            bytes = bytes.dropFirst()
        }
        guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let clean = bytes.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
        return String(decoding: clean, as: UTF8.self)
    }

    /// The separator that parts the first rows most evenly; the comma where none does.
    private static func separator(of text: [UInt8]) -> UInt8 {
        let candidates: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
        var counts = [[Int]](repeating: [0], count: candidates.count)
        var isQuoted = false
        for byte in text.prefix(16_384) {
            if byte == quote { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == 0x0A {
                guard counts[0].count < 20 else { break }
                for index in counts.indices { counts[index].append(0) }
            } else if let index = candidates.firstIndex(of: byte) {
                counts[index][counts[index].count - 1] += 1
            }
        }
        // How many rows have the count that is most frequent among the rows that have any.
        let votes = counts.map { rows in
            let tally = Dictionary(rows.filter { $0 > 0 }.map { ($0, 1) }, uniquingKeysWith: +)
            return tally.map { $0.value * 8 + min($0.key, 7) }.max() ?? 0
        }
        let best = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
        return candidates[best]
    }

    private static let quote: UInt8 = 0x22
    /// As many rows as a sheet of the usual programs has, full ones and empty ones.
    private static let lastRow = 1_048_576
}
