import Access
import HTML
import Kernel

/// Somebody of a demonstration city, whom a click signs in.
package struct DemonstrationVisitor: Hashable, Sendable {
    let account: String
    let name: String
    let role: Term
    let agencyName: String

    package init(account: String, name: String, role: Term, agencyName: String) {
        self.account = account
        self.name = name
        self.role = role
        self.agencyName = agencyName
    }
}

/// Where people say who they are.
struct SignInPage {
    var account = ""
    var next = ""
    var refusal: (any Refusal)?
    let demonstration: [DemonstrationVisitor]

    var page: Page {
        Page(title, width: .narrow) {
            h1 { Term("登入", en: "Sign in") }
            ErrorSummary(mistakes)
            form(.post, to: "/sign-in", .class("stack")) {
                if !next.isEmpty { hiddenField("next", next) }
                FormField(
                    "account", Term("帳號", en: "Account"), .account(account),
                    error: mistakes.first?.message)
                FormField("password", Term("密碼", en: "Password"), .password())
                submit(Term("登入", en: "Sign in"))
            }
            p(.class("hint")) {
                Term(
                    "忘了密碼，找機關的管理人員要一個新的連結，15 分鐘內有效。",
                    en: "Forgotten it? Ask your administrator for a new link. It lasts 15 minutes.")
            }
            if !demonstration.isEmpty { clicks }
        }
    }

    private var title: Term {
        refusal == nil ? Term("登入", en: "Sign in") : Term("錯誤：登入", en: "Error: sign in")
    }

    private var mistakes: [FieldMessage] {
        refusal.map { [FieldMessage(field: "account", message: $0.message)] } ?? []
    }

    private var clicks: HTML {
        panel(Term("示範登入", en: "Demonstration"), id: "demonstration") {
            p {
                Term(
                    "這裡的機關和人都是虛構的。按一下，用那個人的身分看看。",
                    en: "All agencies and people here are invented. One click signs you in.")
            }
            PickList(
                rows: demonstration.map { visitor in
                    PickList.Row(
                        heading: HTML(visitor.role),
                        notes: [HTML("\(visitor.name)・\(visitor.agencyName)")],
                        act: click(visitor))
                })
        }
    }

    private func click(_ visitor: DemonstrationVisitor) -> HTML {
        form(.post, to: "/sign-in/demonstration", .class("act")) {
            hiddenField("account", visitor.account)
            button(.class(Weight.small.classes)) {
                Term("登入", en: "Sign in")
                span(.class("vh")) { "：\(visitor.name)" }
            }
        }
    }
}
