import Access
import Agencies
import HTML
import Kernel
import Registers
import Storage
import Systems
import Team

extension Programme {
    /// What the other chapters show on the page of an agency.
    static let agencyPanels = [ciso, systems]

    private static let ciso = AgencyPanel { view, agency in
        guard view.caller.may(CISOAppointment.register.see) else { return nil }
        let title = Term("資安長", en: "CISO")
        let none = Term("今天沒有資安長。", en: "There is no CISO today.")
        let register = CISOAppointment.register
        let found = try CISOInForce.all(on: view.now.day, in: .agency(agency), view)[agency]
        let links = found.map { ciso in
            RelatedRows.Link(
                ciso.name, register.place(ciso.appointment),
                note: Term(
                    "\(ciso.post)，\(ciso.fromOn.rocSlashes) 起，\(ciso.document)",
                    en: "\(ciso.post), since \(ciso.fromOn), \(ciso.document)"))
        }
        if let links { return RelatedRows("ciso", title, none: none, [links]) }
        let pending = try CISOPending.all(in: .agency(agency), view)[agency].map { pending in
            RelatedRows.Link(
                pending.name, register.place(pending.appointment),
                note: Term(
                    "簽核中，還沒有核可日期和文號；今天沒有資安長。",
                    en: "waiting for approval; there is no CISO today."))
        }
        return RelatedRows("ciso", title, none: none, pending.map { [$0] } ?? [])
    }

    private static let systems = AgencyPanel { view, agency in
        guard view.caller.may(InformationSystem.register.see) else { return nil }
        let own = ListQuery(agency: agency)
        let systems = try view.count(own, of: InformationSystem.self)
        let businesses = try view.count(own, of: Business.self)
        func place(_ register: Path) -> Path { register.with("agency", agency) }
        return RelatedRows(
            "holdings", Term("業務與資通系統", en: "Businesses and systems"),
            none: Term("還沒有資料。", en: "Nothing yet."),
            [
                RelatedRows.Link(
                    "\(businesses) 項業務", place(Business.register.place)),
                RelatedRows.Link(
                    "\(systems) 個資通系統", place(InformationSystem.register.place)),
            ])
    }
}
