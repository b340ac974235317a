import Access
import HTML
import Kernel
import Outline
import Web

/// The first page after signing in: who one is here, and the registers that the roles open.
struct HomePage: Sendable {
    let caller: Caller
    let chapters: [Chapter]
    let today: Day

    var page: Page {
        Page(Term("首頁", en: "Home")) {
            PageHeading(
                Term("\(caller.name)，您好", en: "Hello, \(caller.name)"),
                eyebrow: HTML(
                    Term(
                        "中華民國 \(today.rocWords)　\(today.weekday.term.zh)",
                        en: "\(today.weekday.term.en), \(today)")),
                lede: HTML(lede))
            for chapter in opened {
                panel(chapter.title, id: "chapter-\(chapter.number)") {
                    ul(.class("links")) {
                        for item in shown(chapter) {
                            li { a(.href(item.path)) { item.term } }
                        }
                    }
                }
            }
        }
    }

    private var lede: Term {
        let roles = Role.allCases.filter(caller.roles.contains).map(\.term)
        return Term(
            "您在\(caller.agencyName)的角色：\(roles.map(\.zh).joined(separator: "、"))。"
                + (opened.isEmpty ? "這些角色還沒有要看的清單。" : ""),
            en: "Your roles in \(caller.agencyName): \(roles.map(\.en).joined(separator: ", "))."
                + (opened.isEmpty ? " They open no list yet." : ""))
    }

    private var opened: [Chapter] { chapters.filter { !shown($0).isEmpty } }

    private func shown(_ chapter: Chapter) -> [NavigationItem] {
        chapter.navigation.filter { item in
            if case .needs(let permission) = item.audience { caller.may(permission) } else { true }
        }
    }
}
