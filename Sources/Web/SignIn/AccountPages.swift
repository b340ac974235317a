import Access
import HTML
import Kernel

/// The parts of a person's own account.
enum AccountPart: CaseIterable {
    case sessions, password, deputies

    var term: Term {
        switch self {
        case .sessions: Term("登入中的裝置", en: "Signed-in devices")
        case .password: Term("更換密碼", en: "Change password")
        case .deputies: Term("代理人", en: "Deputies")
        }
    }

    var path: Path {
        switch self {
        case .sessions: "/account/sessions"
        case .password: "/account/password"
        case .deputies: "/account/deputies"
        }
    }

    /// A page of the account with the way to the other parts.
    func page(@HTMLBuilder content: () -> HTML) -> Page {
        let inside = content()
        return Page(term) {
            PageHeading(term)
            Tabs(
                Term("我的帳號", en: "My account"),
                Self.allCases.map { Tabs.Tab($0.term, $0.path, isCurrent: $0 == self) })
            inside
        }
    }
}

/// The person's open sessions, each with the way to end it.
struct SessionsPage {
    let sessions: [OpenSession]
    let current: SessionID?

    var page: Page {
        AccountPart.sessions.page {
            p(.class("lede")) {
                Term(
                    "15 分鐘沒動作會自動登出。看到不認得的，結束它再換密碼。",
                    en: "Idle for 15 minutes signs you out. End what you do not know.")
            }
            PickList(rows: sessions.map(row))
        }
    }

    private func row(_ session: OpenSession) -> PickList.Row {
        let device =
            session.device.isEmpty
            ? HTML(Term("不明的裝置", en: "Unknown device")) : HTML(session.device)
        return PickList.Row(
            heading: device,
            notes: [
                HTML("\(session.agencyName)・\(session.source)"),
                HTML {
                    Term("登入 ", en: "Signed in ")
                    time(session.startedAt)
                    Term("・最後動作 ", en: ", last used ")
                    time(session.lastUsedAt)
                },
            ],
            act: session.id == current
                ? span(.class("hint")) { Term("就是這一個", en: "This one") }
                : actionForm(
                    Term("結束", en: "End"),
                    to: Path("account", "sessions", session.id.description, "end"), .small,
                    subject: session.device))
    }
}

/// Where people give themselves a new password.
struct PasswordPage {
    var refusal: (any Refusal)?

    var page: Page {
        let mistake = refusal.map(FieldMessage.init(about:))
        return AccountPart.password.page {
            ErrorSummary(mistake.map { [$0] } ?? [])
            p(.class("lede")) {
                Term(
                    "換好之後，您在其他裝置上的登入都會結束。",
                    en: "Your sign-ins on all other devices will end.")
            }
            form(.post, to: AccountPart.password.path, .class("stack")) {
                FormField(
                    "present", Term("現在的密碼", en: "Present password"), .password(),
                    error: mistake?.message(for: "present"))
                NewPasswordFields(mistake: mistake)
                submit(Term("更換密碼", en: "Change password"))
            }
        }
    }
}

/// Who stands in for the person, and the form to name somebody.
struct DeputiesPage {
    let named: [DeputyEntry]
    let choice: [PostHolder]
    let today: Day
    var filled = Fields()
    var refusal: (any Refusal)?

    var page: Page {
        AccountPart.deputies.page {
            ErrorSummary(mistakes)
            if named.isEmpty {
                EmptyState(
                    Term(
                        "還沒有代理人。出差或請假前指定一位，您的待辦就有人接手。",
                        en: "Nobody stands in for you. Name somebody before you are away."))
            } else {
                PickList(rows: named.map(row))
            }
            panel(Term("指定代理人", en: "Name a deputy"), id: "name-deputy") {
                form(.post, to: AccountPart.deputies.path, .class("stack")) {
                    FormField(
                        "person", Term("代理人", en: "Deputy"),
                        .choice(
                            choice.map { .init($0.id.description, Term($0.name, en: $0.name)) },
                            chosen: filled["person"]),
                        hint: Term(
                            "同一個機關、有職務的人。代理期間有您在這個機關的全部角色。",
                            en: "Holds a post in the same agency. Has all your roles there."),
                        error: message("person"))
                    FormField(
                        "from", Term("從哪天", en: "From"),
                        .day(filled.first("from") ?? today.description), error: message("from"))
                    FormField(
                        "until", Term("到哪天（含）", en: "Until, included"),
                        .day(filled["until"]), error: message("until"), optional: true)
                    submit(Term("指定", en: "Name"))
                }
            }
        }
    }

    private func row(_ deputy: DeputyEntry) -> PickList.Row {
        let term = HTML {
            time(deputy.term.fromOn)
            Term(" 到 ", en: " until ")
            if let last = deputy.term.untilOn {
                time(last)
            } else {
                Term("另行通知為止", en: "further notice")
            }
        }
        return PickList.Row(
            heading: HTML(deputy.name), notes: [term],
            act: actionForm(
                Term("結束代理", en: "End"),
                to: Path("account", "deputies", deputy.id.description, "end"), .small,
                subject: deputy.name))
    }

    private var mistakes: [FieldMessage] {
        refusal.map { refusal in
            let isTerm = refusal.code == PeopleRefusal.endsBeforeItBegins.code
            return [
                FieldMessage(field: isTerm ? "until" : "person", message: refusal.message)
            ]
        } ?? []
    }

    private func message(_ field: String) -> Term? {
        mistakes.first { $0.field == field }?.message
    }
}
