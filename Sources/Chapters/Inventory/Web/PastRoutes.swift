import Access
import Foundation
import HTML
import Kernel
import Web

/// The register as it was at the end of a day.
struct PastRoutes: Sendable {
    let door: Door

    var routes: [Route] {
        [Route(.get, "/assets/as-of", .needs(.seeAssets), show)]
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let day = min(try query.day("on") ?? request.now.day, request.now.day)
        let after = UUID(hyphenated: query["after"])
        let past = try await door.read(by: caller) { view in
            try PastAsset.page(of: caller.agency, at: day, after: after, view)
        }
        return .page(PastPageView(day: day, past: past, isFirst: after == nil, caller: caller).page)
    }
}

/// The page of the register as it was.
struct PastPageView: Sendable {
    let day: Day
    let past: PastPage
    let isFirst: Bool
    let caller: Caller

    private static let place: Path = "/assets/as-of"

    var page: Page {
        let title = Term("\(day.rocSlashes) 的資產清冊", en: "Assets as on \(day)")
        return Page(title, width: .wide, trail: [Crumb(Term("資產清冊", en: "Assets"), "/assets")]) {
            PageHeading(
                title, eyebrow: HTML(caller.agencyName),
                lede: HTML(
                    Term("這一天結束時清冊的樣子，從歷程讀出來。", en: "The register at the end of that day.")))
            form(.get, to: Self.place, .class("filter")) {
                div(.class("filter__item")) {
                    label(.for("on")) { Term("哪一天", en: "Day") }
                    input(.id("on"), .name("on"), .type(.date), .value(day.description))
                }
                submit(Term("看那一天", en: "Show"), .plain)
            }
            if past.assets.isEmpty && past.next == nil {
                EmptyState(
                    Term("這一天清冊裡還沒有資產。換個日期。", en: "The register was empty. Try another day."))
            } else {
                DataTable(title, columns: columns, rows: past.assets)
                Paging(
                    first: isFirst ? nil : Self.place.with("on", day),
                    next: past.next.map {
                        Self.place.with("on", day).with("after", $0.hyphenated)
                    },
                    summary: Term(
                        "這一頁 \(past.assets.count) 筆", en: "\(past.assets.count) on this page"))
            }
        }
    }

    private var columns: [TableColumn<PastAsset>] {
        Asset.register.columns.all.prefix(8).map { column in
            TableColumn(column.term) { asset in
                if column.name == "name" {
                    a(.href(.asset(asset.uuid))) { asset.shown(column) }
                } else {
                    asset.shown(column)
                }
            }
        }
    }
}
