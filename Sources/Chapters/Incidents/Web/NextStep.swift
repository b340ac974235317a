import Access
import HTML
import Kernel
import Statute
import Web

/// The one thing that is to be done next in an incident, and by whom.
struct NextStep: Component {
    let page: IncidentPage

    private var incident: Incident { page.incident }

    var body: HTML {
        if let step {
            section(.class("panel next"), .aria("labelledby", "next")) {
                div(.class("between")) {
                    div {
                        h2(.id("next")) { step.heading }
                        p { step.why }
                    }
                    if let action = step.action { action }
                }
            }
        }
    }

    private struct Step {
        let heading: Term
        let why: Term
        let action: HTML?
    }

    private var step: Step? {
        if incident.marks.withdrawnAt != nil { return nil }
        if incident.isReviewed(by: page.caller), let review { return review }
        if incident.isOver { return result }
        if incident.mayBeTold(by: page.caller), incident.level == nil { return telling }
        return page.handles ? handling : watching
    }

    /// A drill that is over still owes its result.
    private var result: Step? {
        guard page.mayHandle, incident.isDrill, incident.marks.resultFiledAt == nil else {
            return nil
        }
        return Step(
            heading: Term("把演練結果送主管機關", en: "Send the result of the drill"),
            why: Term("送出後，在這裡登錄時間和文號。", en: "Then enter when and how it was sent."),
            action: ActionLink(
                Term("登錄演練結果", en: "It is sent"), incident.place.appending("result"), .primary
            ).body)
    }

    private var telling: Step {
        let part =
            incident.account == nil ? "details" : incident.effect == nil ? "effects" : "level"
        return Step(
            heading: Term("把內容補完", en: "Tell the rest"),
            why: Term("時間已經記下。補完內容和影響，系統會建議等級。", en: "Then a level is proposed."),
            action: ActionLink(
                Term("繼續填寫", en: "Continue"), incident.place.appending(part), .primary
            )
            .body)
    }

    private var watching: Step? {
        guard incident.agencyID == page.caller.agency else { return nil }
        return Step(
            heading: Term("已送出，承辦人員會接手", en: "Sent; others take over"),
            why: Term("資安專責人員會完成通報。需要您幫忙時會聯絡您。", en: "Your security officer notifies."),
            action: nil)
    }

    private var handling: Step? {
        func step(_ heading: Term, _ why: Term, _ button: Term, _ part: String) -> Step {
            Step(
                heading: heading, why: why,
                action: ActionLink(button, incident.place.appending(part), .primary).body)
        }
        switch incident.phase {
        case .unnotified:
            return step(
                incident.owesRenotification
                    ? Term("等級變了，要再通報一次", en: "Notify the changed level")
                    : Term("到國家通報網站登錄", en: "Notify on the national site"),
                Term(
                    "本系統不會自動送到國家通報應變網站。照欄位複製過去，再把收件編號填回來。",
                    en: "Chengdun does not send it there. Copy the fields, then enter the receipt."),
                Term("看欄位，登錄通報", en: "Fields and receipt"), "notification")
        case .uncontained:
            return step(
                Term("控制損害或恢復服務", en: "Control the damage"),
                Term("完成後登錄時間和做了什麼。", en: "Then say when, and what was done."),
                Term("登錄完成", en: "It is done"), "containment")
        case .unreported:
            return step(
                Term("提出調查、處理及改善報告", en: "Hand in the report"),
                Term(
                    "報告目前在外面寫；送出後，在這裡登錄完成時間和文號。",
                    en: "The report is written elsewhere for now; enter when it was handed in."),
                Term("登錄報告", en: "It is handed in"), "report")
        case .closable:
            return step(
                Term("可以結案了", en: "Ready to close"),
                Term("該辦的都辦了。", en: "Nothing more is owed."), Term("結案", en: "Close"), "closure")
        case .untold, .closed, .withdrawn: return nil
        }
    }

    private var review: Step? {
        if incident.marks.reviewedAt == nil, incident.marks.receivedAt != nil, incident.level != nil
        {
            return Step(
                heading: Term("等您審核等級", en: "Review the level"),
                why: Term("確認等級對不對，不對就改並寫理由。", en: "Confirm it, or change it and say why."),
                action: ActionLink(
                    Term("審核", en: "Review"), incident.place.appending("review"), .primary
                ).body)
        }
        if incident.marks.reviewedAt != nil, incident.marks.toldAt == nil {
            return Step(
                heading: Term("把審核結果送主管機關", en: "Tell the authority"),
                why: Term("送出後按一下，記下時間。", en: "Press when it is sent; the time is noted."),
                action: actionForm(
                    Term("已送出", en: "It is sent"), to: incident.place.appending("authority"),
                    .primary))
        }
        return nil
    }
}
