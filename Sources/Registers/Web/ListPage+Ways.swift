import HTML
import Kernel
import Web

extension ListPage {
    /// The way of a spreadsheet into the list.
    var importLink: ActionLink {
        ActionLink(
            Term("匯入", en: "Import"), Row.register.place.appending("imports").appending("new"))
    }

    /// What can be done with the list as it is narrowed now.
    var ways: HTML {
        p(.class("mt row")) {
            exportLinks(exportPlace)
            span(.aria("hidden", "true")) { "·" }
            a(.href(Row.register.place.appending("bin"))) { Term("回收區", en: "Bin") }
        }
    }

    /// The rows that the list shows, all of its pages, as a file.
    private func exportPlace(_ format: String) -> Path {
        let place = Row.register.place.appending("export")
        return place.with(query.going(on: nil).pairs).with("format", format)
    }
}

/// What a list shows as a file of each format, at the place that `place` says.
@HTMLBuilder
func exportLinks(_ place: (_ format: String) -> Path) -> HTML {
    span { Term("匯出這份清單：", en: "Export this list:") }
    for format in ["ods", "xlsx", "csv"] {
        a(.href(place(format)), .rel("nofollow")) { format.uppercased() }
    }
}
