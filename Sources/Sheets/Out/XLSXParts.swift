/// The parts of an XLSX that do not hold rows.
struct XLSXParts {
    let sheets: [SheetLayout]

    var contentTypes: [UInt8] {
        let base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let parts = sheets.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(base).worksheet+xml"/>"#
        }
        return document(
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(base).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(base).styles+xml"/>\
            \(parts.joined())</Types>
            """)
    }

    var rootRelationships: [UInt8] {
        relationships([("officeDocument", "xl/workbook.xml")])
    }

    var workbookRelationships: [UInt8] {
        relationships(
            sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                + [("styles", "styles.xml")])
    }

    var workbook: [UInt8] {
        var output = XMLOutput()
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
            """)
        let names = sheets.tabNames
        for (index, name) in names.enumerated() {
            output.raw("<sheet name=\"")
            output.text(name)
            output.raw("\" sheetId=\"")
            output.number(index + 1)
            output.raw("\" r:id=\"r")
            output.number(index + 1)
            output.raw("\"/>")
        }
        output.raw("</sheets><definedNames>")
        for (index, name) in names.enumerated() {
            output.raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
            output.number(index)
            output.raw("\">")
            if sheets[index].repeatsColumns {
                output.raw("'")
                output.text(name)
                output.raw("'!$A:$B,")
            }
            output.raw("'")
            output.text(name)
            output.raw("'!$1:$1</definedName>")
        }
        output.raw("</definedNames></workbook>")
        return output.bytes
    }

    /// Fonts, borders and number formats; days are shown in the years of the Republic.
    var styles: [UInt8] {
        let cell = #"<alignment vertical="top" wrapText="1"/></xf>"#
        let plain = #"fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1""#
        return document(
            """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="3"><numFmt numFmtId="164" formatCode="[$-404]e/mm/dd;@"/>\
            <numFmt numFmtId="165" formatCode="[$-404]e/mm/dd hh:mm;@"/>\
            <numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>\
            <fonts count="2"><font><sz val="12"/><name val="標楷體"/></font>\
            <font><b/><sz val="12"/><name val="標楷體"/></font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill><fill><patternFill \
            patternType="solid"><fgColor rgb="FFECEFF1"/></patternFill></fill></fills>\
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border>\(Self.edges)<diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
            </cellStyleXfs><cellXfs count="8"><xf numFmtId="0" \(plain)>\(cell)\
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyAlignment="1" \
            applyFont="1" applyFill="1"><alignment horizontal="center" vertical="center" \
            wrapText="1"/></xf>\
            <xf numFmtId="49" \(plain)>\(cell)\
            <xf numFmtId="49" quotePrefix="1" \(plain)>\(cell)\
            <xf numFmtId="0" \(plain)>\(cell)\
            <xf numFmtId="164" applyNumberFormat="1" \(plain)>\(cell)\
            <xf numFmtId="165" applyNumberFormat="1" \(plain)>\(cell)\
            <xf numFmtId="166" applyNumberFormat="1" \(plain)>\(cell)\
            </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>
            """)
    }

    private static let edges = ["left", "right", "top", "bottom"].map {
        #"<\#($0) style="thin"><color rgb="FF90A4AE"/></\#($0)>"#
    }.joined()

    /// What stands before a sheet's rows: the frozen header and the widths.
    static func open(_ sheet: SheetLayout, into output: inout XMLOutput) {
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
            activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetFormatPr defaultRowHeight="16.5"/>
            """)
        if !sheet.columns.isEmpty { output.raw("<cols>") }
        for (index, column) in sheet.columns.enumerated() {
            output.raw("<col min=\"")
            output.number(index + 1)
            output.raw("\" max=\"")
            output.number(index + 1)
            output.raw("\" width=\"")
            output.number(column.width)
            output.raw("\" customWidth=\"1\"/>")
        }
        if !sheet.columns.isEmpty { output.raw("</cols>") }
        output.raw("<sheetData>")
    }

    /// What stands behind a sheet's rows: the page.
    static func close(_ sheet: SheetLayout, into output: inout XMLOutput) {
        output.raw(
            """
            </sheetData><pageMargins left="0.7" right="0.7" top="0.9" bottom="0.9" header="0.4" \
            footer="0.4"/><pageSetup paperSize="
            """)
        output.number(sheet.paper.numberInXLSX)
        output.raw(
            """
            " pageOrder="overThenDown" orientation="landscape" fitToWidth="
            """)
        output.number(sheet.pagesAcross)
        output.raw(
            """
            " fitToHeight="0"/><headerFooter><oddHeader>&amp;C
            """)
        output.text(sheet.title.replacing("&", with: "&&"))
        output.raw("</oddHeader><oddFooter>&amp;L")
        output.text(sheet.note.replacing("&", with: "&&"))
        output.raw("&amp;R第 &amp;P 頁，共 &amp;N 頁</oddFooter></headerFooter></worksheet>")
    }

    private func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let links = targets.enumerated().map { index, link in
            #"<Relationship Id="r\#(index + 1)" Type="\#(base)/\#(link.type)" Target="\#(link.target)"/>"#
        }
        return document(
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(links.joined())</Relationships>
            """)
    }

    /// Our own markup, in which no text from outside stands.
    private func document(_ markup: String) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(markup)".utf8)
    }
}
