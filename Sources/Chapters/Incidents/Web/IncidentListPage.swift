import Access
import HTML
import Kernel
import Registers
import Statute
import Web

/// The incidents that somebody may look at, in earnest or drills, never both.
struct IncidentListPage: Sendable {
    let rows: [ListedIncident]
    let hasMore: Bool
    let count: CappedCount
    let query: IncidentQuery
    /// By level, what was confirmed in the year shown; none for drills.
    let confirmed: [IncidentLevel: Int]
    /// What runs now in incidents within reach; shown above a list that nothing narrows.
    let running: [RunningClock]
    let caller: Caller
    let law: Law
    let now: Instant

    var page: Page {
        Page(title, width: .wide) {
            PageHeading(
                heading, eyebrow: HTML(shownAgency),
                actions: [
                    ActionLink(
                        Term("通報資安事件", en: "Report an incident"), "/incidents/new", .alarm
                    ).body
                ])
            Tabs(
                Term("事件或演練", en: "Incidents or drills"),
                .init(Term("資安事件", en: "Incidents"), .incidents, isCurrent: !query.isDrill),
                .init(
                    Term("演練", en: "Drills"), Path.incidents.appending("drills"),
                    isCurrent: query.isDrill),
                .init(Term("聯絡卡", en: "Contact card"), Path.incidents.appending("contacts")))
            DrillBanner(isDrill: query.isDrill)
            if !running.isEmpty {
                panel(Term("計時中的法定時限", en: "Deadlines that run now"), id: "running") {
                    RunningClockTable(running, now: now)
                }
            }
            if !query.isDrill && caller.may(.seeIncidents) { confirmedCounts }
            if query.isUntouched && rows.isEmpty {
                EmptyState(
                    query.isDrill
                        ? Term("還沒有演練。通報時勾選「這是演練」。", en: "No drills yet.")
                        : Term("沒有資安事件。發現異狀就通報，先記時間。", en: "No incidents. Report what you see."))
            } else {
                filters
                results
            }
        }
    }

    /// The one agency that the list is narrowed to, or the caller's own.
    private var shownAgency: String {
        query.agency.flatMap { _ in rows.first?.agencyName } ?? caller.agencyName
    }

    private var title: Term {
        query.isDrill ? Term("事件演練", en: "Drills") : Term("資安事件", en: "Incidents")
    }

    private var heading: Term {
        let one = query.isDrill ? "演練" : "資安事件"
        return Term(
            query.isUntouched ? "\(count) 件\(one)" : "找到 \(count) 件\(one)",
            en: "\(title.en): \(count)\(query.isUntouched ? "" : " found")")
    }

    private var year: ROCYear { query.year ?? ROCYear(of: now.day) }
    private var place: Path {
        query.isDrill ? Path.incidents.appending("drills") : .incidents
    }

    private var confirmedCounts: HTML {
        panel(
            Term("\(year.number) 年已確認的事件", en: "Confirmed in \(year.gregorian)"), id: "confirmed"
        ) {
            ul(.class("count")) {
                for level in IncidentLevel.allCases {
                    li {
                        a(
                            .href(
                                Path.incidents.with("year", year.number)
                                    .with("confirmed", level.rawValue)
                                    .with("agency", query.agency?.description))
                        ) {
                            b(.class("num")) { confirmed[level] ?? 0 }
                            " "
                            level.term
                        }
                    }
                }
            }
        }
    }

    private var filters: FilterBar {
        let this = now.day.year
        let years = (this - 5...this).reversed().map { ROCYear(gregorian: $0) }.map {
            Web.Control.Option(String($0.number), Term("\($0.number) 年", en: "\($0.gregorian)"))
        }
        var kept: [(String, String)] = []
        if let agency = query.agency { kept.append(("agency", agency.description)) }
        if let level = query.confirmed { kept.append(("confirmed", "\(level.rawValue)")) }
        return FilterBar(
            to: place, words: query.words,
            choices: [
                .init(
                    "year", Term("年度", en: "Year"), years,
                    chosen: query.year.map { String($0.number) } ?? ""),
                .init(
                    "state", Term("狀態", en: "State"),
                    IncidentQuery.State.allCases.map { .init($0.rawValue, $0.term) },
                    chosen: query.state?.rawValue ?? ""),
                .init(
                    "level", Term("等級", en: "Level"),
                    IncidentLevel.allCases.map { .init(String($0.rawValue), $0.term) },
                    chosen: query.level.map { String($0.rawValue) } ?? ""),
            ], kept: Fields(kept).pairs, clear: query.isUntouched ? nil : place)
    }

    @HTMLBuilder
    private var results: HTML {
        if rows.isEmpty {
            EmptyState(
                Term("沒有符合條件的事件。換個條件，或清除條件。", en: "Nothing matches."),
                ActionLink(Term("清除條件", en: "Clear"), place))
        } else {
            div(.class("stacks")) { DataTable(title, columns: columns, rows: rows) }
            Paging(
                first: query.after == nil ? nil : address(after: nil),
                next: hasMore ? address(after: rows.last?.incident.id) : nil,
                summary: Term(
                    "這一頁 \(rows.count) 件，共 \(count) 件",
                    en: "\(rows.count) on this page, \(count) in all"))
        }
    }

    private func address(after: IncidentID?) -> Path {
        place.with("q", query.words.isEmpty ? nil : query.words)
            .with("year", query.year?.number).with("state", query.state?.rawValue)
            .with("level", query.level?.rawValue).with("confirmed", query.confirmed?.rawValue)
            .with("agency", query.agency?.description).with("after", after?.description)
    }

    private var columns: [TableColumn<ListedIncident>] {
        let law = law
        let now = now
        var columns: [TableColumn<ListedIncident>] = [
            TableColumn(Term("事件", en: "Incident")) { row in
                a(.href(row.incident.place)) { row.incident.heading }
                small { (row.incident.account?.words ?? "").prefix(40) }
            },
            TableColumn(Term("知悉時間", en: "Known since")) { row in
                span(.class("narrow-only"), .aria("hidden", "true")) {
                    Term("知悉 ", en: "Known since ")
                }
                time(row.incident.report.knownAt)
            },
            TableColumn(Term("等級", en: "Level")) { row in
                row.incident.levelTerm
                if row.incident.confirmedLevel != nil { small { Term("已審核", en: "Reviewed") } }
            },
            TableColumn(Term("狀態", en: "State")) { row in
                row.incident.phaseTag(isLate: row.incident.next(by: law)?.isLate(at: now) ?? false)
            },
            TableColumn(Term("下一個時限", en: "Next deadline")) { row in
                if !row.incident.isOver, let mark = row.incident.next(by: law), let due = mark.due {
                    mark.term
                    small { deadline(due) }
                }
            },
        ]
        if caller.supervises || !caller.predecessors.isEmpty {
            columns.insert(TableColumn(Term("機關", en: "Agency")) { HTML($0.agencyName) }, at: 1)
        }
        return columns
    }
}

extension Incident {
    /// The running clock that ends first; none where none runs, or no edition speaks of the day.
    func next(by law: Law) -> ClockMark? {
        let running = (try? clocks(by: law))?.filter(\.isRunning) ?? []
        let never = Instant(microseconds: .max)
        return running.min { ($0.due ?? never) < ($1.due ?? never) }
    }
}
