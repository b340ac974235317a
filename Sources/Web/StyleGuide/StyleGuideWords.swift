import HTML
import Kernel

/// The components that tell what happened and what collided.
struct StyleGuideWords: Component {
    let now: Instant

    var body: HTML {
        panel(Term("歷程", en: "History"), id: "history") {
            Timeline([
                .init(
                    at: now.adding(minutes: -40), who: "陳怡君",
                    details: [HTML("RTO：24 → 8")],
                    sentence: HTML(
                        Term("修改了 1 個欄位", en: "changed 1 field"))),
                .init(
                    at: now.adding(hours: -50), who: "王主任",
                    sentence: HTML(Term("新增了這個系統", en: "added this system"))),
            ])
        }
        panel(Term("兩人同時修改", en: "Two changes met"), id: "conflict") {
            ConflictView(
                to: "/preferences", version: 7,
                sentence: Term(
                    "王主任在 10:05 改了這筆資料，看看要用哪一個。",
                    en: "Director Wang changed this at 10:05. Choose which to keep."),
                differences: [
                    .init(
                        "rto", Term("復原時間", en: "Recovery time"), typed: ("8", HTML("8")),
                        stored: ("24", HTML("24"))),
                    .init(
                        "note", Term("備註", en: "Note"), typed: ("備援在二樓", HTML("備援在二樓")),
                        stored: ("", HTML(""))),
                ], others: [Fields.Pair(name: "next", value: "/style-guide")])
        }
        section(.class("panel stack"), .aria("labelledby", "buttons")) {
            h2(.id("buttons")) { Term("按鈕", en: "Buttons") }
            div(.class("row")) {
                ActionLink(Term("主要", en: "Primary"), "/style-guide", .primary)
                ActionLink(Term("一般", en: "Plain"), "/style-guide")
                ActionLink(Term("通報資安事件", en: "Report an incident"), "/style-guide", .alarm)
                ActionLink(
                    Term("審閱", en: "Review"), "/style-guide", .small, subject: "接受風險")
            }
            p {
                Term("離通報時限還有 ", en: "Time left to notify: ")
                StatutoryClock(
                    from: now.adding(minutes: -18), until: now.adding(minutes: 42), now: now)
            }
        }
    }
}
