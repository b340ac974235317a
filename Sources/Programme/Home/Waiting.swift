import Access
import Duties
import HTML
import Incidents
import Inventory
import Kernel
import Registers
import Storage
import Team
import Web

/// One thing that goes no further until somebody decides; it is told from the registers, never
/// ticked.
struct Waiting: Sendable {
    let term: Term
    let why: Term
    let path: Path
    let act: Term

    /// All that waits for the caller, by what their roles let them decide.
    static func all(_ view: View, _ duty: (MeasureID) -> Term?) throws -> [Waiting] {
        try stockTakes(view) + incidents(view) + appointments(view) + waivers(view, duty)
    }

    /// Rounds of this year and the last in which everything is looked at and nobody signed.
    private static func stockTakes(_ view: View) throws -> [Waiting] {
        guard view.caller.may(.signStockTake) else { return [] }
        let year = ROCYear(of: view.now.day)
        let years = [ROCYear(year.number - 1), year].compactMap { $0 }
        return try years.flatMap { year in
            try StockTake.standings(year, .agency(view.caller.agency), view).compactMap { round in
                guard let id = round.stockTakeID, round.signedOn == nil, round.total > 0,
                    round.decided == round.total
                else { return nil }
                return Waiting(
                    term: Term(
                        "簽核 \(year.number) 年資產盤點", en: "Sign the stock-take of \(year.gregorian)"),
                    why: Term(
                        "\(round.total) 項都確認了，簽核後清冊就凍結。",
                        en: "All \(round.total) were looked at; signing freezes the register."),
                    path: Path("stock-takes", id.hyphenated), act: Term("去簽核", en: "Sign"))
            }
        }
    }

    private static func incidents(_ view: View) throws -> [Waiting] {
        try WaitingIncident.all(view).map { waiting in
            let incident = waiting.incident
            let drill = incident.isDrill ? Term("演練 ", en: "Drill ") : Term("", en: "")
            let name = Term(
                "\(drill.zh)\(incident.number) \(incident.title.zh)",
                en: "\(drill.en)\(incident.number) \(incident.title.en)")
            switch waiting.decision {
            case .level:
                return Waiting(
                    term: Term("審核事件等級：\(name.zh)", en: "Review the level: \(name.en)"),
                    why: Term(
                        "\(waiting.agencyName)已通報，審核有法定時限。",
                        en: "\(waiting.agencyName) notified; the law sets a time for the review."),
                    path: waiting.place, act: Term("去審核", en: "Review"))
            case .closure:
                return Waiting(
                    term: Term("事件結案：\(name.zh)", en: "Close: \(name.en)"),
                    why: Term(
                        "損害已控制，改善報告已送出。",
                        en: "Damage is controlled and the report handed in."),
                    path: waiting.place, act: Term("去結案", en: "Close"))
            }
        }
    }

    /// Appointments of the CISO whose approval has no day or number yet.
    private static func appointments(_ view: View) throws -> [Waiting] {
        guard view.caller.roles.contains(.ciso) || view.caller.roles.contains(.head) else {
            return []
        }
        let pending = try view.rows(
            of: CISOAppointment.self,
            where: """
                item.agencyID = \(view.caller.agency) AND item.removedAt IS NULL
                AND item.approved = \(false)
                AND (item.untilOn IS NULL OR item.untilOn >= \(view.now.day))
                """)
        return pending.map { appointment in
            Waiting(
                term: Term(
                    "\(appointment.name)的資安長派任還沒核可",
                    en: "The appointment of \(appointment.name) as CISO is pending"),
                why: Term(
                    "填了簽陳核可日期和文號，才算在任。",
                    en: "It counts once the day and number of the approval are there."),
                path: CISOAppointment.register.place(appointment.head.uuid),
                act: Term("去看", en: "See"))
        }
    }

    /// Waivers whose consent ends within a month.
    private static func waivers(
        _ view: View, _ duty: (MeasureID) -> Term?
    ) throws -> [Waiting] {
        guard view.caller.may(.waiveDuties) else { return [] }
        let today = view.now.day
        return try DutyWaiver.ending(
            from: today, to: today.adding(days: 30), of: view.caller.agency, view
        ).compactMap { waiver in
            guard let term = duty(waiver.duty), let until = waiver.untilOn else { return nil }
            return Waiting(
                term: Term("「\(term.zh)」的免辦快到期", en: "The waiver of “\(term.en)” is ending"),
                why: Term(
                    "\(waiver.consentBy)同意到 \(until.rocSlashes)，之後要辦，或再取得同意。",
                    en: "\(waiver.consentBy) consented until \(until); then it is owed again."),
                path: Path("duties", waiver.duty.text), act: Term("去看", en: "See"))
        }
    }
}

/// What waits for the reader, a line each, with the one button; nothing while nothing waits.
struct WaitingPanel: Component {
    let waiting: [Waiting]

    @HTMLBuilder
    var body: HTML {
        if !waiting.isEmpty {
            panel(
                Term("等我處理 \(waiting.count) 件", en: "Waiting for me: \(waiting.count)"),
                id: "waiting"
            ) {
                ul(.class("picks")) {
                    for item in waiting {
                        li {
                            div {
                                b { item.term }
                                small { item.why }
                            }
                            ActionLink(item.act, item.path, .plain, subject: item.term.zh)
                        }
                    }
                }
            }
        }
    }
}
