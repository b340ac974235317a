import Access
import Attachments
import Evidence
import HTML
import Kernel
import Registers
import Statute
import Web

/// One incident: what to do next, the clocks, what is known, and all that was done.
struct IncidentPage: Sendable {
    let seen: SeenIncident
    let clocks: [ClockMark]
    let former: [(level: IncidentLevel, deadlines: [Deadline])]
    let verdict: SeverityVerdict?
    let caller: Caller
    let now: Instant
    /// A form of evidence that was not taken.
    var sent: SentEvidence?

    var incident: Incident { seen.incident }
    private var isOwn: Bool { caller.answers(for: incident.agencyID) }
    var mayHandle: Bool { isOwn && caller.may(.handleIncidents) }
    var handles: Bool { mayHandle && !incident.isOver }

    var page: Page {
        Page(incident.heading, trail: [incident.trail[0]], aside: help) {
            PageHeading(incident.heading, eyebrow: HTML(seen.agencyName), lede: state)
            DrillBanner(isDrill: incident.isDrill)
            NextStep(page: self)
            firstAid
            panel(Term("法定時限", en: "Deadlines"), id: "clocks") {
                if incident.level == nil && !incident.isOver {
                    p(.class("hint")) {
                        Term(
                            "等級還沒判定，先用最短的時限算。判定後會更新。",
                            en: "Until a level is judged, the shortest times are shown.")
                    }
                }
                ClockTable(clocks: clocks, now: now)
                formerDeadlines
            }
            panel(Term("事件內容", en: "What is known"), id: "known") {
                SummaryList(
                    seen.facts(
                        mayChange: incident.mayBeTold(by: caller), mayCorrect: handles))
            }
            level
            panel(Term("處置紀錄", en: "What was done"), id: "steps") {
                if handles { NoteForm(incident: incident, now: now) }
                Timeline(seen.steps.map(\.event))
            }
            evidence
            ending
        }
    }

    /// A reporter sees the incident that they told of, and none of what was collected about it.
    @HTMLBuilder
    private var evidence: HTML {
        if caller.may(.seeIncidents), mayHandle || !seen.files.isEmpty {
            EvidencePanel(
                files: seen.files, place: incident.place.appending("evidence"),
                mayAdd: mayHandle, sent: sent)
        }
    }

    private var state: HTML {
        let isLate = clocks.contains { $0.isRunning && $0.isLate(at: now) }
        return HTML {
            incident.phaseTag(isLate: isLate)
            " "
            incident.levelTerm
            if incident.confirmedLevel != nil && incident.confirmedLevel == incident.level {
                Term("（已確認）", en: " (confirmed)")
            }
        }
    }

    @HTMLBuilder
    private var formerDeadlines: HTML {
        for (level, deadlines) in former where !deadlines.isEmpty {
            div(.class("former")) {
                p(.class("hint")) {
                    Term("原本\(level.term.zh)時的時限：", en: "Deadlines while it was \(level.term.en):")
                }
                ul {
                    for old in deadlines {
                        if let due = old.due {
                            li {
                                old.clock.rule.term
                                " "
                                del { deadline(due) }
                            }
                        }
                    }
                }
            }
        }
    }

    private var level: HTML {
        panel(
            Term("等級", en: "Level"), id: "level",
            link: incident.mayBeTold(by: caller) && incident.effect != nil
                ? Crumb(Term("變更等級", en: "Change the level"), incident.place.appending("level"))
                : nil
        ) {
            SummaryList(levelFacts)
        }
    }

    private var levelFacts: [SummaryList.Fact] {
        let judgement = incident.judgement
        var facts: [SummaryList.Fact] = [
            .init(Term("目前等級", en: "Level now"), incident.level.map { HTML($0.term) }),
            .init(
                Term("系統建議", en: "Proposed"),
                verdict.map { HTML($0.explanation) } ?? judgement.map { HTML($0.proposed.term) }),
        ]
        if let reason = judgement?.reason, judgement?.level != judgement?.proposed {
            facts.append(.init(Term("和建議不同的理由", en: "Why another"), HTML(reason)))
        }
        return facts + [
            .init(Term("上級審核", en: "Reviewed"), reviewed),
            .init(Term("通報編號", en: "Receipt"), text: incident.receipt ?? ""),
        ]
    }

    private var reviewed: HTML {
        guard let moment = incident.marks.reviewedAt, let level = incident.confirmedLevel else {
            return HTML(Term("還沒審核", en: "Not yet"))
        }
        return span {
            level.term
            "，"
            time(moment)
        }
    }

    @HTMLBuilder
    private var ending: HTML {
        if handles {
            div(.class("row")) {
                ActionLink(
                    Term("撤回（誤報）", en: "Withdraw: false alarm"),
                    incident.place.appending("withdrawal"))
            }
        }
    }

    @HTMLBuilder
    private var firstAid: HTML {
        if isOwn, let account = incident.account, !incident.isOver,
            incident.marks.containedAt == nil
        {
            panel(Term("現在先做這 3 件事", en: "First, these three"), id: "first") {
                ol(.class("steps-first")) { for step in account.kind.firstAid { li { step } } }
            }
        }
    }

    private var help: HTML {
        panel(Term("找人幫忙", en: "Whom to call"), id: "call") {
            p { a(.href("/incidents/contacts")) { Term("聯絡卡（可列印）", en: "Contact card") } }
        }
    }
}

/// The form with which those who handle an incident add to its record.
struct NoteForm: Component {
    let incident: Incident
    let now: Instant

    var body: HTML {
        details(.class("help")) {
            summary { Term("記一筆處置", en: "Add a step") }
            form(.post, to: incident.place.appending("steps"), .class("stack")) {
                FormField("at", Term("時間", en: "When"), .moment(now.typed))
                FormField(
                    "words", Term("做了什麼、發現什麼", en: "What was done or found"),
                    .paragraph("", rows: 2, most: 2_000))
                submit(Term("記下來", en: "Note it"), .plain)
            }
        }
    }
}

extension IncidentStep {
    /// As the timeline draws it: when it was so, who entered it, and when, if that was later.
    var event: Timeline.Event {
        let delay = recordedAt.seconds(since: happenedAt)
        let later =
            delay < 60
            ? nil
            : HTML {
                Term("登錄於 ", en: "entered ")
                time(recordedAt)
            }
        return Timeline.Event(
            at: happenedAt, who: by, details: [words.map { HTML($0) }, later].compactMap(\.self),
            sentence: HTML(sentence))
    }
}
