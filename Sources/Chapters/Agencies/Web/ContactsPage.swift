import Access
import HTML
import Kernel
import Web

/// Whom to call in one's own agency about security, and the way to say so.
struct ContactsPage: Sendable {
    let caller: Caller
    let contacts: AgencyContacts?
    let refusal: AgencyListRefusal?

    var page: Page {
        let title = Term("資安窗口", en: "Security contact")
        return Page(
            title, width: .narrow,
            trail: [Crumb(Term(caller.agencyName, en: caller.agencyName), .agency(caller.agency))]
        ) {
            ErrorSummary(
                refusal.map { [FieldMessage(field: "windowName", message: $0.message)] } ?? [])
            PageHeading(
                title,
                lede: HTML(
                    Term(
                        "出事的時候市府會找這個人。沒變也請按一次，表示確認過。",
                        en:
                            "Whom the city calls when something happens. Send it unchanged to confirm."
                    )))
            form(.post, to: "/agency-contacts", .class("stack"), .data("guard", "")) {
                for field in fields("window", Term("窗口", en: "Contact"), contacts?.window) { field }
                for field in fields("deputy", Term("代理人", en: "Deputy"), contacts?.deputy) { field }
                div(.class("row")) {
                    submit(Term("儲存並確認", en: "Save and confirm"))
                    ActionLink(Term("不改了", en: "Cancel"), .agency(caller.agency))
                }
            }
        }
    }

    private func fields(
        _ whose: String, _ who: Term, _ contact: AgencyContacts.Contact?
    ) -> [FormField] {
        let isWindow = whose == "window"
        func term(_ zh: String, _ en: String) -> Term {
            Term("\(who.zh)\(zh)", en: "\(who.en): \(en)")
        }
        return [
            FormField(
                "\(whose)Name", term("姓名", "name"), .line(contact?.name ?? "", most: 60),
                error: isWindow ? refusal?.message : nil, optional: !isWindow),
            FormField(
                "\(whose)Phone", term("電話", "phone"), .line(contact?.phone ?? "", width: .half),
                optional: true),
            FormField(
                "\(whose)Email", term(" Email", "email"), .email(contact?.email ?? ""),
                optional: true),
        ]
    }
}
