import Archive

/// The merged ranges of a sheet. They stand behind the rows, so they are looked for first, and only
/// where the word occurs at all.
final class XLSXMerges: XMLListener {
    private var ranges: [MergedRange] = []
    private let limits: SheetLimits

    /// The ranges, from top to bottom.
    static func read(
        _ part: String, of zip: ZipReader, limits: SheetLimits
    ) throws -> [MergedRange] {
        guard try mentions(Array("mergeCell".utf8), part, of: zip) else { return [] }
        let merges = XLSXMerges(limits: limits)
        try XMLReader.read(part, of: zip, to: merges)
        return merges.ranges.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }

    private init(limits: SheetLimits) {
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name == "mergeCell", let range = attributes["ref"].flatMap(MergedRange.init(xlsx:))
        else { return }
        ranges.append(range)
        guard ranges.count <= limits.merges else {
            throw SheetRefusal.tooManyMerges(limit: limits.merges)
        }
    }

    func end(_ name: XMLName) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>) {}

    private static func mentions(
        _ word: [UInt8], _ part: String, of zip: ZipReader
    ) throws -> Bool {
        var isFound = false
        var seam: [UInt8] = []
        try zip.read(part) { piece in
            guard !isFound else { return }
            isFound = piece.holds(word)
            seam += piece.prefix(word.count)
            isFound = isFound || seam.withUnsafeBufferPointer { $0.holds(word) }
            seam = Array(piece.suffix(word.count))
        }
        return isFound
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `word` stands somewhere in these bytes.
    func holds(_ word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        for start in 0...(count - word.count) where self[start] == first {
            if self[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
    }
}

extension MergedRange {
    /// A range as `A1:C3`; `nil` for a single cell or anything else.
    init?(xlsx text: UnsafeBufferPointer<UInt8>) {
        guard let colon = text.firstIndex(of: 0x3A),
            let start = XLSXPlace(text[..<colon]), let end = XLSXPlace(text[(colon + 1)...]),
            start.row <= end.row, start.column <= end.column
        else { return nil }
        self.init(top: start.row, left: start.column, bottom: end.row, right: end.column)
    }
}

/// A cell's place as an XLSX writes it: `AB12`. The row counts from 1, the column from 0.
struct XLSXPlace {
    let column: Int
    let row: Int

    init?(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let column = Self.column(text) else { return nil }
        let digits = text.drop { (0x41...0x5A).contains($0) }
        guard let row = Int(digits: UnsafeBufferPointer(rebasing: digits)), row > 0 else {
            return nil
        }
        self.column = column
        self.row = row
    }

    /// The column that the leading letters name.
    static func column(_ text: some Sequence<UInt8>) -> Int? {
        var column = 0
        for letter in text {
            guard (0x41...0x5A).contains(letter) else { break }
            column = column * 26 + Int(letter) - 0x40
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
