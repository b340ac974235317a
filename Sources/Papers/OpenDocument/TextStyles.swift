/// The named styles, fonts and pages of a paper's ODT.
///
/// A4; margins top 25, bottom 22, left 28 for binding, right 25 mm. Body 14 points in 標楷體,
/// which every office has; 全字庫正楷體 stands in for it elsewhere.
struct TextStyles {
    private let printed: PrintedDocument

    init(_ printed: PrintedDocument) {
        self.printed = printed
    }

    var xml: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "office:document-styles",
            [
                "xmlns:office": Namespace.office, "xmlns:style": Namespace.style,
                "xmlns:text": Namespace.text, "xmlns:table": Namespace.table,
                "xmlns:fo": Namespace.formatting, "xmlns:svg": Namespace.vector,
                "xmlns:draw": Namespace.draw, "office:version": "1.3",
            ]
        ) { xml in
            Self.fonts(&xml)
            xml.element("office:styles") { xml in
                defaults(&xml)
                for style in ParagraphStyle.fixed + ParagraphStyle.used(by: printed) {
                    style.write(to: &xml)
                }
                runStyles(&xml)
            }
            xml.element("office:automatic-styles", [:], pageLayouts)
            xml.element("office:master-styles", [:], masterPages)
        }
        return xml.bytes
    }

    /// Declared in the styles and in the content alike, as ODF asks.
    static func fonts(_ xml: inout XMLWriter) {
        xml.element("office:font-face-decls") { xml in
            for (name, family, kind) in [
                ("標楷體", "標楷體, DFKai-SB, BiauKai, TW-Kai, 全字庫正楷體", "script"),
                ("Times New Roman", "'Times New Roman', 'Liberation Serif'", "roman"),
            ] {
                xml.element(
                    "style:font-face",
                    [
                        "style:name": name, "svg:font-family": family,
                        "style:font-family-generic": kind, "style:font-pitch": "variable",
                    ])
            }
        }
    }

    private func defaults(_ xml: inout XMLWriter) {
        xml.element("style:default-style", ["style:family": "paragraph"]) { xml in
            xml.element(
                "style:paragraph-properties",
                [
                    "style:text-autospace": "ideograph-alpha",
                    "style:punctuation-wrap": "hanging", "style:line-break": "strict",
                    "fo:orphans": "2", "fo:widows": "2", "style:tab-stop-distance": "5mm",
                ])
            xml.element(
                "style:text-properties",
                [
                    "style:font-name": "Times New Roman", "style:font-name-asian": "標楷體",
                    "style:font-name-complex": "Times New Roman", "fo:font-size": "14pt",
                    "style:font-size-asian": "14pt", "fo:language": "en", "fo:country": "US",
                    "style:language-asian": "zh", "style:country-asian": "TW",
                ])
        }
        xml.element("style:default-style", ["style:family": "table"]) { xml in
            xml.element("style:table-properties", ["table:border-model": "collapsing"])
        }
        xml.element("style:default-style", ["style:family": "table-row"]) { xml in
            xml.element("style:table-row-properties", ["fo:keep-together": "always"])
        }
    }

    private func runStyles(_ xml: inout XMLWriter) {
        xml.element(
            "style:style",
            ["style:name": "ContentsLink", "style:display-name": "目錄連結", "style:family": "text"]
        ) { xml in
            xml.element(
                "style:text-properties",
                ["fo:color": "#000000", "style:text-underline-style": "none"])
        }
        xml.element(
            "style:style",
            ["style:name": "Blank", "style:display-name": "待填", "style:family": "text"]
        ) { xml in
            xml.element("style:text-properties", ["fo:background-color": "#e6e6e6"])
        }
        xml.element(
            "style:style",
            ["style:name": "Filled", "style:display-name": "代入", "style:family": "text"])
    }

    private func pageLayouts(_ xml: inout XMLWriter) {
        for (name, width, height, turned) in [
            ("PortraitLayout", "210mm", "297mm", "portrait"),
            ("LandscapeLayout", "297mm", "210mm", "landscape"),
        ] {
            xml.element("style:page-layout", ["style:name": name]) { xml in
                xml.element(
                    "style:page-layout-properties",
                    [
                        "fo:page-width": width, "fo:page-height": height,
                        "style:print-orientation": turned, "fo:margin-top": "15mm",
                        "fo:margin-bottom": "12mm", "fo:margin-left": "28mm",
                        "fo:margin-right": "25mm",
                    ])
                for (part, side) in [
                    ("style:header-style" as StaticString, "fo:margin-bottom" as StaticString),
                    ("style:footer-style", "fo:margin-top"),
                ] {
                    xml.element(part) { xml in
                        xml.element(
                            "style:header-footer-properties",
                            ["fo:min-height": "10mm", side: "4mm"])
                    }
                }
            }
        }
        xml.element("style:page-layout", ["style:name": "CoverLayout"]) { xml in
            xml.element(
                "style:page-layout-properties",
                [
                    "fo:page-width": "210mm", "fo:page-height": "297mm",
                    "fo:margin-top": "25mm", "fo:margin-bottom": "22mm",
                    "fo:margin-left": "28mm", "fo:margin-right": "25mm",
                ])
        }
    }

    private func masterPages(_ xml: inout XMLWriter) {
        xml.element(
            "style:master-page",
            [
                "style:name": "Cover", "style:display-name": "封面",
                "style:page-layout-name": "CoverLayout", "style:next-style-name": "Portrait",
            ])
        for (name, display, layout) in [
            ("Portrait", "直式", "PortraitLayout"), ("Landscape", "橫式", "LandscapeLayout"),
        ] {
            xml.element(
                "style:master-page",
                [
                    "style:name": name, "style:display-name": display,
                    "style:page-layout-name": layout,
                ]
            ) { xml in
                xml.element("style:header") { xml in
                    xml.element("text:p", ["text:style-name": "Header"]) {
                        $0.text(printed.pageHead)
                    }
                }
                xml.element("style:footer", [:], pageNumber)
            }
        }
    }

    private func pageNumber(_ xml: inout XMLWriter) {
        xml.element("text:p", ["text:style-name": "Footer"]) { xml in
            xml.text("第 ")
            xml.element("text:page-number", ["text:select-page": "current"]) { $0.text("1") }
            xml.text(" 頁，共 ")
            xml.element("text:page-count") { $0.text("1") }
            xml.text(" 頁")
        }
    }
}
