import Access
import Agencies
import Duties
import HTML
import Incidents
import Inventory
import Kernel
import Ledger
import Systems
import Team
import Web

/// What others changed in the agency since the reader was last here.
struct ChangesPanel: Component {
    let changes: [ChangedRecords]
    /// `nil` on the first visit: then of a week.
    let since: Instant?

    var body: HTML {
        panel(heading, id: "changes") {
            if changes.isEmpty {
                p { Term("沒有變動。", en: "Nothing changed.") }
            } else {
                SummaryList(facts)
            }
        }
    }

    /// A line for each kind and author; what has no list of its own is one line together.
    private var facts: [SummaryList.Fact] {
        let named = changes.compactMap { change in
            Self.lists[change.kind].map { fact(change, in: $0) }
        }
        let others = changes.filter { Self.lists[$0.kind] == nil }.reduce(0) { $0 + $1.records }
        guard others > 0 else { return named }
        return named + [
            SummaryList.Fact(
                Term("其他資料", en: "Other records"), HTML(Term("\(others) 筆", en: "\(others)")))
        ]
    }

    private func fact(_ change: ChangedRecords, in list: Crumb) -> SummaryList.Fact {
        SummaryList.Fact(
            list.term,
            span {
                Term(
                    "\(change.records) 筆，\(change.author)，\(change.lastAt.day.monthAndDay)",
                    en: "\(change.records), \(change.author), \(change.lastAt.day.monthAndDay)")
                " "
                a(.href(list.path)) {
                    Term("看清單", en: "See the list")
                    span(.class("vh")) { Term("：\(list.term.zh)", en: ": \(list.term.en)") }
                }
            })
    }

    private var heading: Term {
        guard let since else { return Term("這週變動了什麼", en: "Changed this week") }
        return Term(
            "上次來（\(since.day.monthAndDay) \(since.clock)）之後的變動",
            en: "Changed since \(since.day.monthAndDay) \(since.clock)")
    }

    /// What says nothing by itself: it follows from other changes.
    static let silent: Set<RecordKind> = ["message", "stockTakeItem", "incidentStep", "reminder"]

    private static let lists: [RecordKind: Crumb] = [
        Asset.kind: Crumb(Term("資產", en: "Assets"), "/assets"),
        StockTake.kind: Crumb(Term("年度盤點", en: "Stock-takes"), "/stock-takes"),
        AssetNotice.kind: Crumb(Term("變動通知", en: "Notices"), "/asset-notices"),
        InformationSystem.kind: Crumb(Term("資通系統", en: "Systems"), "/systems"),
        Business.kind: Crumb(Term("業務", en: "Businesses"), "/businesses"),
        TeamMember.kind: Crumb(Term("小組成員", en: "Team"), "/team"),
        CISOAppointment.kind: Crumb(Term("資安長派任", en: "CISO"), "/ciso-appointments"),
        Incident.kind: Crumb(Term("資安事件", en: "Incidents"), "/incidents"),
        DutyDeclaration.kind: Crumb(Term("聲明", en: "Declarations"), "/duties"),
        DutyWaiver.kind: Crumb(Term("免辦", en: "Waivers"), "/duties"),
        Appointment.kind: Crumb(Term("人員職務", en: "Posts of people"), "/people"),
        Person.kind: Crumb(Term("人員", en: "People"), "/people"),
        LevelDecision.kind: Crumb(Term("責任等級", en: "Level"), "/duties"),
    ]
}
