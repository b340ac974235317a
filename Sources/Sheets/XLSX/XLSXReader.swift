import Archive

/// Reads the sheets of an XLSX (ISO/IEC 29500): where its parts stand, then each sheet in turn.
struct XLSXReader {
    let zip: ZipReader
    let limits: SheetLimits

    func read(_ tell: @escaping (SheetEvent) throws -> Void) throws {
        let root = try relationships("_rels/.rels", from: "")
        guard let main = root.first(where: { $0.type.hasSuffix("/officeDocument") })?.target,
            zip.contains(main), !main.hasSuffix(".bin")
        else { throw SheetRefusal.unknownFormat }
        let workbook = XLSXWorkbook()
        try XMLReader.read(main, of: zip, to: workbook)
        guard !workbook.sheets.isEmpty else { throw SheetRefusal.unknownFormat }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last ?? ""
        let place = folder.isEmpty ? "" : "\(folder)/"
        let parts = try relationships("\(place)_rels/\(file).rels", from: folder)
        let shared = XLSXSharedTexts(limits: limits)
        if let part = part("/sharedStrings", of: parts) {
            try XMLReader.read(part, of: zip, to: shared)
        }
        let styles = XLSXStyles()
        if let part = part("/styles", of: parts) { try XMLReader.read(part, of: zip, to: styles) }
        let book = XLSXBook(
            shared: shared, styles: styles.kinds, calendar: workbook.calendar, limits: limits)
        try readSheets(of: workbook, parts, book, tell)
    }

    private func readSheets(
        of workbook: XLSXWorkbook, _ parts: [XLSXRelationship], _ book: XLSXBook,
        _ tell: @escaping (SheetEvent) throws -> Void
    ) throws {
        let rows = XLSXRows(book, tell)
        for (index, sheet) in workbook.sheets.enumerated() {
            let part = parts.first {
                $0.id == sheet.relationship && $0.type.hasSuffix("/worksheet")
            }
            guard let part, zip.contains(part.target) else { continue }
            try tell(.sheet(SheetHead(index: index, name: sheet.name, isHidden: sheet.isHidden)))
            let merges = try XLSXMerges.read(part.target, of: zip, limits: limits)
            rows.startSheet(merges: merges)
            try XMLReader.read(part.target, of: zip, to: rows)
        }
    }

    private func part(_ type: String, of parts: [XLSXRelationship]) -> String? {
        parts.first { $0.type.hasSuffix(type) && zip.contains($0.target) }?.target
    }

    private func relationships(_ part: String, from folder: String) throws -> [XLSXRelationship] {
        guard zip.contains(part) else { return [] }
        let found = XLSXRelationships(folder: folder)
        try XMLReader.read(part, of: zip, to: found)
        return found.relationships
    }
}

/// What all sheets of one XLSX share.
struct XLSXBook {
    let shared: XLSXSharedTexts
    let styles: [NumberFormat]
    let calendar: SerialCalendar
    let limits: SheetLimits
}
