/// The body of a paper's ODT: cover, contents, clauses, annexes, sign-off, digest block.
struct TextContent {
    let printed: PrintedDocument
    let hasCode: Bool

    init(_ printed: PrintedDocument, hasCode: Bool) {
        self.printed = printed
        self.hasCode = hasCode
    }

    var document: Document { printed.document }

    var xml: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "office:document-content",
            [
                "xmlns:office": Namespace.office, "xmlns:style": Namespace.style,
                "xmlns:text": Namespace.text, "xmlns:table": Namespace.table,
                "xmlns:fo": Namespace.formatting, "xmlns:svg": Namespace.vector,
                "xmlns:draw": Namespace.draw, "xmlns:xlink": Namespace.link,
                "office:version": "1.3",
            ]
        ) { xml in
            TextStyles.fonts(&xml)
            xml.element("office:automatic-styles", [:], automaticStyles)
            xml.element("office:body") { xml in
                xml.element("office:text", [:], body)
            }
        }
        return xml.bytes
    }

    private func body(_ xml: inout XMLWriter) {
        front(&xml)
        for block in document.opening { write(block, indent: 0, on: .portrait, to: &xml) }
        for (place, clause) in printed.clauses.enumerated() {
            write(clause, at: place, to: &xml)
        }
        for (place, annex) in printed.annexes.enumerated() {
            write(annex, at: place, to: &xml)
        }
        if let signOff = document.signOff { write(signOff, to: &xml) }
        if let seal = document.seal { write(seal, to: &xml) }
    }

    // MARK: Front

    private func front(_ xml: inout XMLWriter) {
        switch document.front {
        case .cover:
            paragraph("CoverIssuer", document.issuer, to: &xml)
            paragraph("Title", document.title, to: &xml)
            let draft = document.standing == .draft ? "（草稿）" : nil
            for note in [draft, document.edition, document.issued].compactMap({ $0 }) {
                paragraph("CoverNote", note, to: &xml)
            }
            contents(&xml)
        case .heading:
            paragraph("FirstTitle", document.fullTitle, to: &xml)
        case .table: break
        }
    }

    /// A contents page whose page numbers the reader's program works out.
    private func contents(_ xml: inout XMLWriter) {
        xml.element("text:table-of-content", ["text:name": "目錄", "text:protected": "false"]) {
            xml in
            xml.element("text:table-of-content-source", ["text:outline-level": "1"])
            xml.element("text:index-body") { xml in
                xml.element("text:index-title", ["text:name": "目錄標題"]) { xml in
                    paragraph("ContentsPage", "目　錄", to: &xml)
                }
                for (place, clause) in printed.clauses.enumerated() where clause.depth == 0 {
                    entry(clause.label + printed.words(clause.clause.text), "c\(place)", to: &xml)
                }
                for (place, annex) in printed.annexes.enumerated() {
                    entry(annex.heading, "a\(place)", to: &xml)
                }
            }
        }
    }

    private func entry(_ title: String, _ mark: String, to xml: inout XMLWriter) {
        xml.element("text:p", ["text:style-name": "ContentsEntry"]) { xml in
            xml.element(
                "text:a",
                [
                    "xlink:type": "simple", "xlink:href": "#\(mark)",
                    "text:style-name": "ContentsLink",
                    "text:visited-style-name": "ContentsLink",
                ]
            ) { $0.words(title) }
            xml.element("text:tab")
            xml.element(
                "text:bookmark-ref",
                ["text:reference-format": "page", "text:ref-name": mark]
            ) { $0.text("") }
        }
    }

    // MARK: Clauses

    private func write(_ clause: PrintedClause, at place: Int, to xml: inout XMLWriter) {
        let own = ParagraphStyle.clause(clause).name
        let style = place == 0 && document.front == .cover ? "FirstClause" : own
        let line = { (xml: inout XMLWriter) in
            if clause.depth == 0 { xml.element("text:bookmark", ["text:name": "c\(place)"]) }
            xml.text(clause.label)
            if clause.clause.level > .section { xml.element("text:tab") }
            write(clause.clause.text, to: &xml)
            if let mark = clause.originMark { xml.text(mark) }
        }
        if clause.isHeading {
            xml.element(
                "text:h",
                ["text:style-name": style, "text:outline-level": "\(clause.depth + 1)"], line)
        } else {
            xml.element("text:p", ["text:style-name": style], line)
        }
        for block in clause.clause.blocks {
            write(block, indent: clause.bodyIndent, on: .portrait, to: &xml)
        }
    }

    private func write(_ text: [Inline], to xml: inout XMLWriter) {
        for run in printed.runs(text) {
            switch run.kind {
            case .plain: xml.words(run.text)
            case .filled:
                xml.element("text:span", ["text:style-name": "Filled"]) { $0.words(run.text) }
            case .blank:
                xml.element("text:span", ["text:style-name": "Blank"]) { $0.words(run.text) }
            }
        }
    }

    private func write(
        _ block: Block, indent: Int, on page: Annex.Page, to xml: inout XMLWriter
    ) {
        switch block {
        case .paragraph(let text):
            xml.element("text:p", ["text:style-name": "Body-\(indent)"]) { write(text, to: &$0) }
        case .list(let points):
            for point in points {
                xml.element("text:p", ["text:style-name": "Point-\(indent)"]) { xml in
                    xml.text("•")
                    xml.element("text:tab")
                    write(point, to: &xml)
                }
            }
        case .table(let table):
            write(table, on: page, to: &xml)
        }
    }

    // MARK: Annexes

    private func write(_ annex: PrintedAnnex, at place: Int, to xml: inout XMLWriter) {
        let style = annex.annex.page == .landscape ? "LandscapeTitle" : "PortraitTitle"
        xml.element("text:h", ["text:style-name": style, "text:outline-level": "1"]) { xml in
            xml.element("text:bookmark", ["text:name": "a\(place)"])
            xml.words(annex.heading)
        }
        for block in annex.annex.blocks {
            write(block, indent: 0, on: annex.annex.page, to: &xml)
        }
    }

    func paragraph(_ style: String, _ words: String, to xml: inout XMLWriter) {
        xml.element("text:p", ["text:style-name": style]) { $0.words(words) }
    }
}

extension XMLWriter {
    /// Running words: ODF folds white space together, so that runs of it, tabs and line feeds
    /// become elements (ODF 1.3 part 3 §6.1).
    mutating func words(_ words: String) {
        var start = words.startIndex
        var afterSpace = true
        for place in words.utf8.indices {
            let byte = words.utf8[place]
            let needsElement = byte == 0x09 || byte == 0x0A || (byte == 0x20 && afterSpace)
            afterSpace = byte == 0x20 || byte == 0x0A
            guard needsElement else { continue }
            text(words[start..<place])
            start = words.utf8.index(after: place)
            switch byte {
            case 0x09: element("text:tab")
            case 0x0A: element("text:line-break")
            default: element("text:s")
            }
        }
        text(words[start...])
    }
}
