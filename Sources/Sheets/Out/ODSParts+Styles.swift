extension ODSParts {
    /// The named styles of cells, and a page for every sheet.
    var styles: [UInt8] {
        var output = XMLOutput()
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-styles \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            office:version="1.3"><office:font-face-decls><style:font-face style:name="標楷體" \
            svg:font-family="標楷體, DFKai-SB, BiauKai, TW-Kai" \
            style:font-family-generic="script"/><style:font-face style:name="Times New Roman" \
            svg:font-family="'Times New Roman', 'Liberation Serif'" \
            style:font-family-generic="roman"/></office:font-face-decls>\
            <office:styles>
            """)
        Self.formats(into: &output)
        Self.cells(into: &output)
        output.raw("</office:styles><office:automatic-styles>")
        for (index, sheet) in sheets.enumerated() { pageLayout(sheet, index, into: &output) }
        output.raw("</office:automatic-styles><office:master-styles>")
        for (index, sheet) in sheets.enumerated() { page(sheet, index, into: &output) }
        output.raw("</office:master-styles></office:document-styles>")
        return output.bytes
    }

    /// How values are shown: days in the years of the Republic.
    private static func formats(into output: inout XMLOutput) {
        let day: StaticString = """
            <number:year number:style="long" number:calendar="ROC"/><number:text>/</number:text>\
            <number:month number:style="long" number:calendar="ROC"/><number:text>/</number:text>\
            <number:day number:style="long" number:calendar="ROC"/>
            """
        let dateStyle: StaticString = """
            number:language="zh" number:country="TW" number:format-source="fixed">
            """
        output.raw("<number:text-style style:name=\"Ntext\"><number:text-content/>")
        output.raw("</number:text-style><number:date-style style:name=\"Nday\" ")
        output.raw(dateStyle)
        output.raw(day)
        output.raw("</number:date-style><number:date-style style:name=\"Nmoment\" ")
        output.raw(dateStyle)
        output.raw(day)
        output.raw(
            """
            <number:text> </number:text><number:hours number:style="long"/>\
            <number:text>:</number:text><number:minutes number:style="long"/></number:date-style>\
            <number:time-style style:name="Ntime" number:truncate-on-overflow="false">\
            <number:hours/><number:text>:</number:text><number:minutes number:style="long"/>\
            </number:time-style>
            """)
    }

    private static func cells(into output: inout XMLOutput) {
        output.raw(
            """
            <style:default-style style:family="table-cell"><style:text-properties \
            style:font-name="Times New Roman" style:font-name-asian="標楷體" fo:font-size="12pt" \
            style:font-size-asian="12pt" fo:language="en" fo:country="US" \
            style:language-asian="zh" style:country-asian="TW"/></style:default-style>\
            <style:style style:name="plain" style:family="table-cell">\
            <style:table-cell-properties fo:border="0.5pt solid #90a4ae" fo:padding="0.7mm" \
            fo:wrap-option="wrap" style:vertical-align="top"/></style:style>\
            <style:style style:name="head" style:family="table-cell" \
            style:parent-style-name="plain" style:data-style-name="Ntext">\
            <style:table-cell-properties fo:background-color="#eceff1" \
            style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/>\
            <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>\
            </style:style>
            """)
        let kinds: [(StaticString, StaticString)] = [
            ("text", "Ntext"), ("day", "Nday"), ("moment", "Nmoment"), ("time", "Ntime"),
        ]
        for (name, format) in kinds {
            output.raw("<style:style style:name=\"")
            output.raw(name)
            output.raw("\" style:family=\"table-cell\" style:parent-style-name=\"plain\" ")
            output.raw("style:data-style-name=\"")
            output.raw(format)
            output.raw("\"/>")
        }
    }

    /// A page that lies across, drawn so small that all columns have room, or as small as is read.
    private func pageLayout(_ sheet: SheetLayout, _ index: Int, into output: inout XMLOutput) {
        let (width, height) = sheet.paper.size
        output.raw("<style:page-layout style:name=\"layout")
        output.number(index)
        output.raw("\"><style:page-layout-properties fo:page-width=\"")
        output.number(width)
        output.raw("mm\" fo:page-height=\"")
        output.number(height)
        output.raw("mm\" style:print-orientation=\"landscape\" fo:margin=\"")
        output.number(SheetLayout.margin)
        output.raw("mm\" style:scale-to=\"")
        output.number(sheet.scale)
        output.raw(
            """
            %" style:print-page-order="ltr" style:table-centering="horizontal" style:first-page-number="continue" \
            style:print="objects charts drawings zero-values"/>\
            <style:header-style><style:header-footer-properties fo:min-height="8mm" \
            fo:margin-bottom="3mm"/></style:header-style><style:footer-style>\
            <style:header-footer-properties fo:min-height="8mm" fo:margin-top="3mm"/>\
            </style:footer-style></style:page-layout>
            """)
    }

    private func page(_ sheet: SheetLayout, _ index: Int, into output: inout XMLOutput) {
        output.raw("<style:master-page style:name=\"page")
        output.number(index)
        output.raw("\" style:page-layout-name=\"layout")
        output.number(index)
        output.raw("\"><style:header><style:region-center><text:p>")
        output.text(sheet.title)
        output.raw("</text:p></style:region-center></style:header>")
        output.raw("<style:footer><style:region-left><text:p>")
        output.text(sheet.note)
        output.raw(
            """
            </text:p></style:region-left><style:region-right><text:p>第 \
            <text:page-number>1</text:page-number> 頁，共 <text:page-count>1</text:page-count> 頁\
            </text:p></style:region-right></style:footer></style:master-page>
            """)
    }
}
