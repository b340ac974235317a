import Access
import HTML
import Kernel
import Ledger
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
                ] + [Role.ciso, .head, .securityOfficer, .officer].map(fact))
        }
    }

    private func fact(_ role: Role) -> SummaryList.Fact {
        let names = day.posts.filter { $0.role == role }.map(\.name)
        return SummaryList.Fact(role.term, text: names.joined(separator: "、"))
    }
}

/// What was received and kept for the agency: what was done, by whom, and the number under which
/// the ledger can prove it.
struct ReceiptsCard: Component {
    let receipts: [HistoryEntry]
    let acts: ActBook

    @HTMLBuilder
    var body: HTML {
        if !receipts.isEmpty {
            panel(Term("收件證明", en: "Receipts"), id: "receipts") {
                SummaryList(
                    receipts.map { receipt in
                        SummaryList.Fact(
                            Term(receipt.at.day.monthAndDay, en: receipt.at.day.monthAndDay),
                            HTML {
                                act(receipt)
                                Term(
                                    "，\(receipt.author.name)，第 \(receipt.ordinal) 號",
                                    en: ", \(receipt.author.name), no. \(receipt.ordinal)")
                            })
                    })
            }
        }
    }

    private func act(_ receipt: HistoryEntry) -> Term {
        let term = acts.term(receipt.verb) ?? Term(receipt.verb, en: receipt.verb)
        guard receipt.lineCount > 1 else { return term }
        return Term(
            "\(term.zh) \(receipt.lineCount) 筆", en: "\(term.en) (\(receipt.lineCount) records)")
    }
}
