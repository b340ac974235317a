import HTML
import Kernel

/// Every component of the site with invented data: looked at by people, measured by tests, shown
/// only where the whole site is a demonstration.
struct StyleGuide {
    let now: Instant

    var page: Page {
        Page(
            Term("元件總覽", en: "Style guide"), trail: [Crumb(Term("首頁", en: "Start"), "/")],
            aside: aside
        ) {
            PageHeading(
                Term("這週有 2 件要辦", en: "2 things to do this week"), eyebrow: eyebrow,
                lede: HTML(
                    Term(
                        "都辦完，今年度 14 項應辦事項就完成 10 項，沒有逾期。",
                        en: "Then 10 of this year's 14 duties are done, and none is overdue.")),
                actions: [
                    ActionLink(Term("列印", en: "Print"), "/style-guide").body,
                    ActionLink(Term("新增系統", en: "Add a system"), "/style-guide", .primary).body,
                ])
            tasks
            StyleGuideLists(today: now.day, now: now)
            StyleGuideBoards()
            StyleGuideForms()
            StyleGuideWords(now: now)
        }
    }

    private var eyebrow: HTML {
        HTML {
            time(exactly: now.day) {
                Term("中華民國 \(now.day.rocWords)", en: now.day.description)
            }
            Term("　\(now.day.weekday.term.zh)", en: " · \(now.day.weekday.term.en)")
        }
    }

    @HTMLBuilder
    private var tasks: HTML {
        let today = now.day
        section(.aria("labelledby", "now-title")) {
            h2(.id("now-title"), .class("vh")) { Term("這週要辦", en: "This week") }
            taskCards([
                TaskCard(
                    due: today.adding(days: 4), today: today,
                    Term("填報年度實施情形", en: "Report this year's implementation"),
                    why: Term(
                        "24 題已帶入去年答案，看過再確認。還有 7 題要填，大約 15 分鐘。",
                        en: "24 answers come from last year. 7 are left, about 15 minutes."),
                    progress: ProgressBar(31, of: 38, unit: Term("題", en: "answers")),
                    action: ActionLink(
                        Term("繼續填寫", en: "Continue"), "/style-guide", .primary)),
                TaskCard(
                    due: today.adding(days: -2), today: today,
                    Term("送 11 月份日誌給主任覆核", en: "Send November's logs for review"),
                    why: Term(
                        "寫一句檢視意見就可以送出。", en: "Write one sentence and send it."),
                    action: ActionLink(Term("送出覆核", en: "Send"), "/style-guide")),
            ])
        }
        section(.aria("labelledby", "next-title")) {
            h2(.id("next-title")) { Term("接下來", en: "Next") }
            TaskList(
                [
                    TaskList.Item(
                        due: today.adding(days: 11),
                        Term("確認推行小組名單", en: "Check the team's names"), "/style-guide",
                        note: Term("有 1 位成員已離職，要換人", en: "One member has left"),
                        state: status(.progress)),
                    TaskList.Item(
                        due: today.adding(days: 18),
                        Term("更新資產清冊", en: "Update the inventory"), "/style-guide",
                        state: status(.none)),
                ], in: ROCYear(of: today))
        }
    }

    private var aside: HTML {
        panel(
            Term("示範國民小學", en: "Demonstration School"), id: "school",
            link: Crumb(Term("修改", en: "Change"), "/style-guide")
        ) {
            SummaryList([
                SummaryList.Fact(Term("責任等級", en: "Level"), text: "D"),
                SummaryList.Fact(Term("資安長", en: "CISO"), text: "林校長"),
                SummaryList.Fact(Term("代理人", en: "Deputy"), nil, change: "/style-guide"),
            ])
        }
    }
}
