import Archive

/// A paper as an ODT file (ODF 1.3, CNS 15251): what agencies exchange and may go on writing in.
///
/// Clauses that are headings are real headings, so that the navigator shows them; numbers are
/// words, so that they are the same in every program; styles are named. The same tree gives the
/// same bytes: no date, no program version, no random name enters.
package struct OpenDocumentText: Sendable {
    private let document: Document

    package init(_ document: Document) {
        self.document = document
    }

    /// The file.
    package func file() throws -> [UInt8] {
        let printed = PrintedDocument(document)
        let code = document.seal?.picture
        var zip = ZipWriter()
        try zip.add("mimetype", Array(Self.mediaType.utf8), .stored)
        try zip.add("content.xml", TextContent(printed, hasCode: code != nil).xml)
        try zip.add("styles.xml", TextStyles(printed).xml)
        try zip.add("meta.xml", metadata())
        if let code { try zip.add(Self.codePath, code.png, .stored) }
        try zip.add("META-INF/manifest.xml", manifest(hasCode: code != nil))
        return try zip.finish()
    }

    static let mediaType = "application/vnd.oasis.opendocument.text"
    static let codePath = "Pictures/code.png"

    private func metadata() -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "office:document-meta",
            [
                "xmlns:office": Namespace.office, "xmlns:meta": Namespace.meta,
                "xmlns:dc": Namespace.dublinCore, "office:version": "1.3",
            ]
        ) { xml in
            xml.element("office:meta") { xml in
                xml.element("meta:generator") { $0.text("Chengdun") }
                xml.element("dc:title") { $0.text(document.fullTitle) }
                xml.element("dc:creator") { $0.text(document.issuer) }
                xml.element("dc:language") { $0.text("zh-TW") }
            }
        }
        return xml.bytes
    }

    private func manifest(hasCode: Bool) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "manifest:manifest",
            ["xmlns:manifest": Namespace.manifest, "manifest:version": "1.3"]
        ) { xml in
            var entries = [
                ("/", Self.mediaType), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
                ("meta.xml", "text/xml"),
            ]
            if hasCode { entries.append((Self.codePath, "image/png")) }
            for (path, type) in entries {
                xml.element(
                    "manifest:file-entry",
                    ["manifest:full-path": path, "manifest:media-type": type])
            }
        }
        return xml.bytes
    }
}

/// The namespaces of OpenDocument that our files use.
enum Namespace {
    static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    static let formatting = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    static let vector = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    static let link = "http://www.w3.org/1999/xlink"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
}
