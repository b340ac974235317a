import Access
import Foundation
import HTML
import Kernel
import Papers
import Registers
import Web

/// Labels for the assets that a list finds, sheet after sheet, and the act that says they are on.
struct LabelPage: Sendable {
    let assets: [Asset]
    let question: LabelQuestion
    let next: PageKey?
    let agencyName: String
    let mayMark: Bool
    let address: @Sendable (Asset) -> String

    private static let title = Term("資產標籤", en: "Asset labels")

    var page: Page {
        Page(
            Self.title, width: .wide, trail: [Crumb(Term("資產清冊", en: "Assets"), "/assets")]
        ) {
            div(.class("screen-only stack")) {
                PageHeading(Self.title, eyebrow: HTML(agencyName), lede: HTML(lede))
                choices
                if mayMark && !unlabelled.isEmpty { marking }
                if let next {
                    Paging(
                        first: nil, next: question.place(after: next),
                        summary: Term(
                            "這一批 \(assets.count) 張", en: "\(assets.count) in this batch"))
                }
            }
            if assets.isEmpty {
                EmptyState(
                    Term(
                        "沒有要印的標籤。在資產清冊選好條件，再按「列印標籤」。",
                        en: "No labels to print. Narrow the list of assets first."),
                    ActionLink(Term("回資產清冊", en: "To the assets"), "/assets"))
            } else {
                for sheet in sheets { drawn(sheet) }
            }
        }
    }

    private var lede: Term {
        Term(
            "\(assets.count) 張實體資產標籤，用瀏覽器列印，邊界選「無」。手機掃方塊碼會開那一筆資產（要登入）。",
            en:
                "\(assets.count) labels for devices. Print without margins. The code opens the asset after signing in."
        )
    }

    private var choices: HTML {
        form(.get, to: LabelQuestion.path, .class("filter")) {
            for pair in question.pairs where pair.name != "grid" && pair.name != "only" {
                hiddenField(pair.name, pair.value)
            }
            div(.class("filter__item")) {
                label(.for("grid")) { Term("紙張", en: "Sheet") }
                select(.id("grid"), .name("grid")) {
                    for grid in LabelGrid.allCases {
                        option(.value(grid.rawValue), .when(grid == question.grid, .selected)) {
                            grid.term
                        }
                    }
                }
            }
            div(.class("filter__item")) {
                label(.for("only")) { Term("哪些", en: "Which") }
                select(.id("only"), .name("only")) {
                    option(.value("")) { Term("全部", en: "All") }
                    option(
                        .value("unlabelled"), .when(question.list.only == "unlabelled", .selected)
                    ) { Term("還沒貼標的", en: "Without a label") }
                }
            }
            submit(Term("換一下", en: "Apply"), .plain)
        }
    }

    private var unlabelled: [Asset] { assets.filter { $0.label.labelledOn == nil } }

    private var marking: HTML {
        form(.post, to: LabelQuestion.path.appending("marks"), .class("act")) {
            for asset in unlabelled { hiddenField("row", asset.head.uuid.hyphenated) }
            submit(
                Term(
                    "貼好了，這 \(unlabelled.count) 筆記為今天貼標",
                    en: "These \(unlabelled.count) are labelled")
            )
        }
    }

    private var sheets: [ArraySlice<Asset>] { assets.slices(of: question.grid.count) }

    private func drawn(_ sheet: ArraySlice<Asset>) -> HTML {
        let grid = question.grid
        return svg(
            .viewBox(0, 0, 210, 297), .class("labels"), .role("img"),
            .aria("label", Term("\(sheet.count) 張標籤", en: "\(sheet.count) labels"))
        ) {
            rect(.width(210), .height(297), .fill("#fff"))
            for (index, asset) in sheet.enumerated() {
                LabelDrawing(
                    asset: asset, agencyName: agencyName, address: address(asset), grid: grid
                ).drawn(
                    x: Double(index % grid.columns) * grid.width,
                    y: Double(index / grid.columns) * grid.height)
            }
        }
    }
}
