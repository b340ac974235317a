import HTML
import Kernel

/// The way through a long list: on by key, back to the start. The address is the state.
package struct Paging: Component {
    let first: Path?
    let next: Path?
    let summary: Term

    /// - Parameters:
    ///   - first: where the list begins; `nil` on its first page.
    ///   - next: where it goes on; `nil` at its end.
    ///   - summary: how much there is, as in 「第 1–50 筆，共 126 筆」.
    package init(first: Path?, next: Path?, summary: Term) {
        self.first = first
        self.next = next
        self.summary = summary
    }

    package var body: HTML {
        nav(.class("paging"), .aria("label", Term("分頁", en: "Pages"))) {
            p(.class("num")) { summary }
            if let first {
                a(.class("btn btn--plain btn--s"), .href(first), .rel("first")) {
                    Term("回到開頭", en: "Back to the start")
                }
            }
            if let next {
                a(.class("btn btn--plain btn--s"), .href(next), .rel("next")) {
                    Term("下一頁", en: "Next page")
                }
            }
        }
    }
}
