import HTML
import Kernel
import Web

extension RegisterPages {
    /// The register as it was at the end of a day: one's own, or that of an agency below.
    func past(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        var query = try ListQuery(request.query, of: register.columns).past
        let past = try await desk.past(query, by: caller)
        query.day = past.day
        return .page(PastPage(past: past, query: query).page)
    }
}

extension ListQuery {
    /// What of a list's address means something on a past day.
    var past: ListQuery { ListQuery(day: day, order: order, after: after, agency: agency) }
}

extension Register {
    /// Where the list is as it was, as `query` asks of it; or its file.
    func pastPlace(_ query: ListQuery, format: String? = nil) -> Path {
        let start = place.appending("as-of")
        return (format == nil ? start : start.appending("export")).with(query.past.pairs)
            .with("format", format)
    }
}

/// The page of a register as it was.
struct PastPage<Row: RegisterRow>: Sendable {
    let past: PastRegister<Row>
    let query: ListQuery

    private var register: Register<Row> { Row.register }

    var page: Page {
        let day = past.day
        let title = Term(
            "\(day.rocSlashes) 的\(register.title.zh)", en: "\(register.title.en) as on \(day)")
        return Page(title, width: .wide, trail: [Crumb(register.title, register.place)]) {
            PageHeading(
                title, eyebrow: HTML(past.agencyName),
                lede: HTML(
                    Term("這一天結束時的樣子，從歷程讀出來。", en: "As it was at the end of that day.")))
            form(.get, to: register.place.appending("as-of"), .class("filter")) {
                for pair in query.pairs where !["on", "after"].contains(pair.name) {
                    hiddenField(pair.name, pair.value)
                }
                div(.class("filter__item")) {
                    label(.for("on")) { Term("哪一天", en: "Day") }
                    input(.id("on"), .name("on"), .type(.date), .value(day.description))
                }
                submit(Term("看那一天", en: "Show"), .plain)
            }
            if past.slice.rows.isEmpty && query.after == nil {
                EmptyState(
                    Term("這一天還沒有資料。換個日期。", en: "There was nothing yet. Try another day."))
            } else {
                DataTable(title, columns: columns, rows: past.slice.rows)
                Paging(
                    first: query.after == nil ? nil : place(after: nil),
                    next: past.slice.next.map { place(after: $0) },
                    summary: Term(
                        "這一頁 \(past.slice.rows.count) 筆",
                        en: "\(past.slice.rows.count) on this page"))
                p(.class("mt row")) { exportLinks { place(after: nil, format: $0) } }
            }
        }
    }

    private func place(after key: PageKey?, format: String? = nil) -> Path {
        register.pastPlace(query.going(on: key), format: format)
    }

    private var columns: [TableColumn<PastRow<Row>>] {
        let register = register
        let named = register.columns.listed.first?.name
        return register.columns.listed.map { column in
            TableColumn(column.term, sort: query.sort(column) { register.pastPlace($0) }) { row in
                if column.name == named {
                    a(.href(register.place(row.uuid))) { row.shown(column) }
                } else {
                    given(row.shown(column))
                }
            }
        }
    }
}
