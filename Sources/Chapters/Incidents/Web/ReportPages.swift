import HTML
import Kernel
import Registers
import Statute
import Web

/// The first of four screens: since when the agency knows. It is saved before anything is asked.
struct KnownPage: Sendable {
    let now: Instant
    let typed: Fields
    var errors: [FieldMessage] = []
    /// What this person began and has not finished, so that nobody reports twice.
    var unfinished: [Incident] = []

    var page: Page {
        let title = Term("什麼時候知道的？", en: "Since when do you know?")
        return Page(title, width: .narrow) {
            ErrorSummary(errors)
            PageHeading(
                title, eyebrow: HTML(Term("通報資安事件・1／4", en: "Report an incident · 1 of 4")),
                lede: HTML(
                    Term(
                        "先記下時間，內容等一下再補。法定時限從知悉起算。",
                        en: "Save the time first; the clocks of the law run from it.")))
            if !unfinished.isEmpty { reminders }
            form(.post, to: .incidents, .class("stack")) {
                FormField(
                    "knownAt", Term("知悉時間", en: "Known since"),
                    .moment(typed.first("knownAt") ?? now.typed),
                    hint: Term(
                        "現在是 \(now.day.rocSlashes)（\(now.day.weekday.term.zh)）\(now.clock)。更早知道的，改成那個時間。",
                        en: "It is \(now.day) \(now.clock). Put it back if you knew earlier."),
                    error: errors.first { $0.field == "knownAt" }?.message)
                FormField(
                    "drill", Term("演練", en: "Drill"),
                    .tick(
                        Term("這是演練，不是真的事件", en: "This is a drill"),
                        isTicked: typed.isTicked("drill")))
                submit(Term("我知道了，先記時間", en: "Save the time"), .alarm)
            }
        }
    }

    private var reminders: HTML {
        panel(Term("還沒補完的通報", en: "Not finished yet"), id: "unfinished") {
            ul(.class("links")) {
                for incident in unfinished {
                    li {
                        a(.href(incident.place.appending("details"))) { incident.heading }
                        small {
                            Term("知悉 ", en: "Known ")
                            time(incident.report.knownAt)
                        }
                    }
                }
            }
        }
    }
}

/// The second screen: what happened, in daily words.
struct AccountPage: Sendable {
    let seen: SeenIncident
    let law: Law
    let now: Instant
    let typed: Fields
    var errors: [FieldMessage] = []

    private var incident: Incident { seen.incident }

    var page: Page {
        let title = Term("發生什麼事？", en: "What happened?")
        return Page(title, width: .narrow, trail: incident.trail) {
            ErrorSummary(errors)
            PageHeading(
                title,
                eyebrow: HTML(Term("\(incident.number)・2／4", en: "\(incident.number) · 2 of 4")))
            DrillBanner(isDrill: incident.isDrill)
            SavedNote(incident: incident, law: law, now: now)
            form(.post, to: incident.place.appending("details"), .class("stack")) {
                hiddenField("version", String(incident.version))
                FormField(
                    "kind", Term("最像哪一種", en: "Which is it most like"),
                    .radios(
                        IncidentKind.allCases.map { .init($0.rawValue, $0.term, hint: $0.hint) },
                        chosen: typed.first("kind") ?? incident.account?.kind.rawValue ?? ""),
                    error: errors.first { $0.field == "kind" }?.message)
                FormField(
                    "words", Term("說一下狀況", en: "Tell what you see"),
                    .paragraph(
                        typed.first("words") ?? incident.account?.words ?? "", most: 2_000),
                    hint: Term("看到什麼、哪一臺、誰發現的。不知道的先不用寫。", en: "What, where, who saw it."),
                    error: errors.first { $0.field == "words" }?.message, optional: true)
                div(.class("row")) {
                    submit(Term("繼續", en: "Continue"))
                    ActionLink(Term("晚點再補", en: "Later"), incident.place)
                }
            }
        }
    }
}

/// Says that the time is saved, and how long there is to notify.
struct SavedNote: Component {
    let incident: Incident
    let law: Law
    let now: Instant

    var body: HTML {
        if let mark = try? incident.clocks(by: law).first(where: { $0.clock == .notification }),
            let start = mark.deadline.start, let due = mark.due, mark.isRunning
        {
            div(.class("panel saved")) {
                p {
                    Term("已記下知悉時間 ", en: "Saved: known since ")
                    time(incident.report.knownAt)
                    Term("。距離通報時限還有", en: ". Until the notification is due:")
                }
                p { StatutoryClock(from: start, until: due, now: now) }
            }
        }
    }
}

extension Incident {
    /// The way back: the list, and the incident itself.
    var trail: [Crumb] {
        [
            Crumb(
                isDrill ? Term("事件演練", en: "Drills") : Term("資安事件", en: "Incidents"),
                isDrill ? Path.incidents.appending("drills") : .incidents),
            Crumb(heading, place),
        ]
    }
}
