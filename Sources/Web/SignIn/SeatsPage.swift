import Access
import HTML
import Kernel

/// Where somebody with several posts, or who stands in for others, chooses as whom to work.
struct SeatsPage {
    let seats: [Seat]
    let caller: Caller

    var page: Page {
        Page(Term("選擇身分", en: "Choose as whom to work")) {
            PageHeading(
                Term("您要以哪個身分處理？", en: "As whom do you want to work?"),
                lede: HTML(
                    Term(
                        "所有紀錄都會寫明您是誰、代表誰。",
                        en: "Every record says who you are and for whom you act.")))
            section(.class("panel"), .aria("label", Term("身分", en: "Seats"))) {
                PickList(rows: seats.map(row))
            }
        }
    }

    private func row(_ seat: Seat) -> PickList.Row {
        PickList.Row(
            heading: HTML(seat.agencyName),
            notes: [
                HTML {
                    basis(seat.basis)
                    roles(seat)
                }
            ], act: isCurrent(seat) ? current : take(seat))
    }

    private var current: HTML {
        span(.class("hint")) { Term("目前的身分", en: "At present") }
    }

    private func take(_ seat: Seat) -> HTML {
        form(.post, to: "/seats", .class("act")) {
            hiddenField("seat", seat.key)
            button(.class(Weight.small.classes)) {
                Term("用這個身分", en: "Work as this")
                span(.class("vh")) { "：\(seat.agencyName)" }
            }
        }
    }

    private func basis(_ basis: Seat.Basis) -> Term {
        switch basis {
        case .own: Term("本職：", en: "Own post: ")
        case .deputy(_, let name): Term("代理 \(name)：", en: "Deputy of \(name): ")
        case .consent(_, let name): Term("由\(name)代辦：", en: "On behalf, from \(name): ")
        }
    }

    private func roles(_ seat: Seat) -> Term {
        let terms = Role.allCases.filter(seat.roles.contains).map(\.term)
        return Term(
            terms.map(\.zh).joined(separator: "、"), en: terms.map(\.en).joined(separator: ", "))
    }

    private func isCurrent(_ seat: Seat) -> Bool {
        guard seat.agency == caller.agency, seat.roles == caller.roles else { return false }
        return switch seat.basis {
        case .own: caller.onBehalfOf == nil
        case .deputy(_, let name): caller.onBehalfOf == name
        case .consent: caller.onBehalfOf == seat.agencyName
        }
    }
}
