import Access
import Duties
import HTML
import Kernel
import Outline
import Statute
import Web

/// How the agencies under a superior stand with one duty: those who lack it first.
struct DutyAgenciesPage: Sendable {
    let duty: Duty
    let year: ROCYear
    let all: [AgencyStanding]
    let state: DutyState?
    /// Only agencies of this kind, as 國小.
    let sort: String?
    let today: Day
    /// The agency of whoever looks, which is not reminded by itself.
    let own: AgencyID
    let mayRemind: Bool

    private var id: MeasureID { MeasureID(duty.id) }
    private var title: Term {
        Term(
            "\(duty.rule.term.zh)：\(sort ?? "各機關")",
            en: "\(duty.rule.term.en): \(sort ?? "agencies")")
    }

    var page: Page {
        Page(
            title, width: .wide,
            trail: [
                Crumb(
                    Term("\(year.number) 年應辦事項", en: "Duties of \(year.gregorian)"),
                    DutyPlace.list(year)),
                Crumb(duty.rule.term, DutyPlace.one(id, year)),
            ]
        ) {
            PageHeading(title, eyebrow: HTML(eyebrow), lede: sentence, actions: actions)
            if shown.isEmpty {
                EmptyState(
                    Term("沒有機關是這個狀態。", en: "No agency is in this state."),
                    ActionLink(Term("看全部", en: "Show all"), DutyPlace.agencies(id, year)))
            } else {
                kinds
                DataTable(title, columns: columns, rows: shown)
            }
        }
    }

    /// Those of the list that a reminder would go to.
    private var lackingCount: Int {
        let lacking = shown.filter {
            let now = $0.standing.state(on: today)
            return state == nil ? now.isPressing : now.isOpen
        }
        return Set(lacking.map(\.agency.id)).subtracting([own]).count
    }

    private var actions: [HTML] {
        var actions = [
            ActionLink(
                Term("催辦紀錄", en: "Reminders"), DutyPlace.reminders(id, year)
            ).body
        ]
        if mayRemind && lackingCount > 0 {
            actions.append(
                ActionLink(
                    Term("催辦 \(lackingCount) 個機關", en: "Remind \(lackingCount) agencies"),
                    DutyPlace.reminding(id, year, state: state, sort: sort), .primary
                ).body)
        }
        return actions
    }

    private var eyebrow: Term {
        Term(
            "\(year.number) 年・\(asked.count) 個機關",
            en: "\(year.gregorian), \(asked.count) agencies")
    }

    /// Those of the kind that is asked about.
    private var asked: [AgencyStanding] {
        all.filter { sort == nil || $0.agency.sort == sort }
    }

    /// The most pressing first, then what is settled; within each by code.
    private var shown: [AgencyStanding] {
        let found = asked.filter { state == nil || $0.standing.state(on: today) == state }
        return found.sorted { one, other in
            let pressure = (
                one.standing.state(on: today).pressure, other.standing.state(on: today).pressure
            )
            if pressure.0 != pressure.1 { return pressure.0 > pressure.1 }
            return one.agency.place < other.agency.place
        }
    }

    private var sentence: HTML {
        HTML {
            StandingSums(duty: id, year: year, standings: asked, today: today, sort: sort)
            if state != nil || sort != nil {
                Term("・", en: " · ")
                a(.href(DutyPlace.agencies(id, year))) { Term("看全部", en: "Show all") }
            }
        }
    }

    /// The kinds of the agencies in the list, as ways to narrow it.
    @HTMLBuilder
    private var kinds: HTML {
        let counts = Dictionary(shown.map { ($0.agency.sort, 1) }, uniquingKeysWith: +)
        if sort == nil && counts.count > 1 {
            ul(.class("links links--row")) {
                for (kind, count) in inOrder(counts) {
                    li {
                        a(.href(DutyPlace.agencies(id, year, state: state, sort: kind))) {
                            Term("\(kind) \(count)", en: "\(kind): \(count)")
                        }
                    }
                }
            }
        }
    }

    /// Kinds stand as the codes of their agencies do.
    private func inOrder(_ counts: [String: Int]) -> [(kind: String, count: Int)] {
        let first = Dictionary(
            shown.map { ($0.agency.sort, $0.agency.place) }, uniquingKeysWith: min)
        return first.sorted { $0.value < $1.value }.compactMap { kind, _ in
            counts[kind].map { (kind: kind, count: $0) }
        }
    }

    private var columns: [TableColumn<AgencyStanding>] {
        let (id, year, today) = (id, year, today)
        let due = TableColumn<AgencyStanding>(Term("期限", en: "Due")) { one in
            if let dueOn = one.standing.dueOn {
                time(exactly: dueOn) { Term(dueOn.rocSlashes, en: "\(dueOn)") }
            }
        }
        return [
            TableColumn(Term("機關", en: "Agency")) { one in
                a(.href(DutyPlace.one(id, year, of: one.agency.id))) { one.agency.name }
            },
            TableColumn(Term("現況", en: "State")) { one in dutyTag(one.standing, on: today) },
        ] + (shown.contains { $0.standing.dueOn != nil } ? [due] : []) + [
            TableColumn(Term("算到", en: "Counted"), kind: .number) { one in
                "\(one.standing.counted)／\(one.standing.needed)"
            },
            TableColumn(Term("類別", en: "Kind")) { one in HTML(one.agency.sort) },
            TableColumn(Term("等級", en: "Level")) { one in
                HTML(one.agency.level?.rawValue ?? "")
            },
        ]
    }
}

/// How many agencies stand how with one duty, as in 「已逾期 2、已完成 40」; each figure leads to its
/// agencies.
struct StandingSums: Component {
    let duty: MeasureID
    let year: ROCYear
    let standings: [AgencyStanding]
    let today: Day
    /// The kind that all of them are of, where the list is of one kind.
    var sort: String?

    var body: HTML {
        let counts = Dictionary(
            standings.map { ($0.standing.state(on: today), 1) }, uniquingKeysWith: +)
        return HTML {
            for (index, state) in DutyState.allCases.filter({ counts[$0] != nil }).enumerated() {
                if index > 0 { Term("、", en: ", ") }
                a(.href(DutyPlace.agencies(duty, year, state: state, sort: sort))) {
                    Term(
                        "\(state.term.zh) \(counts[state] ?? 0)",
                        en: "\(counts[state] ?? 0) \(state.term.en.lowercased())")
                }
            }
        }
    }
}
