import Access
import HTML
import Kernel

/// Draws what stands around every page, for its reader.
struct Layout: Sendable {
    let shell: Shell
    let files: StaticFiles

    func reader(_ visit: Visit) -> Reader {
        Reader(
            language: visit.preferences.language, formToken: visit.formToken,
            icons: files["icons.svg"])
    }

    func bytes(of page: Page, at place: String, for visit: Visit) -> [UInt8] {
        document(page, place, visit).bytes(for: reader(visit), capacity: 32_768)
    }

    private func document(_ page: Page, _ place: String, _ visit: Visit) -> HTML {
        HTML {
            HTML(trusted: "<!doctype html>")
            html(
                .lang(visit.preferences.language),
                .data("theme", visit.preferences.theme.rawValue),
                .data("density", visit.preferences.density.rawValue)
            ) {
                head { headContent(page) }
                body { bodyContent(page, place, visit) }
            }
        }
    }

    @HTMLBuilder
    private func headContent(_ page: Page) -> HTML {
        meta(.charset("utf-8"))
        meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        meta(.name("color-scheme"), .content("light dark"))
        if files["htmx.js"] != nil {
            meta(.name("htmx-config"), .content(Self.enhancement))
        }
        title {
            Term(
                "\(page.title.zh)｜\(shell.product.zh)", en: "\(page.title.en) | \(shell.product.en)"
            )
        }
        if let icon = files["mark.svg"] { link(.rel("icon"), .href(icon)) }
        if let sheet = files["site.css"] { link(.rel("stylesheet"), .href(sheet)) }
        if let path = files["site.js"] { script(path) }
        if let path = files["htmx.js"] { script(path) }
    }

    @HTMLBuilder
    private func bodyContent(_ page: Page, _ place: String, _ visit: Visit) -> HTML {
        a(.class("skip"), .href(Path(here: "main"))) {
            Term("跳到主要內容", en: "Skip to main content")
        }
        PageHeader(
            shell: shell, caller: visit.caller, unread: visit.unread, width: page.width)
        PageNavigation(
            shell: shell, caller: visit.caller,
            places: [place] + page.trail.reversed().map(\.place), width: page.width)
        if let caller = visit.caller, let principal = caller.onBehalfOf {
            ActingBanner(principal: principal)
        }
        div(.class(page.width.pageClasses(hasAside: page.aside != nil))) {
            main(.id("main"), .class("main stack"), .tabindex(-1)) {
                if !page.trail.isEmpty { Breadcrumbs(trail: page.trail) }
                page.content
            }
            if let side = page.aside {
                aside(.class("stack"), .aria("label", Term("相關資料", en: "Related"))) { side }
            }
        }
        PageFooter(shell: shell, place: place, preferences: visit.preferences, width: page.width)
        ToastRegion(toast: visit.toast)
    }

    /// The enhancement script may run nothing but requests to this site; a form with mistakes (422)
    /// is shown like any other answer.
    private static let enhancement = """
        {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,\
        "selfRequestsOnly":true,"historyCacheSize":0,"responseHandling":[{"code":"204","swap":false},\
        {"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"409","swap":true},\
        {"code":"[45]..","swap":false,"error":true}]}
        """
}

extension Page.Width {
    var wrapClasses: String {
        switch self {
        case .normal: "wrap"
        case .wide: "wrap wrap--wide"
        case .narrow: "wrap"
        }
    }

    func pageClasses(hasAside: Bool) -> String {
        let aside = hasAside ? " page--aside" : ""
        return switch self {
        case .normal: "wrap page" + aside
        case .wide: "wrap wrap--wide page page--wide" + aside
        case .narrow: "wrap page page--narrow"
        }
    }
}
