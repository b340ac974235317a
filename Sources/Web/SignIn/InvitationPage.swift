import Access
import HTML
import Kernel

/// Where somebody with a link sets a password: an invited person, or the first of a city.
struct InvitationPage {
    let invitation: Invitation
    let path: Path
    var filled = Fields()
    var refusal: (any Refusal)?

    var page: Page {
        Page(heading, width: .narrow) {
            h1 { heading }
            p(.class("lede")) { lede }
            ErrorSummary(mistake.map { [$0] } ?? [])
            form(.post, to: path, .class("stack")) {
                if invitation.purpose == .setUp { person }
                NewPasswordFields(mistake: mistake)
                submit(
                    invitation.purpose == .setUp
                        ? Term("完成設定並登入", en: "Set up and sign in")
                        : Term("儲存密碼並登入", en: "Save and sign in"))
            }
        }
    }

    private var heading: Term {
        switch invitation.purpose {
        case .setUp: Term("設定城盾", en: "Set up Chengdun")
        case .firstPassword, .letter, .newPassword: Term("設定密碼", en: "Set your password")
        }
    }

    private var lede: Term {
        switch invitation.purpose {
        case .setUp:
            Term(
                "您是\(invitation.agencyName)的第一位使用者，會同時有資訊局和系統管理者的角色。之後由您邀請其他人。",
                en:
                    "You are the first user of \(invitation.agencyName). You will invite the others."
            )
        case .firstPassword, .letter, .newPassword:
            Term(
                "\(invitation.agencyName)・\(invitation.personName ?? "")・帳號 \(account)",
                en: "\(invitation.personName ?? ""), \(invitation.agencyName), account \(account)")
        }
    }

    private var account: String { invitation.account?.text ?? "" }

    @HTMLBuilder
    private var person: HTML {
        FormField(
            "name", Term("姓名", en: "Name"), .line(filled["name"], most: 60),
            error: mistake?.message(for: "name"))
        FormField(
            "account", Term("帳號", en: "Account"), .account(filled["account"]),
            hint: Term("個人的帳號，例如 c.wang。", en: "Your own, such as c.wang."),
            error: mistake?.message(for: "account"))
        FormField(
            "email", Term("電子郵件", en: "E-mail"), .email(filled["email"]),
            error: mistake?.message(for: "email"), optional: true)
    }

    private var mistake: FieldMessage? { refusal.map(FieldMessage.init(about:)) }
}

/// The two fields of a new password.
struct NewPasswordFields: Component {
    let mistake: FieldMessage?

    var body: HTML {
        FormField(
            "password", Term("新密碼", en: "New password"), .password(isNew: true),
            hint: Term(
                "至少 15 個字，中文也可以。一句只有您想得到的話最好記。",
                en: "At least 15 characters. A sentence only you would think of works best."),
            error: mistake?.message(for: "password"))
        FormField(
            "repeated", Term("再填一次", en: "The same again"), .password(isNew: true),
            error: mistake?.message(for: "repeated"))
    }
}

extension FieldMessage {
    /// The field that a refusal of these forms is about.
    init(about refusal: any Refusal) {
        let field =
            switch refusal {
            case PasswordRefusal.differs: "repeated"
            case PasswordRefusal.wrongPresent: "present"
            case PeopleRefusal.nameLength: "name"
            case PeopleRefusal.accountForm, PeopleRefusal.accountShared, PeopleRefusal.accountTaken:
                "account"
            case SignInRefusal.locked: "present"
            default: "password"
            }
        self.init(field: field, message: refusal.message)
    }

    func message(for field: String) -> Term? {
        field == self.field ? message : nil
    }
}
