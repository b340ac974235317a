/// A named paragraph style of a paper's ODT.
struct ParagraphStyle: Hashable {
    let name: String
    /// The name that people see in the style list.
    let title: String
    var size = 14
    var isBold = false
    var alignment = "start"
    /// In tenths of a character of `size`.
    var indent = 0
    var hang = 0
    /// The fixed height of its lines in points; otherwise they are as high as their letters ask.
    var lineHeight: Int?
    /// In tenths of a millimetre.
    var above = 0
    var below = 0
    var keepsWithNext = false
    /// The page that begins with it.
    var page: String?
    var outline: Int?
    var breaksBefore = false
    /// A tab at the right margin with a leader of dots, in millimetres.
    var leaderTab: Int?

    func write(to xml: inout XMLWriter) {
        xml.element(
            "style:style",
            [
                "style:name": name, "style:display-name": title, "style:family": "paragraph",
                "style:master-page-name": page ?? "",
                "style:default-outline-level": outline.map { "\($0)" } ?? "",
                // Numbers are words here; the list of an outline would take over the indents.
                "style:list-style-name": "",
            ]
        ) { xml in
            xml.element(
                "style:paragraph-properties",
                [
                    "fo:margin-left": points(indent + hang), "fo:text-indent": points(-hang),
                    "fo:margin-right": "0mm", "fo:margin-top": millimetres(above),
                    "fo:margin-bottom": millimetres(below), "fo:text-align": alignment,
                    "fo:keep-with-next": keepsWithNext ? "always" : "auto",
                    "fo:break-before": breaksBefore ? "page" : "auto",
                    "fo:line-height": lineHeight.map { "\($0)pt" } ?? "130%",
                    "style:auto-text-indent": "false",
                ], tabs)
            xml.element(
                "style:text-properties",
                [
                    "fo:font-size": "\(size)pt", "style:font-size-asian": "\(size)pt",
                    "fo:font-weight": isBold ? "bold" : "normal",
                    "style:font-weight-asian": isBold ? "bold" : "normal",
                ])
        }
    }

    private func tabs(_ xml: inout XMLWriter) {
        xml.element("style:tab-stops") { xml in
            if let leaderTab {
                xml.element(
                    "style:tab-stop",
                    [
                        "style:position": "\(leaderTab)mm", "style:type": "right",
                        "style:leader-style": "dotted", "style:leader-text": ".",
                    ])
            } else if hang > 0 {
                // Counted from the margin of the paragraph: the place where its words begin.
                xml.element("style:tab-stop", ["style:position": "0mm"])
            }
        }
    }

    private func points(_ tenths: Int) -> String {
        let hundredths = tenths * size * 10
        let sign = hundredths < 0 ? "-" : ""
        let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)pt"
    }

    private func millimetres(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)mm" }
}

extension ParagraphStyle {
    /// The styles that every paper has.
    static let fixed: [ParagraphStyle] = [
        .init(name: "Issuer", title: "封面機關", size: 24, alignment: "center", above: 600),
        .init(
            name: "Title", title: "文件標題", size: 32, isBold: true, alignment: "center", above: 80,
            below: 1000),
        .init(name: "CoverNote", title: "封面說明", size: 18, alignment: "center", above: 20),
        .init(
            name: "PlainTitle", title: "首頁標題", size: 20, isBold: true, alignment: "center",
            above: 20, below: 60),
        .init(
            name: "ContentsTitle", title: "目錄標題", size: 18, isBold: true, alignment: "center",
            below: 60),
        .init(name: "ContentsEntry", title: "目錄列", hang: 20, above: 10, leaderTab: 147),
        .init(
            name: "AnnexTitle", title: "附件標題", size: 16, isBold: true, alignment: "center",
            below: 30, keepsWithNext: true, outline: 1),
        .init(
            name: "TableHead", title: "表頭", size: 12, isBold: true, alignment: "center",
            lineHeight: 15),
        .init(name: "TableStart", title: "表內文", size: 12, lineHeight: 15),
        .init(name: "TableCenter", title: "表內文置中", size: 12, alignment: "center", lineHeight: 15),
        .init(name: "TableEnd", title: "表內數字", size: 12, alignment: "end", lineHeight: 15),
        .init(name: "AfterTable", title: "表後", size: 6),
        .init(
            name: "SignTitle", title: "核定欄標題", size: 14, isBold: true, alignment: "center",
            above: 80, below: 20, keepsWithNext: true),
        .init(name: "Small", title: "小字", size: 11),
        .init(name: "Header", title: "頁首", size: 10, alignment: "end"),
        .init(name: "Footer", title: "頁尾", size: 11, alignment: "center"),
    ]

    /// The styles of the clauses and paragraphs of this paper, one for each kind and indent.
    static func used(by printed: PrintedDocument) -> [ParagraphStyle] {
        var styles: Set<ParagraphStyle> = [.body(indent: 0), .point(indent: 0)]
        for clause in printed.clauses {
            styles.insert(.clause(clause))
            styles.insert(.body(indent: clause.bodyIndent))
            styles.insert(.point(indent: clause.bodyIndent))
        }
        return styles.sorted { $0.name < $1.name }
    }

    static func clause(_ clause: PrintedClause) -> ParagraphStyle {
        let level = clause.clause.level
        let isHeading = clause.isHeading
        let isChapter = level == .chapter
        return ParagraphStyle(
            name: "\(level.name)\(isHeading ? "Heading" : "")-\(clause.indent)-\(clause.hang)",
            title: "\(level.sample)\(isHeading ? "標題" : "條文") \(clause.indent).\(clause.hang)",
            size: isChapter ? 16 : 14, isBold: isHeading && level <= .section,
            indent: clause.indent, hang: clause.hang,
            above: isChapter ? 50 : isHeading ? 20 : 0, below: isChapter ? 15 : 0,
            keepsWithNext: isHeading, outline: isHeading ? clause.depth + 1 : nil)
    }

    static func body(indent: Int) -> ParagraphStyle {
        ParagraphStyle(name: "Body-\(indent)", title: "內文 \(indent)", indent: indent)
    }

    static func point(indent: Int) -> ParagraphStyle {
        ParagraphStyle(name: "Point-\(indent)", title: "項目 \(indent)", indent: indent, hang: 10)
    }
}

extension ClauseLevel {
    fileprivate var sample: String { label(1) }
}
