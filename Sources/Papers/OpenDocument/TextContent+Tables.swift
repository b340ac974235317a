extension TextContent {
    /// The styles of this paper alone: the widths of its tables, and where pages begin.
    func automaticStyles(_ xml: inout XMLWriter) {
        pageStart("CoverIssuer", as: "Issuer", on: "Cover", to: &xml)
        pageStart("ContentsPage", as: "ContentsTitle", on: "Portrait", to: &xml)
        pageStart("FirstTitle", as: "PlainTitle", on: "Portrait", to: &xml)
        pageStart("LandscapeTitle", as: "AnnexTitle", on: "Landscape", to: &xml)
        pageStart("PortraitTitle", as: "AnnexTitle", on: "Portrait", to: &xml)
        pageStart("SignPage", as: "SignTitle", on: "Portrait", to: &xml)
        if let first = printed.clauses.first {
            pageStart(
                "FirstClause", as: ParagraphStyle.clause(first).name, on: "Portrait", to: &xml)
        }
        cellStyles(&xml)
        for (name, width) in [("WideTable", 244), ("NarrowTable", 157)] {
            xml.element("style:style", ["style:name": name, "style:family": "table"]) {
                $0.element(
                    "style:table-properties",
                    [
                        "style:width": "\(width)mm", "table:align": "left",
                        "table:border-model": "collapsing",
                    ])
            }
        }
        for (name, tenths) in columnWidths.sorted(by: { $0.key < $1.key }) {
            xml.element("style:style", ["style:name": name, "style:family": "table-column"]) {
                $0.element(
                    "style:table-column-properties",
                    ["style:column-width": "\(tenths / 10).\(tenths % 10)mm"])
            }
        }
        xml.element(
            "style:style", ["style:name": "Code", "style:family": "graphic"]
        ) {
            $0.element(
                "style:graphic-properties",
                ["style:vertical-pos": "middle", "style:vertical-rel": "line"])
        }
    }

    /// Cells and rows; programs read these only among a paper's own styles.
    private func cellStyles(_ xml: inout XMLWriter) {
        for (name, fill) in [("Cell", "transparent"), ("HeadCell", "#eeeeee")] {
            xml.element(
                "style:style", ["style:name": name, "style:family": "table-cell"]
            ) { xml in
                xml.element(
                    "style:table-cell-properties",
                    [
                        "fo:border": "0.5pt solid #000000", "fo:padding-top": "1mm",
                        "fo:padding-bottom": "1mm", "fo:padding-left": "0.8mm",
                        "fo:padding-right": "0.8mm",
                        "fo:background-color": fill, "style:vertical-align": "middle",
                    ])
            }
        }
        xml.element("style:style", ["style:name": "PlainCell", "style:family": "table-cell"]) {
            $0.element(
                "style:table-cell-properties",
                ["fo:border": "none", "fo:padding": "1mm", "style:vertical-align": "middle"])
        }
        xml.element("style:style", ["style:name": "Row", "style:family": "table-row"]) {
            $0.element("style:table-row-properties", ["fo:keep-together": "always"])
        }
        xml.element("style:style", ["style:name": "SignRow", "style:family": "table-row"]) {
            $0.element(
                "style:table-row-properties",
                ["fo:keep-together": "always", "style:min-row-height": "24mm"])
        }
    }

    private func pageStart(
        _ name: String, as parent: String, on page: String, to xml: inout XMLWriter
    ) {
        xml.element(
            "style:style",
            [
                "style:name": name, "style:family": "paragraph",
                "style:parent-style-name": parent, "style:master-page-name": page,
            ])
    }

    /// The widths in tenths of a millimetre of all columns of all tables, by style name.
    private var columnWidths: [String: Int] {
        var widths: [String: Int] = ["CodeColumn": 320, "SealColumn": 1_250]
        if let posts = printed.document.signOff?.posts {
            let width = 1_570 / max(1, posts.count)
            widths[Self.name(ofWidth: width)] = width
        }
        func add(_ blocks: [Block], _ page: Annex.Page) {
            for case .table(let table) in blocks {
                for column in table.columns {
                    let width = Self.width(of: column, in: table, on: page)
                    widths[Self.name(ofWidth: width)] = width
                }
            }
        }
        add(printed.document.opening, .portrait)
        for clause in printed.clauses { add(clause.clause.blocks, .portrait) }
        for annex in printed.annexes { add(annex.annex.blocks, annex.annex.page) }
        return widths
    }

    private static func width(
        of column: Table.Column, in table: Table, on page: Annex.Page
    ) -> Int {
        let whole = page == .landscape ? 2_440 : 1_570
        return whole * column.share / table.columns.reduce(0) { $0 + $1.share }
    }

    private static func name(ofWidth tenths: Int) -> String { "Column-\(tenths)" }

    func write(_ table: Table, on page: Annex.Page, to xml: inout XMLWriter) {
        let style = page == .landscape ? "WideTable" : "NarrowTable"
        xml.element("table:table", ["table:style-name": style]) { xml in
            for column in table.columns {
                let width = Self.width(of: column, in: table, on: page)
                xml.element(
                    "table:table-column", ["table:style-name": Self.name(ofWidth: width)])
            }
            xml.element("table:table-header-rows") { xml in
                xml.element("table:table-row", ["table:style-name": "Row"]) { xml in
                    for column in table.columns {
                        cell("HeadCell", "TableHead", column.title, to: &xml)
                    }
                }
            }
            for row in table.rows {
                xml.element("table:table-row", ["table:style-name": "Row"]) { xml in
                    for (column, words) in zip(table.columns, row) {
                        cell("Cell", column.alignment.styleName, words, to: &xml)
                    }
                }
            }
            if table.rows.isEmpty { emptyRow(across: table.columns.count, to: &xml) }
        }
        paragraph("AfterTable", "", to: &xml)
    }

    private func emptyRow(across count: Int, to xml: inout XMLWriter) {
        xml.element("table:table-row", ["table:style-name": "Row"]) { xml in
            xml.element(
                "table:table-cell",
                [
                    "table:style-name": "Cell", "office:value-type": "string",
                    "table:number-columns-spanned": "\(max(1, count))",
                ]
            ) { paragraph("TableCenter", Table.emptyNote, to: &$0) }
            for _ in 1..<max(2, count) where count > 1 {
                xml.element("table:covered-table-cell")
            }
        }
    }

    private func cell(
        _ style: String, _ paragraphStyle: String, _ words: String, to xml: inout XMLWriter
    ) {
        xml.element(
            "table:table-cell", ["table:style-name": style, "office:value-type": "string"]
        ) { xml in
            for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
                paragraph(paragraphStyle, String(line), to: &xml)
            }
        }
    }

    /// The table where those who answer for the paper sign (核定欄).
    func write(_ signOff: SignOff, to xml: inout XMLWriter) {
        let staysOnPage = printed.annexes.isEmpty || document.front == .table
        paragraph(staysOnPage ? "SignTitle" : "SignPage", "核定欄", to: &xml)
        xml.element("table:table", ["table:style-name": "NarrowTable"]) { xml in
            xml.element(
                "table:table-column",
                [
                    "table:style-name": Self.name(ofWidth: 1_570 / max(1, signOff.posts.count)),
                    "table:number-columns-repeated": "\(max(1, signOff.posts.count))",
                ])
            for (rowStyle, cellStyle, words) in [
                ("Row", "HeadCell", signOff.posts.map(\.title)),
                ("SignRow", "Cell", signOff.posts.map(\.name)),
                (
                    "Row", "Cell",
                    signOff.posts.map(\.signedOnWords)
                ),
            ] {
                xml.element("table:table-row", ["table:style-name": rowStyle]) { xml in
                    for word in words {
                        let isHead = cellStyle == "HeadCell"
                        cell(cellStyle, isHead ? "TableHead" : "TableCenter", word, to: &xml)
                    }
                }
            }
        }
        paragraph("AfterTable", "", to: &xml)
    }

    /// The digest block: short code, whole digest, address, square code.
    func write(_ seal: Seal, to xml: inout XMLWriter) {
        guard hasCode else {
            for line in seal.lines { paragraph("Small", line, to: &xml) }
            return
        }
        xml.element("table:table", ["table:style-name": "NarrowTable"]) { xml in
            xml.element("table:table-column", ["table:style-name": "CodeColumn"])
            xml.element("table:table-column", ["table:style-name": "SealColumn"])
            xml.element("table:table-row", ["table:style-name": "Row"]) { xml in
                xml.element("table:table-cell", ["table:style-name": "PlainCell"], picture)
                xml.element("table:table-cell", ["table:style-name": "PlainCell"]) { xml in
                    for line in seal.lines { paragraph("Small", line, to: &xml) }
                }
            }
        }
    }

    private func picture(_ xml: inout XMLWriter) {
        xml.element("text:p", ["text:style-name": "Small"]) { xml in
            xml.element(
                "draw:frame",
                [
                    "draw:style-name": "Code", "draw:name": "查驗碼",
                    "text:anchor-type": "as-char", "svg:width": "28mm", "svg:height": "28mm",
                ]
            ) { xml in
                xml.element(
                    "draw:image",
                    [
                        "xlink:href": OpenDocumentText.codePath, "xlink:type": "simple",
                        "xlink:show": "embed", "xlink:actuate": "onLoad",
                    ])
                xml.element("svg:title") { $0.text("查驗用方塊碼") }
            }
        }
    }
}

extension Table.Alignment {
    fileprivate var styleName: String {
        switch self {
        case .start: "TableStart"
        case .center: "TableCenter"
        case .end: "TableEnd"
        }
    }
}

extension Seal {
    /// The square code that opens the approved version.
    var picture: QRCode? { address.flatMap { QRCode($0) } }

    /// What the digest block says, line by line.
    var lines: [String] {
        let hex = digest.description
        return [
            "查驗碼：\(code)", "內容摘要（SHA-256）：", String(hex.prefix(32)),
            String(hex.suffix(32)), address.map { "核定版本：\($0)" } ?? "草稿，尚未核定；內容相同者摘要相同。",
        ]
    }
}
