import Archive

/// Reads the sheets of an ODS (ODF 1.3, CNS 15251).
struct ODSReader {
    let zip: ZipReader
    let limits: SheetLimits

    func read(_ tell: @escaping (SheetEvent) throws -> Void) throws {
        if zip.contains("META-INF/manifest.xml") {
            try XMLReader.read("META-INF/manifest.xml", of: zip, to: ODSManifest())
        }
        guard zip.contains("content.xml") else { throw SheetRefusal.unknownFormat }
        let content = ODSContent(limits: limits, tell)
        try XMLReader.read("content.xml", of: zip, to: content)
        guard content.sheets > 0 else { throw SheetRefusal.unknownFormat }
    }
}

/// The list of an ODS's parts, which tells whether they are encrypted.
final class ODSManifest: XMLListener {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if name == "encryption-data" { throw SheetRefusal.encrypted }
    }

    func end(_ name: XMLName) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}
