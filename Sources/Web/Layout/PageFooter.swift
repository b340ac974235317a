import HTML
import Kernel

/// The foot of every page: help, and how the reader likes the pages.
struct PageFooter: Component {
    let shell: Shell
    let place: String
    let preferences: Preferences
    let width: Page.Width

    var body: HTML {
        footer(.class("foot")) {
            div(.class(width.wrapClasses)) {
                for item in shell.footer where item.audience == .open {
                    a(.href(item.path)) { item.term }
                }
                form(.post, to: "/preferences", .class("prefs")) {
                    hiddenField("next", place)
                    languages
                    themes
                    densities
                }
            }
        }
    }

    private var languages: HTML {
        switch preferences.language {
        case .chinese:
            button(.class("quiet"), .name("language"), .value("en"), .lang(.english)) { "English" }
        case .english:
            button(.class("quiet"), .name("language"), .value("zh-Hant-TW"), .lang(.chinese)) {
                "中文"
            }
        }
    }

    private var themes: HTML {
        choice(
            "theme", Term("外觀", en: "Theme"),
            Preferences.Theme.allCases.map {
                ($0.rawValue, $0.term, $0 == preferences.theme)
            })
    }

    private var densities: HTML {
        choice(
            "density", Term("行距", en: "Rows"),
            Preferences.Density.allCases.map {
                ($0.rawValue, $0.term, $0 == preferences.density)
            })
    }

    private func choice(_ name: String, _ term: Term, _ answers: [(String, Term, Bool)]) -> HTML {
        div(.class("choice"), .role("group"), .aria("label", term)) {
            span(.aria("hidden", "true")) { term }
            for (value, answer, isChosen) in answers {
                button(
                    .class("quiet"), .name(name), .value(value),
                    .aria("pressed", isChosen ? "true" : "false")
                ) { answer }
            }
        }
    }
}

/// Where short words after an act appear, with the way to take it back.
struct ToastRegion: Component {
    let toast: Toast?

    var body: HTML {
        div(.class("toasts"), .id("toasts"), .role("status"), .aria("live", "polite")) {
            if let toast {
                div(.class("toast")) {
                    p { toast.words }
                    if let undo = toast.undo {
                        form(.post, to: undo) {
                            button(.class("btn btn--toast"), .data("shortcut", "u")) {
                                Term("復原", en: "Undo")
                            }
                        }
                    }
                }
            }
        }
    }
}
