import HTML
import Kernel
import Web

/// The round as it is printed and stamped: the eight statutory columns, the result of each row,
/// who checked, and room for stamps; of a signed one, the frozen rows and who signed them.
struct StockTakeSheet: Sendable {
    let stockTake: StockTake
    let agencyName: String
    let tally: StockTakeTally
    let lines: [StockTakeLine]

    var page: Page {
        let title = Term("\(agencyName)\(stockTake.title.zh)表", en: "\(stockTake.title.en)")
        return Page(
            title, width: .wide,
            trail: [Crumb(stockTake.title, .stockTake(stockTake.recordID))]
        ) {
            PageHeading(title, lede: HTML(facts))
            p(.class("hint screen-only")) {
                Term("用瀏覽器列印（Ctrl+P），會排成橫式 A4。", en: "Print it from the browser: A4, landscape.")
            }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                table(.class("table table--paper")) {
                    HTML("caption", [.class("vh")]) { title }
                    thead { tr { for heading in headings { th(.scope(.col)) { heading } } } }
                    tbody { for (index, line) in lines.enumerated() { row(index + 1, line) } }
                }
            }
            if let signature = stockTake.signature {
                p { signed(signature) }
            } else {
                stamps
            }
        }
    }

    private var stamps: HTML {
        dl(.class("stamps")) {
            for post in ["盤點人", "單位主管", "資通安全長"] {
                div {
                    dt { post }
                    dd {}
                }
            }
        }
    }

    private func signed(_ signature: StockTakeSignature) -> Term {
        Term(
            "\(signature.name)在 \(signature.on.rocSlashes) \(signature.means.term.zh)，清冊凍結，摘要 \(signature.register.digest)。",
            en:
                "\(signature.name) signed \(signature.means.term.en) on \(signature.on); digest \(signature.register.digest)."
        )
    }

    private var facts: Term {
        let words = tally.words
        return Term(
            "期間 \(stockTake.opensOn.rocSlashes) 至 \(stockTake.closesOn.rocSlashes)；負責人 \(stockTake.leader)；"
                + "共 \(tally.total) 筆：\(words.zh)。",
            en:
                "\(stockTake.opensOn) to \(stockTake.closesOn), led by \(stockTake.leader): \(words.en)."
        )
    }

    private var headings: [Term] {
        [Term("項次", en: "No.")] + AssetLine.headings
            + [Term("財產編號", en: "Property number"), Term("盤點結果", en: "Result")]
    }

    private func row(_ number: Int, _ line: StockTakeLine) -> HTML {
        tr {
            td(.class("num")) { "\(number)" }
            for word in line.asset.printed { td { word } }
            td { line.asset.propertyNumber ?? "" }
            td { line.result.term }
        }
    }
}
