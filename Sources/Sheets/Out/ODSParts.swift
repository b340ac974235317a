/// The parts of an ODS that do not hold rows, and what stands before the rows.
struct ODSParts {
    let sheets: [SheetLayout]

    var manifest: [UInt8] {
        let parts = ["content.xml", "styles.xml", "settings.xml", "meta.xml"].map {
            #"<manifest:file-entry manifest:full-path="\#($0)" manifest:media-type="text/xml"/>"#
        }
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest \
            xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
            manifest:version="1.3"><manifest:file-entry manifest:full-path="/" \
            manifest:version="1.3" \
            manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
            \(parts.joined())</manifest:manifest>
            """.utf8)
    }

    var meta: [UInt8] {
        var output = XMLOutput()
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-meta \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>
            """)
        output.text(sheets.first?.title ?? "")
        output.raw(
            "</dc:title><dc:language>zh-TW</dc:language></office:meta></office:document-meta>")
        return output.bytes
    }

    /// The frozen header row of every sheet. ODF leaves such things to the program; these are the
    /// words of LibreOffice.
    var settings: [UInt8] {
        var output = XMLOutput()
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-settings \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
            xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3">\
            <office:settings><config:config-item-set config:name="ooo:view-settings">\
            <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
            <config:config-item config:name="ViewId" config:type="string">view1\
            </config:config-item><config:config-item-map-named config:name="Tables">
            """)
        for name in sheets.tabNames {
            output.raw("<config:config-item-map-entry config:name=\"")
            output.text(name)
            output.raw("\">")
            Self.item("HorizontalSplitMode", "short", 0, into: &output)
            Self.item("VerticalSplitMode", "short", 2, into: &output)
            Self.item("VerticalSplitPosition", "int", 1, into: &output)
            Self.item("ActiveSplitRange", "short", 2, into: &output)
            Self.item("PositionBottom", "int", 1, into: &output)
            output.raw("</config:config-item-map-entry>")
        }
        output.raw(
            """
            </config:config-item-map-named></config:config-item-map-entry>\
            </config:config-item-map-indexed></config:config-item-set></office:settings>\
            </office:document-settings>
            """)
        return output.bytes
    }

    private static func item(
        _ name: StaticString, _ type: StaticString, _ value: Int, into output: inout XMLOutput
    ) {
        output.raw("<config:config-item config:name=\"")
        output.raw(name)
        output.raw("\" config:type=\"")
        output.raw(type)
        output.raw("\">")
        output.number(value)
        output.raw("</config:config-item>")
    }

    /// What stands in the content before the first sheet: the styles of columns and cells.
    func openContent(into output: inout XMLOutput) {
        output.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            office:version="1.3"><office:automatic-styles>\
            <style:style style:name="ro" style:family="table-row"><style:table-row-properties \
            style:use-optimal-row-height="true"/></style:style>
            """)
        for (index, sheet) in sheets.enumerated() {
            output.raw("<style:style style:name=\"ta")
            output.number(index)
            output.raw("\" style:family=\"table\" style:master-page-name=\"page")
            output.number(index)
            output.raw("\"><style:table-properties table:display=\"true\"/></style:style>")
            for (place, column) in sheet.columns.enumerated() {
                output.raw("<style:style style:name=\"co")
                output.number(index)
                output.raw("-")
                output.number(place)
                output.raw(
                    """
                    " style:family="table-column"><style:table-column-properties \
                    style:column-width="
                    """)
                output.number(column.millimetres)
                output.raw("mm\"/></style:style>")
            }
        }
        output.raw(
            """
            </office:automatic-styles><office:body><office:spreadsheet>
            """)
    }
}
