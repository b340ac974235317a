import Access
import Duties
import HTML
import Kernel
import Outline
import Statute
import Web

/// What an agency owes in a year: the sentence first, then what is late, then month by month.
struct DutiesPage: Sendable {
    let list: DutyList
    let caller: Caller
    let today: Day
    let filter: DutyFilter?
    let grouping: Grouping

    /// How the list is put in order.
    enum Grouping: String, CaseIterable, Sendable {
        case month, aspect

        var term: Term {
            switch self {
            case .month: Term("依期限", en: "By date")
            case .aspect: Term("依類別", en: "By kind")
            }
        }
    }

    private var isOwn: Bool { list.agency.id == caller.agency }
    private var other: AgencyID? { isOwn ? nil : list.agency.id }
    private var title: Term {
        Term("\(list.year.number) 年應辦事項", en: "Duties of \(list.year.gregorian)")
    }

    var page: Page {
        Page(title) {
            PageHeading(title, eyebrow: HTML(eyebrow), lede: sentence)
            if list.agency.level == nil { noLevel }
            Tabs(Term("年度", en: "Years"), years)
            if list.entries.isEmpty {
                EmptyState(
                    Term("這一年沒有要辦的事。", en: "Nothing is owed this year."),
                    ActionLink(Term("看今年", en: "This year"), DutyPlace.list))
            } else {
                Tabs(Term("排列", en: "Order"), orders)
            }
            if filter != nil { filterNote }
            for group in groups { section(group) }
            if filter == nil || filter == .state(.notApplicable) { absences }
        }
    }

    private var eyebrow: Term {
        let level = list.agency.level?.term ?? Term("等級未核定", en: "level not filed")
        return Term("\(list.agency.name)・\(level.zh)", en: "\(list.agency.name), \(level.en)")
    }

    private var noLevel: HTML {
        div(.class("note")) {
            p {
                Term(
                    "這個機關還沒有核定的責任等級，先列所有機關都要辦的事。",
                    en: "No level is filed for this agency; what everybody owes is listed.")
            }
        }
    }

    private var years: [Tabs.Tab] {
        let current = ROCYear(of: today).number
        return (current - 1...current + 1).compactMap { ROCYear($0) }.map { year in
            Tabs.Tab(
                Term("\(year.number) 年", en: "\(year.gregorian)"),
                DutyPlace.list(year, of: other), isCurrent: year == list.year)
        }
    }

    private var orders: [Tabs.Tab] {
        Grouping.allCases.map {
            Tabs.Tab(
                $0.term,
                DutyPlace.list(list.year, of: other, only: filter).with("by", $0.rawValue),
                isCurrent: $0 == grouping)
        }
    }

    /// How many stand how; each figure leads to exactly those.
    private var sentence: HTML {
        let counts = Dictionary(
            list.entries.map { ($0.standing.state(on: today), 1) }, uniquingKeysWith: +)
        let told: [DutyState] = [.late, .due, .missing, .upcoming, .met, .declared, .waived]
        let all = list.entries.count - counts[.notApplicable, default: 0]
        return HTML {
            Term("共 \(all) 項：", en: "\(all) in all: ")
            for (index, state) in told.filter({ counts[$0] != nil }).enumerated() {
                if index > 0 { Term("、", en: ", ") }
                a(.href(DutyPlace.list(list.year, of: other, only: .state(state)))) {
                    Term(
                        "\(state.term.zh) \(counts[state] ?? 0)",
                        en: "\(counts[state] ?? 0) \(state.term.en.lowercased())")
                }
            }
            Term("。", en: ".")
        }
    }

    private var filterNote: HTML {
        p {
            Term(
                "只看「\(filter?.term.zh ?? "")」\(shown.count) 項。",
                en: "Only: \(filter?.term.en ?? ""), \(shown.count). ")
            a(.href(DutyPlace.list(list.year, of: other))) { Term("看全部", en: "Show all") }
        }
    }

    private var shown: [DutyEntry] {
        list.entries.filter { entry in
            guard let filter else { return entry.standing.state(on: today) != .notApplicable }
            return filter.finds(entry.standing, on: today)
        }
    }

    private var groups: [DutyGroup] {
        grouping == .month
            ? DutyGroup.byMonth(shown, in: list.year, on: today) : DutyGroup.byAspect(shown)
    }

    private func section(_ group: DutyGroup) -> HTML {
        panel(group.term, id: "group-\(group.name)") {
            TaskList(
                group.entries.map { entry in
                    TaskList.Item(
                        due: entry.standing.dueOn, entry.owed.duty.rule.term,
                        DutyPlace.one(entry.claim.duty, list.year, of: other),
                        note: entry.note, state: dutyTag(entry.standing, on: today))
                }, in: list.year)
        }
    }

    /// What does not apply, each with its reason, so that nobody wonders.
    private var absences: HTML {
        let empty = list.entries.filter { $0.standing.isEmpty }
        return details(.class("panel")) {
            summary {
                Term(
                    "不適用 \(list.absences.count + empty.count) 項，看為什麼",
                    en: "\(list.absences.count + empty.count) do not apply; see why")
            }
            ul(.class("picks")) {
                for absence in list.absences {
                    li {
                        div {
                            a(
                                .href(
                                    DutyPlace.one(MeasureID(absence.duty.id), list.year, of: other))
                            ) {
                                absence.duty.rule.term
                            }
                            small { absence.reason }
                        }
                    }
                }
                for entry in empty {
                    li {
                        div {
                            a(.href(DutyPlace.one(entry.claim.duty, list.year, of: other))) {
                                entry.owed.duty.rule.term
                            }
                            small { Term("沒有要辦的對象。", en: "There is nothing to cover.") }
                        }
                    }
                }
            }
        }
    }
}

/// Some duties of a list under one heading.
struct DutyGroup: Sendable {
    let name: String
    let term: Term
    let entries: [DutyEntry]

    /// Late first, then month by month, then what has no day.
    static func byMonth(
        _ entries: [DutyEntry], in year: ROCYear, on today: Day
    ) -> [DutyGroup] {
        let late = entries.filter { $0.standing.state(on: today) == .late }
        let others = entries.filter { $0.standing.state(on: today) != .late }
        var groups = [DutyGroup(name: "late", term: DutyState.late.term, entries: late)]
        for month in 1...12 {
            groups.append(
                DutyGroup(
                    name: "month-\(month)", term: Term("\(month) 月到期", en: "Due in month \(month)"),
                    entries: others.filter {
                        guard let due = $0.standing.dueOn?.components else { return false }
                        return due.month == month && due.year == year.gregorian
                    }))
        }
        groups.append(
            DutyGroup(
                name: "later", term: Term("之後的年度到期", en: "Due in a later year"),
                entries: others.filter { $0.standing.dueOn.map { $0 > year.lastDay } ?? false }))
        groups.append(
            DutyGroup(
                name: "always", term: Term("全年都要有", en: "At all times"),
                entries: others.filter { $0.standing.dueOn == nil && $0.standing.lateFrom != nil }))
        groups.append(
            DutyGroup(
                name: "event", term: Term("有事才辦，或只是建議", en: "When it happens, or advised"),
                entries: others.filter { $0.standing.dueOn == nil && $0.standing.lateFrom == nil }))
        return groups.filter { !$0.entries.isEmpty }
    }

    static func byAspect(_ entries: [DutyEntry]) -> [DutyGroup] {
        Duty.Aspect.allCases.map { aspect in
            DutyGroup(
                name: aspect.rawValue, term: aspect.term,
                entries: entries.filter { $0.owed.duty.aspect == aspect })
        }.filter { !$0.entries.isEmpty }
    }
}

extension DutyEntry {
    /// Why it is owed; of what waits for an event, first which one and how soon after it.
    fileprivate var note: Term {
        let why = owed.duty.why
        guard case .after = owed.cadence else { return why }
        let event = owed.cadence.term
        return Term("\(event.zh)。\(why.zh)", en: "Owed \(event.en). \(why.en)")
    }
}
