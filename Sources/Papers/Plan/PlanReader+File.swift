extension PlanReader {
    /// Reads a file: an ODT, or text in UTF-8 or UTF-16 with a byte-order mark.
    package func read(_ file: [UInt8]) throws(PlanRefusal) -> PlanReading {
        if file.starts(with: Self.archiveStart) {
            guard file.count <= Self.archiveLimit else { throw .tooLarge(limit: Self.archiveLimit) }
            guard let items = OpenDocumentReader.items(of: file) else { throw .unreadableDocument }
            return try read(items)
        }
        guard file.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
        guard let text = Self.text(file) else { throw .notText }
        return try read(text: text)
    }

    /// An ODT may hold pictures.
    private static let archiveLimit = 32_000_000
    private static let archiveStart: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    private static func text(_ file: [UInt8]) -> String? {
        switch (file.first, file.dropFirst().first) {
        case (0xFF, 0xFE): utf16(file.dropFirst(2)) { $0 | $1 << 8 }
        case (0xFE, 0xFF): utf16(file.dropFirst(2)) { $0 << 8 | $1 }
        case (0xEF, 0xBB): String(validating: file.dropFirst(3), as: UTF8.self)
        default: String(validating: file, as: UTF8.self)
        }
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, unit: (UInt16, UInt16) -> UInt16
    ) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
            unit(UInt16(bytes[place]), UInt16(bytes[place + 1]))
        }
        return String(validating: units, as: UTF16.self)
    }
}
