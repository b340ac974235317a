import Access
import HTML
import Kernel
import Statute
import Web

/// The list of organisations as at a day: the sentence of chapter 貳, what narrows it, the rows.
struct AgencyListPage: Sendable {
    let roll: AgencyRoll
    let query: AgencyListQuery
    let caller: Caller

    private var found: [AgencyOnDay] { roll.agencies.filter(query.finds) }
    private var mayManage: Bool { caller.may(.manageAgencies) }

    var page: Page {
        let found = found
        let (rows, next) = query.page(of: found)
        return Page(Term("機關", en: "Agencies"), width: .wide) {
            PageHeading(
                roll.count.sentence, eyebrow: HTML(eyebrow),
                actions: mayManage ? [add, importing] : [])
            kinds
            warnings
            filters
            if rows.isEmpty {
                EmptyState(
                    Term("沒有符合條件的機關。換個說法，或清除條件。", en: "Nothing matches."),
                    ActionLink(Term("清除條件", en: "Clear"), "/agencies"))
            } else {
                DataTable(Term("機關", en: "Agencies"), columns: columns, rows: rows)
                Paging(
                    first: query.after == nil ? nil : query.place(after: nil),
                    next: next.map { query.place(after: $0) },
                    summary: Term(
                        "這一頁 \(rows.count) 個，共 \(found.count) 個",
                        en: "\(rows.count) on this page, \(found.count) in all"))
                ways
            }
        }
    }

    private var eyebrow: Term {
        query.isToday
            ? Term("\(caller.agencyName)及所屬，今天的名單", en: "\(caller.agencyName) and below, today")
            : Term(
                "\(caller.agencyName)及所屬，\(query.day.rocSlashes) 當天的名單",
                en: "\(caller.agencyName) and below, as at \(query.day)")
    }

    private var add: HTML {
        ActionLink(Term("新增機關", en: "Add an agency"), "/agencies/new", .primary).body
    }

    private var importing: HTML {
        ActionLink(Term("匯入", en: "Import"), "/agencies/imports/new").body
    }

    private var ways: HTML {
        p(.class("row")) {
            query.isToday
                ? Term("匯出整份名單：", en: "Export all: ")
                : Term(
                    "匯出 \(query.day.rocSlashes) 的整份名單：", en: "Export all as at \(query.day): ")
            for format in ["ods", "xlsx", "csv"] {
                let file = Path("agencies", "export").with("format", format)
                a(.href(file.with("on", query.isToday ? nil : query.day))) { format.uppercased() }
            }
        }
    }

    /// Every figure leads to its agencies.
    private var kinds: HTML {
        ul(.class("links links--row")) {
            for kind in roll.count.kinds {
                li {
                    a(.href(query.narrowed(kind: kind.name))) {
                        Term("\(kind.name) \(kind.number)", en: "\(kind.name): \(kind.number)")
                    }
                }
            }
            if undecided > 0 {
                li {
                    a(.href(query.narrowed(level: AgencyListQuery.undecided))) {
                        Term("等級尚未核定 \(undecided)", en: "Level not decided: \(undecided)")
                    }
                }
            }
        }
    }

    private var undecided: Int { roll.agencies.count { $0.level == nil } }

    @HTMLBuilder
    private var warnings: HTML {
        if mayManage {
            for twins in AgencyTwin.pairs(roll.agencies) {
                div(.class("note")) {
                    p {
                        Term("這些名稱可能是同一個機關：", en: "These may be one agency: ")
                        for twin in twins {
                            a(.href(.agency(twin.id))) { twin.name }
                            " "
                        }
                    }
                }
            }
            for kind in roll.count.unknown {
                div(.class("note")) {
                    p {
                        a(.href("/agency-kinds/new")) {
                            Term(
                                "\(kind.number) 個機關的類別是「\(kind.name)」，還沒說算在機關或學校，所以沒有算進去。現在新增這個類別。",
                                en:
                                    "\(kind.number) are of the kind \(kind.name), which counts nowhere yet."
                            )
                        }
                    }
                }
            }
        }
    }

    private var filters: FilterBar {
        let kinds = roll.kinds.map { FilterBar.option($0, Term($0, en: $0)) }
        let levels =
            Level.allCases.map { FilterBar.option($0.rawValue, $0.term) }
            + [FilterBar.option(AgencyListQuery.undecided, Term("尚未核定", en: "Not decided"))]
        return FilterBar(
            to: "/agencies", words: query.words.text,
            choices: [
                FilterBar.Choice("kind", Term("類別", en: "Kind"), kinds, chosen: query.kind),
                FilterBar.Choice(
                    "level", Term("責任等級", en: "Level"), levels, chosen: query.level),
            ],
            day: FilterBar.DayChoice(
                "on", Term("某一天的名單", en: "As at"), query.isToday ? "" : query.day.description),
            kept: query.superior.map { [Fields.Pair(name: "superior", value: "\($0)")] } ?? [],
            clear: query.isNarrow ? "/agencies" : nil)
    }

    private var columns: [TableColumn<AgencyOnDay>] {
        [
            TableColumn(Term("機關名稱", en: "Name")) { item in
                a(.href(.agency(item.id))) { item.name }
                if item.hasEnded { span(.class("hint")) { Agency.mark } }
            },
            TableColumn(Term("機關代碼", en: "Code")) { item in
                if let code = item.code { code } else { notGiven }
            },
            TableColumn(Term("類別", en: "Kind")) { HTML($0.kind) },
            TableColumn(Term("上級機關", en: "Superior")) { HTML($0.superiorName ?? "") },
            TableColumn(Term("責任等級", en: "Level")) { item in
                if let level = item.level {
                    level.level.term
                } else {
                    span(.class("missing")) { Term("尚未核定", en: "Not decided") }
                }
            },
            TableColumn(Term("核定日期", en: "Decided on")) { item in
                if let level = item.level {
                    Term(level.decidedOn.rocSlashes, en: level.decidedOn.description)
                }
            },
        ]
    }
}

extension FilterBar {
    static func option(_ value: String, _ term: Term) -> Web.Control.Option {
        Web.Control.Option(value, term)
    }
}

extension AgencyListQuery {
    var isNarrow: Bool {
        !words.isEmpty || !kind.isEmpty || !level.isEmpty || superior != nil || !isToday
    }

    func place(after key: AgencyID?) -> Path {
        let said: [(name: String, value: String)] = [
            ("q", words.text), ("kind", kind), ("level", level),
        ]
        return Path("agencies").with(said.filter { !$0.value.isEmpty })
            .with("superior", superior).with("on", isToday ? nil : day).with("after", key)
    }

    func narrowed(kind: String = "", level: String = "") -> Path {
        var query = self
        query.words = AgencyWords("")
        query.kind = kind
        query.level = level
        query.superior = nil
        return query.place(after: nil)
    }
}
