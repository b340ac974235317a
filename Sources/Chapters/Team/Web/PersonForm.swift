import Access
import HTML
import Kernel
import Web

/// The form of a person's entry: new in an agency, or to be corrected.
struct PersonForm: Sendable {
    enum Purpose: Sendable {
        case new(Agency)
        case revise(Person)
    }

    private let purpose: Purpose
    private let typed: Fields
    private let problem: FieldMessage?

    init(_ purpose: Purpose, typed: Fields, refusal: PeopleRefusal? = nil) {
        self.purpose = purpose
        self.typed = typed
        problem = refusal.map { FieldMessage(field: Self.field(of: $0), message: $0.message) }
    }

    var page: Page {
        Page(title, width: .narrow, trail: [Crumb(Term("人員", en: "People"), list)]) {
            ErrorSummary([problem].compactMap { $0 })
            PageHeading(title, eyebrow: eyebrow.map { HTML($0) })
            form(.post, to: target, .class("stack"), .data("guard", "")) {
                if case .new(let agency) = purpose { hiddenField("agency", "\(agency.id)") }
                field("name", Term("姓名", en: "Name"), .line(typed["name"], most: 60))
                field(
                    "account", Term("帳號", en: "Account"), .account(typed["account"]),
                    hint: Term(
                        "個人的帳號，例如 c.wang。不用登入的人可以空著",
                        en: "Their own, such as c.wang. Blank for people who never sign in"),
                    optional: true)
                field("email", Term("Email", en: "Email"), .email(typed["email"]), optional: true)
                field(
                    "phone", Term("電話", en: "Phone"), .line(typed["phone"], width: .half),
                    optional: true)
                if case .new = purpose { roles }
                div(.class("row")) {
                    submit(Term("儲存", en: "Save"))
                    ActionLink(Term("不改了", en: "Cancel"), back)
                }
            }
        }
    }

    private var title: Term {
        switch purpose {
        case .new: Term("新增人員", en: "Add a person")
        case .revise(let person):
            Term("更正資料：\(person.name)", en: "Correct: \(person.name)")
        }
    }

    private var eyebrow: String? {
        if case .new(let agency) = purpose { agency.name } else { nil }
    }

    private var list: Path {
        switch purpose {
        case .new(let agency): Path("people").with("agency", agency.id)
        case .revise(let person): Path("people").with("agency", person.agencyID)
        }
    }

    private var back: Path {
        if case .revise(let person) = purpose { .person(person.id) } else { list }
    }

    private var target: Path {
        if case .revise(let person) = purpose { .person(person.id) } else { "/people" }
    }

    private var roles: FormField {
        let given = Role.allCases.filter { $0 != .city && $0 != .operator }
        return field(
            "role", Term("角色", en: "Roles"),
            .boxes(
                given.map { Web.Control.Option($0.rawValue, $0.term) },
                chosen: Set(typed.roles.map(\.rawValue))),
            hint: Term("從今天起；之後可以再指派", en: "From today; more can be given later"),
            optional: true)
    }

    private func field(
        _ name: String, _ term: Term, _ control: Web.Control, hint: Term? = nil,
        optional: Bool = false
    ) -> FormField {
        FormField(
            name, term, control, hint: hint,
            error: problem.about(name), optional: optional)
    }

    private static func field(of refusal: PeopleRefusal) -> String {
        switch refusal {
        case .accountForm, .accountShared, .accountTaken: "account"
        case .roleOfCity, .ownPost: "role"
        default: "name"
        }
    }
}

/// The form that gives a person a role for a term.
struct PostForm: Sendable {
    let person: Person
    let typed: Fields
    var refusal: PeopleRefusal?
    var lacksRole = false

    private var problem: FieldMessage? {
        if lacksRole {
            return FieldMessage(field: "role", message: Term("選擇角色", en: "Choose a role"))
        }
        return refusal.map { refusal in
            FieldMessage(
                field: refusal == .endsBeforeItBegins ? "until" : "role",
                message: refusal.message)
        }
    }

    var page: Page {
        let title = Term("指派角色：\(person.name)", en: "Give a role: \(person.name)")
        let problem = problem
        func error(_ name: String) -> Term? { problem.about(name) }
        return Page(
            title, width: .narrow,
            trail: [Crumb(Term(person.name, en: person.name), .person(person.id))]
        ) {
            ErrorSummary([problem].compactMap { $0 })
            PageHeading(title)
            form(.post, to: Path.person(person.id).appending("posts"), .class("stack")) {
                FormField(
                    "role", Term("角色", en: "Role"),
                    .radios(
                        Role.allCases.map { Web.Control.Option($0.rawValue, $0.term) },
                        chosen: typed["role"]), error: error("role"))
                FormField("on", Term("開始日", en: "From"), .day(typed["on"]), error: error("on"))
                FormField(
                    "until", Term("結束日", en: "Until"), .day(typed["until"]),
                    hint: Term("沒有期限就空著", en: "Blank for no end"), error: error("until"),
                    optional: true)
                div(.class("row")) {
                    submit(Term("指派", en: "Give"))
                    ActionLink(Term("不改了", en: "Cancel"), .person(person.id))
                }
            }
        }
    }
}
