import HTML
import Kernel
import Registers
import Statute
import Web

/// A page with one act on an incident: what it means, what to fill in, one button.
struct ActPage: Sendable {
    let incident: Incident
    let title: Term
    let why: Term
    /// The last word of the address, as in `containment`.
    let part: String
    let fields: [FormField]
    let button: Term
    var weight = Weight.primary
    var errors: [FieldMessage] = []
    var before = HTML()

    var page: Page {
        Page(title, trail: incident.trail) {
            ErrorSummary(errors)
            PageHeading(title, eyebrow: HTML(incident.heading), lede: HTML(why))
            DrillBanner(isDrill: incident.isDrill)
            before
            form(.post, to: incident.place.appending(part), .class("stack")) {
                for field in fields { field }
                div(.class("row")) {
                    submit(button, weight)
                    ActionLink(Term("不改了", en: "Cancel"), incident.place)
                }
            }
        }
    }
}

/// What was typed into the form of an act, and what is wrong with it.
struct ActForm: Sendable {
    let typed: Fields
    var errors: [FieldMessage] = []
    let now: Instant

    func message(_ name: String) -> Term? { errors.first { $0.field == name }?.message }

    /// The time of the act, as told; now at first.
    func moment(_ term: Term) -> FormField {
        FormField("at", term, .moment(typed.first("at") ?? now.typed), error: message("at"))
    }

    func words(_ term: Term, hint: Term? = nil, _ name: String = "words") -> FormField {
        FormField(
            name, term, .paragraph(typed.first(name) ?? "", rows: 3, most: 2_000), hint: hint,
            error: message(name))
    }
}

extension ActPage {
    static func notification(_ seen: SeenIncident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: seen.incident, title: Term("登錄通報", en: "Note the notification"),
            why: Term(
                "先到國家資通安全通報應變網站登錄，再把時間和收件編號填回來。網站不能用時，改用電話或傳真，編號欄寫方式和原因。",
                en: "Notify on the national site first. Where it is down, say how and why."),
            part: "notification",
            fields: [
                form.moment(Term("通報時間", en: "Notified at")),
                FormField(
                    "receipt", Term("收件編號", en: "Receipt number"),
                    .line(
                        form.typed.first("receipt") ?? seen.incident.receipt ?? "", width: .half,
                        most: 100),
                    error: form.message("receipt"), optional: true),
            ], button: Term("登錄通報", en: "Note it"), errors: form.errors,
            before: PortalFields(seen: seen).body)
    }

    static func knowledge(_ incident: Incident, _ form: ActForm) -> ActPage {
        let known = form.typed.first("knownAt") ?? incident.report.knownAt.typed
        return ActPage(
            incident: incident, title: Term("更正知悉時間", en: "Correct when it was known"),
            why: Term(
                "時限會照新的時間重算，原來的時間留在處置紀錄。",
                en: "The clocks follow; the time that stood before stays in the record."),
            part: "knowledge",
            fields: [
                FormField(
                    "knownAt", Term("知悉時間", en: "Known since"), .moment(known),
                    error: form.message("knownAt")),
                form.words(Term("為什麼要更正", en: "Why it is corrected"), "reason"),
            ], button: Term("更正", en: "Correct"), errors: form.errors)
    }

    static func review(_ seen: SeenIncident, _ form: ActForm) -> ActPage {
        let incident = seen.incident
        let level = form.typed.first("level") ?? incident.level.map { String($0.rawValue) } ?? ""
        return ActPage(
            incident: incident, title: Term("審核等級", en: "Review the level"),
            why: Term(
                "\(seen.agencyName)判定為\(incident.levelTerm.zh)。",
                en: "\(seen.agencyName) judged it \(incident.levelTerm.en)."),
            part: "review",
            fields: [
                FormField(
                    "level", Term("審核結果", en: "Result"),
                    .radios(
                        Web.Control.Option.levels(proposed: incident.judgement?.proposed),
                        chosen: level), error: form.message("level")),
                form.words(
                    Term("依據或理由", en: "Grounds"),
                    hint: Term("改等級時一定要寫。", en: "Needed when you change it."), "reason"),
            ], button: Term("完成審核", en: "Done"), errors: form.errors,
            before: panel(Term("事件內容", en: "What is known"), id: "known") {
                SummaryList(seen.facts(mayChange: false))
            })
    }

    static func containment(_ incident: Incident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: incident, title: Term("損害控制或復原完成", en: "Damage controlled"),
            why: Term(
                "損害控制住了，或服務恢復了，時限就停。", en: "The clock stops when either is done."),
            part: "containment",
            fields: [
                form.moment(Term("完成時間", en: "Done at")),
                form.words(
                    Term("做了什麼", en: "What was done"),
                    hint: Term("例如：隔離主機、還原備份、改密碼。", en: "Isolated, restored, changed keys.")),
            ], button: Term("登錄完成", en: "Note it"), errors: form.errors)
    }

    static func report(_ incident: Incident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: incident, title: Term("登錄改善報告", en: "Note the report"),
            why: Term(
                "報告目前在外面寫好送出。在這裡登錄送出的時間和文號，時限就停。",
                en: "The report is written elsewhere for now. Enter when and how it was sent."),
            part: "report",
            fields: [
                form.moment(Term("送出時間", en: "Sent at")),
                form.words(Term("文號或送出的方式", en: "Its number, or how it was sent")),
            ], button: Term("登錄報告", en: "Note it"), errors: form.errors)
    }

    static func result(_ incident: Incident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: incident, title: Term("登錄演練結果", en: "Note the result"),
            why: Term("演練結果送出後，在這裡登錄時間和文號。", en: "Enter when and how it was sent."),
            part: "result",
            fields: [
                form.moment(Term("送出時間", en: "Sent at")),
                form.words(Term("文號或送出的方式", en: "Its number, or how it was sent")),
            ], button: Term("登錄結果", en: "Note it"), errors: form.errors)
    }

    static func note(_ incident: Incident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: incident, title: Term("記一筆處置", en: "Add a step"),
            why: Term("紀錄只增不改。寫錯了，再記一筆更正。", en: "Steps are added, never changed."),
            part: "steps",
            fields: [
                form.moment(Term("時間", en: "When")),
                form.words(Term("做了什麼、發現什麼", en: "What was done or found")),
            ], button: Term("記下來", en: "Note it"), errors: form.errors)
    }

    static func withdrawal(_ incident: Incident, _ form: ActForm) -> ActPage {
        ActPage(
            incident: incident, title: Term("撤回事件", en: "Withdraw"),
            why: Term(
                "確定是誤報才撤回。編號 \(incident.number) 會留著，不再給別的事件。",
                en: "Only for a false alarm. The number \(incident.number) stays taken."),
            part: "withdrawal",
            fields: [form.words(Term("為什麼是誤報", en: "Why it was a false alarm"), "reason")],
            button: Term("撤回", en: "Withdraw"), weight: .alarm, errors: form.errors)
    }

    static func closure(_ incident: Incident, owed: [ClockMark], _ form: ActForm) -> ActPage {
        let terms = owed.map(\.term)
        return ActPage(
            incident: incident, title: Term("結案", en: "Close"),
            why: terms.isEmpty
                ? Term("結案後不能再改。", en: "Nothing can be changed after it.")
                : Term(
                    "還欠\(terms.map(\.zh).joined(separator: "、"))，辦好才能結案。",
                    en: "Still owed: \(terms.map(\.en).joined(separator: ", "))."),
            part: "closure",
            fields: [
                FormField(
                    "words", Term("學到什麼", en: "What was learned"),
                    .paragraph(form.typed.first("words") ?? "", rows: 3, most: 2_000),
                    error: form.message("words"), optional: true)
            ], button: Term("結案", en: "Close"), errors: form.errors)
    }
}

/// What the national notification site asks for, in words to copy (通報及應變辦法 §3).
struct PortalFields: Component {
    let seen: SeenIncident

    var body: HTML {
        let incident = seen.incident
        let judged = incident.judgement
        panel(Term("要登錄的欄位", en: "The fields to enter"), id: "fields") {
            dl(.class("sum copies")) {
                field(Term("機關名稱", en: "Agency"), seen.agencyName)
                field(Term("通報人", en: "Reporter"), incident.report.reporterName)
                field(
                    Term("知悉時間", en: "Known since"),
                    "\(incident.report.knownAt.day.rocSlashes) \(incident.report.knownAt.clock)")
                field(Term("事件分類", en: "Kind"), incident.account?.kind.term.zh)
                field(Term("影響等級", en: "Level"), judged?.level.term.zh)
                field(Term("影響情形", en: "Harm"), incident.effect?.term.zh)
                field(
                    Term("個人資料", en: "Personal data"),
                    incident.effect.map { $0.hasPersonalData ? "涉及" : "未涉及" })
                field(
                    Term("受影響系統", en: "Systems"),
                    seen.affected.map(\.name).joined(separator: "、"))
                field(Term("狀況說明", en: "Account"), incident.account?.words)
                field(Term("已採取的措施", en: "Measures"), measures)
                field(Term("本系統編號", en: "Our number"), "\(incident.number)")
            }
        }
    }

    private var measures: String {
        seen.steps.filter { $0.kind == .noted || $0.kind == .contained }.reversed()
            .compactMap(\.words).joined(separator: "；")
    }

    private func field(_ term: Term, _ value: String?) -> HTML {
        div {
            dt { term }
            dd {
                if let value, !value.isEmpty {
                    span(.data("copy", term)) { value }
                } else {
                    span(.class("missing")) { Term("尚未填寫", en: "Not given yet") }
                }
            }
        }
    }
}
