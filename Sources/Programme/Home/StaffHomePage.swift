import Access
import HTML
import Kernel
import Web

/// The first screen of those who only now and then have to do with the programme: the button for
/// an incident, and the places that their roles open.
struct StaffHomePage: Sendable {
    let caller: Caller
    let places: [MenuPart]
    let today: Day

    var page: Page {
        Page(Term("首頁", en: "Home"), aside: aside) {
            PageHeading(
                Term("\(caller.name)，您好", en: "Hello, \(caller.name)"),
                eyebrow: HTML(today.eyebrow), lede: HTML(caller.rolesSentence))
            for part in places {
                panel(part.term, id: "part-\(part.name)") {
                    ul(.class("links")) {
                        for item in part.places { li { a(.href(item.path)) { item.term } } }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private var aside: HTML {
        if caller.may(.reportIncidents) { ReportCard() }
    }
}

extension Caller {
    /// Where one acts and as what.
    var rolesSentence: Term {
        let held = Role.allCases.filter(roles.contains).map(\.term)
        return Term(
            "您在\(agencyName)的角色：\(held.map(\.zh).joined(separator: "、"))。",
            en: "Your roles in \(agencyName): \(held.map(\.en).joined(separator: ", ")).")
    }
}
