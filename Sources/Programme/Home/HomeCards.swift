import Access
import HTML
import Kernel
import Web

/// The one button for an incident, where everybody finds it.
struct ReportCard: Component {
    var body: HTML {
        section(.class("panel alarm"), .aria("labelledby", "alarm")) {
            h2(.id("alarm")) { Term("發現可疑狀況？", en: "Something looks wrong?") }
            p {
                Term(
                    "先按這裡記下知悉時間，細節可以之後再補。",
                    en: "Press here to note when you learned of it. Details can follow.")
            }
            a(.class("btn btn--alarm btn--wide"), .href("/incidents/new")) {
                icon("triangle-alert")
                Term("通報資安事件", en: "Report an incident")
            }
            p(.class("tel")) {
                a(.href("/incidents/contacts")) {
                    Term("要找誰？看聯絡卡", en: "Whom to call: the contact card")
                }
            }
        }
    }
}

/// The agency itself: its level and who holds the posts that everybody asks for.
struct AgencyFactsCard: Component {
    let day: AgencyDay

    var body: HTML {
        panel(Term(day.agency.name, en: day.agency.name), id: "agency") {
            SummaryList(
                [
                    SummaryList.Fact(
                        Term("責任等級", en: "Level"),
                        day.agency.level.map { HTML(Term("\($0) 級", en: "Level \($0)")) })
                ] + posts.map(fact))
        }
    }

    /// Security staff are asked for only where the law asks for some, or there are some.
    private var posts: [Role] {
        let all = [Role.ciso, .head, .securityOfficer, .officer]
        let isOwed = day.plan.applying.contains { $0.duty == "level.staff" }
        return all.filter { role in
            role != .securityOfficer || isOwed || day.posts.contains { $0.role == role }
        }
    }

    private func fact(_ role: Role) -> SummaryList.Fact {
        let names = day.posts.filter { $0.role == role }.map(\.name)
        return SummaryList.Fact(role.term, text: names.joined(separator: "、"))
    }
}

/// What was lately received and kept for the agency, each leading to what it is about.
struct ReceiptsCard: Component {
    let receipts: [Receipt]
    let acts: ActBook
    let today: Day

    @HTMLBuilder
    var body: HTML {
        if !receipts.isEmpty {
            panel(Term("收件證明", en: "Receipts"), id: "receipts") {
                SummaryList(receipts.map(fact))
            }
        }
    }

    private func fact(_ receipt: Receipt) -> SummaryList.Fact {
        let entry = receipt.entry
        let many =
            entry.records > 1
            ? Term(" \(entry.records) 筆", en: " (\(entry.records) records)") : Term("", en: "")
        let day = entry.at.day
        let isThisYear = ROCYear(of: day) == ROCYear(of: today)
        return SummaryList.Fact(
            isThisYear
                ? Term(day.monthAndDay, en: day.monthAndDay)
                : Term(day.rocSlashes, en: day.description),
            span {
                a(.href(receipt.path)) { acts.term(entry.verb) ?? Term(entry.verb, en: entry.verb) }
                Term(
                    "\(many.zh)，\(entry.author.name)，第 \(entry.ordinal) 號",
                    en: "\(many.en), \(entry.author.name), no. \(entry.ordinal)")
            })
    }
}
