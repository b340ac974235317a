import Access
import HTML
import Kernel
import Web

/// The card that hangs on the wall for when the product is down: whom to call, what to note.
struct ContactCardPage: Sendable {
    let contacts: [Contact]
    let caller: Caller
    let today: Day

    var page: Page {
        let title = Term("資安事件聯絡卡", en: "Whom to call in an incident")
        return Page(title, trail: [Crumb(Term("資安事件", en: "Incidents"), .incidents)]) {
            PageHeading(
                title, eyebrow: HTML(caller.agencyName),
                lede: HTML(
                    Term(
                        "印出來貼在電話旁。系統不能用時，照這張做。",
                        en: "Print it and keep it by the telephone for when Chengdun is down.")))
            for name in agencies { card(name) }
            panel(Term("沒有網路時先記下", en: "Without a network, note"), id: "note") {
                ol(.class("steps-first")) {
                    li { Term("什麼時候知道的：　　月　　日　　時　　分", en: "Since when you know") }
                    li { Term("發生什麼事、影響哪些系統", en: "What happened, to which systems") }
                    li { Term("打給上面第一個人，沒人接打下一個", en: "Call the first above, then the next") }
                    li { Term("恢復後到「通報事件」補登知悉時間", en: "Enter the time of knowledge later") }
                }
            }
            p(.class("hint")) {
                Term("製表 ", en: "As of ")
                time(today)
            }
        }
    }

    private var agencies: [String] {
        contacts.reduce(into: []) { names, contact in
            if !names.contains(contact.agencyName) { names.append(contact.agencyName) }
        }
    }

    private func card(_ name: String) -> HTML {
        panel(Term(name, en: name), id: "agency-\(agencies.firstIndex(of: name) ?? 0)") {
            DataTable(
                Term("\(name)的聯絡人", en: "Contacts of \(name)"),
                columns: [
                    TableColumn(Term("姓名", en: "Name")) { HTML($0.name) },
                    TableColumn(Term("角色", en: "Role")) { HTML($0.role.term) },
                    TableColumn(Term("電話", en: "Telephone")) { Self.orMissing($0.phone) },
                    TableColumn(Term("電子郵件", en: "E-mail")) { Self.orMissing($0.email) },
                ], rows: contacts.filter { $0.agencyName == name })
        }
    }

    private static func orMissing(_ text: String?) -> HTML {
        if let text { return HTML(text) }
        return span(.class("missing")) { Term("尚未填寫", en: "Not given yet") }
    }
}
