import HTML
import Kernel

/// How many of how many: a bar and the figures.
package struct ProgressBar: Component {
    let done: Int
    let total: Int
    let unit: Term

    package init(_ done: Int, of total: Int, unit: Term) {
        self.done = max(0, min(done, total))
        self.total = max(total, 0)
        self.unit = unit
    }

    package var body: HTML {
        div(.class("meter")) {
            svg(
                .viewBox(0, 0, 176, 8), .preserveAspectRatio("none"), .role("img"),
                .aria(
                    "label",
                    Term(
                        "已完成 \(done) \(unit.zh)，共 \(total) \(unit.zh)",
                        en: "\(done) of \(total) \(unit.en) done"))
            ) {
                rect(.class("bar-bg"), .width(176), .height(8), .rx(4))
                if done > 0 { rect(.class("bar-fg"), .width(length), .height(8), .rx(4)) }
            }
            span(.class("num")) {
                b { done }
                "／\(total) "
                unit
            }
        }
    }

    private var length: Double { 176 * Double(done) / Double(max(total, 1)) }
}
