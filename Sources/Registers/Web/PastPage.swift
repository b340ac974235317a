import Access
import Foundation
import HTML
import Kernel
import Web

extension RegisterPages {
    /// The register as it was at the end of a day: one's own, or that of an agency below.
    func past(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let typed = query["on"]
        guard let day = typed.isEmpty ? request.now.day : Day(typed) ?? Day(rocText: typed) else {
            throw WebRefusal.garbled
        }
        let last = min(day, request.now.day)
        let agency = AgencyID(query["agency"]) ?? caller.agency
        let after = UUID(hyphenated: query["after"])
        let (name, slice) = try await desk.door.read(by: caller) { view in
            (
                try Agency.name(of: agency, on: last, view),
                try PastRow<Row>.page(of: agency, at: last, after: after, view)
            )
        }
        return .page(
            PastPage(
                day: last, agencyName: name, other: agency == caller.agency ? nil : agency,
                slice: slice, isFirst: after == nil
            ).page)
    }
}

/// The page of a register as it was.
struct PastPage<Row: RegisterRow>: Sendable {
    let day: Day
    /// What the agency was called then.
    let agencyName: String
    /// The agency whose register it is, where that is not the reader's own.
    let other: AgencyID?
    let slice: PastSlice<Row>
    let isFirst: Bool

    private var register: Register<Row> { Row.register }

    private var place: Path { register.place.appending("as-of").with("agency", other) }

    var page: Page {
        let title = Term(
            "\(day.rocSlashes) 的\(register.title.zh)", en: "\(register.title.en) as on \(day)")
        return Page(title, width: .wide, trail: [Crumb(register.title, register.place)]) {
            PageHeading(
                title, eyebrow: HTML(agencyName),
                lede: HTML(
                    Term("這一天結束時的樣子，從歷程讀出來。", en: "As it was at the end of that day.")))
            form(.get, to: register.place.appending("as-of"), .class("filter")) {
                if let other { hiddenField("agency", other.description) }
                div(.class("filter__item")) {
                    label(.for("on")) { Term("哪一天", en: "Day") }
                    input(.id("on"), .name("on"), .type(.date), .value(day.description))
                }
                submit(Term("看那一天", en: "Show"), .plain)
            }
            if slice.rows.isEmpty && slice.next == nil {
                EmptyState(
                    Term("這一天還沒有資料。換個日期。", en: "There was nothing yet. Try another day."))
            } else {
                DataTable(title, columns: columns, rows: slice.rows)
                Paging(
                    first: isFirst ? nil : place.with("on", day),
                    next: slice.next.map { place.with("on", day).with("after", $0.hyphenated) },
                    summary: Term(
                        "這一頁 \(slice.rows.count) 筆", en: "\(slice.rows.count) on this page"))
            }
        }
    }

    private var columns: [TableColumn<PastRow<Row>>] {
        let register = register
        let listed = register.columns.all.filter(\.traits.isListed)
        let named = listed.first(where: \.isRequired)?.name ?? listed.first?.name
        // The name comes first: it heads its row.
        let ordered = listed.filter { $0.name == named } + listed.filter { $0.name != named }
        return ordered.map { column in
            TableColumn(column.term) { row in
                if column.name == named {
                    a(.href(register.place(row.uuid))) { row.shown(column) }
                } else {
                    row.shown(column)
                }
            }
        }
    }
}
