import Access
import HTML
import Kernel

/// The band on top: whose site, search, the incident button, the agency, the person.
struct PageHeader: Component {
    let shell: Shell
    let caller: Caller?
    let unread: Int?
    let width: Page.Width

    var body: HTML {
        header(.class("top")) {
            div(.class(width.wrapClasses)) {
                brand
                if caller != nil, let path = shell.search { SearchBox(path: path) }
                div(.class("who")) {
                    if let item = shell.incident, item.isShown(to: caller) { report(item) }
                    if let caller { person(caller) } else { visitor }
                }
            }
        }
    }

    private var brand: HTML {
        a(.class("brand"), .href(shell.home)) {
            Seal()
            span {
                shell.product
                small {
                    shell.institution
                    if shell.isDemonstration { Term("・示範資料", en: " · invented data") }
                }
            }
        }
    }

    private func report(_ item: NavigationItem) -> HTML {
        a(.class("report"), .href(item.path)) {
            icon("triangle-alert")
            item.term
        }
    }

    @HTMLBuilder
    private func person(_ caller: Caller) -> HTML {
        if let bell = shell.bell { BellLink(path: bell.path, unread: unread ?? 0) }
        if let path = shell.seats {
            a(.class("opt"), .href(path), .title(Term("換機關", en: "Change agency"))) {
                icon("building-2")
                span { caller.agencyName }
            }
        } else {
            span(.class("opt")) { caller.agencyName }
        }
        if let path = shell.account {
            a(.class("me"), .href(path)) {
                icon("user")
                span { caller.name }
            }
        } else {
            span(.class("me")) { caller.name }
        }
        if let path = shell.signOut {
            form(.post, to: path, .class("sign-out")) {
                button(.class("quiet")) { Term("登出", en: "Sign out") }
            }
        }
    }

    private var visitor: HTML {
        a(.href(shell.signIn)) { Term("登入", en: "Sign in") }
    }
}

/// The way to one's messages; the number stands beside it while some are unread.
struct BellLink: Component {
    let path: Path
    let unread: Int

    var body: HTML {
        a(.class("bell"), .href(path)) {
            icon("bell")
            if unread == 0 {
                span(.class("vh")) { Term("訊息", en: "Messages") }
            } else {
                span(.class("vh")) { Term("未讀訊息", en: "Unread messages") }
                b(.class("num")) { unread > 99 ? "99+" : "\(unread)" }
            }
        }
    }
}

/// The field that finds anything from anywhere.
struct SearchBox: Component {
    let path: Path

    var body: HTML {
        form(.get, to: path, .class("find"), .role("search")) {
            icon("search")
            label(.class("vh"), .for("find")) { Term("搜尋全站", en: "Search the site") }
            input(
                .id("find"), .type(.search), .name("q"), .maxlength(100),
                .placeholder(Term("搜尋", en: "Search")),
                .data("shortcut", "/"))
            kbd(.aria("hidden", "true")) { "/" }
        }
    }
}

/// The mark of the product: the character for a shield-wall, drawn in lines like a seal.
struct Seal: Component {
    var body: HTML {
        svg(.viewBox(0, 0, 34, 34), .width(34), .height(34), .aria("hidden", "true")) {
            rect(
                .x(1), .y(1), .width(32), .height(32), .rx(4), .fill("#F3F1FA"))
            drawing(
                .d("M9 8h16M17 8v6M10.5 14h13M9.5 26V19.5h15V26M9.5 22.7h15"), .fill("none"),
                .stroke("#1E1C3C"), .strokeWidth(2.4))
        }
    }
}

/// Says on every page that somebody acts for another.
struct ActingBanner: Component {
    let principal: String

    var body: HTML {
        p(.class("acting"), .role("status")) {
            Term("您正在代理「\(principal)」處理業務。", en: "You are acting for “\(principal)”.")
        }
    }
}
