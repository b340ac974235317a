import Access
import Attachments
import Duties
import Evidence
import HTML
import Kernel
import Outline
import Statute
import Web

/// One duty of one agency: why, by when, what counted, what is missing and the button to do it.
struct DutyPage: Sendable {
    let look: DutyCase
    let caller: Caller
    let today: Day
    /// The form that was sent with mistakes, if one was.
    var sent = SentDutyForm()
    /// A form of evidence that was not taken.
    var sentFiles: SentEvidence?

    private var isOwn: Bool { look.agency.id == caller.agency }
    private var other: AgencyID? { isOwn ? nil : look.agency.id }
    private var entry: DutyEntry? { look.current(on: look.year.nearest(to: today)) }
    private var title: Term { look.duty.rule.term }

    var page: Page {
        Page(
            title,
            trail: [
                Crumb(
                    Term("\(look.year.number) 年應辦事項", en: "Duties of \(look.year.gregorian)"),
                    DutyPlace.list(look.year, of: other))
            ], aside: aside
        ) {
            PageHeading(
                title, eyebrow: HTML("\(look.agency.name)"), lede: HTML(look.duty.why),
                actions: actions)
            ErrorSummary(sent.mistakes + (sentFiles.map { [FieldMessage($0)] } ?? []))
            if look.entries.isEmpty { absence }
            for entry in look.entries { period(entry) }
            if !look.rows.isEmpty { counted }
            if look.proof == nil && !look.entries.isEmpty {
                DeclarationPanel(
                    look: look, today: today, mayDeclare: isOwn && caller.may(.declareDuties),
                    sent: sent
                ).body
            }
            evidence
            WaiverPanel(
                look: look, today: today, mayWaive: isOwn && caller.may(.waiveDuties), sent: sent
            ).body
            why
        }
    }

    /// The files of the newest declaration that stands.
    @HTMLBuilder
    private var evidence: HTML {
        if let declaration = look.declarations.first(where: { $0.state == .standing }) {
            EvidencePanel(
                files: look.evidence[declaration.recordID] ?? [], place: declaration.files,
                mayAdd: isOwn && caller.may(.declareDuties), sent: sentFiles)
        }
    }

    private var actions: [HTML] {
        var actions: [HTML] = []
        if let remedy = look.proof?.remedy(for: caller), let entry, isOwn,
            entry.standing.state(on: today).isOpen
        {
            actions.append(
                ActionLink(remedy.words, Path(segments: remedy.place), .primary).body)
        }
        if caller.supervises && caller.may(.seeBoard) {
            actions.append(
                ActionLink(
                    Term("各機關辦得如何", en: "How agencies stand"),
                    DutyPlace.agencies(look.id, look.year)
                ).body)
        }
        return actions
    }

    private var absence: HTML {
        div(.class("note")) {
            p {
                status(.notApplicable)
                " "
                look.absence
                    ?? Term("這一年不用辦。", en: "This is not owed this year.")
            }
        }
    }

    private func period(_ entry: DutyEntry) -> HTML {
        let standing = entry.standing
        return panel(
            Term("這一期 \(standing.periodWords.zh)", en: "Period \(standing.periodWords.en)"),
            id: "period-\(standing.opensOn)"
        ) {
            SummaryList(
                [
                    SummaryList.Fact(Term("現況", en: "State"), dutyTag(standing, on: today)),
                    SummaryList.Fact(Term("期限", en: "Due"), due(entry)),
                    SummaryList.Fact(Term("多久一次", en: "How often"), HTML(entry.owed.cadence.term)),
                    SummaryList.Fact(Term("算到", en: "Counted"), figure(standing)),
                    SummaryList.Fact(Term("依據", en: "Ground"), ground(entry)),
                ] + condition(entry.owed.duty))
        }
    }

    /// On what the duty hangs, and where the agency says that it is otherwise.
    private func condition(_ duty: Duty) -> [SummaryList.Fact] {
        guard let condition = duty.condition, [.hasMailServer, .outsources].contains(condition)
        else { return [] }
        return [
            SummaryList.Fact(
                Term("誰要辦", en: "Who owes it"),
                HTML {
                    Term("\(condition.term.zh)機關。", en: "Agencies \(condition.term.en). ")
                    if caller.may(.seeSystems) {
                        a(.href("/circumstances")) {
                            Term("有沒有，登錄在機關情形", en: "Say so among the circumstances")
                        }
                    }
                })
        ]
    }

    /// The day itself, how far it is, and why it moved.
    private func due(_ entry: DutyEntry) -> HTML {
        HTML {
            if let dueOn = entry.standing.dueOn {
                span {
                    time(exactly: dueOn) { Term(dueOn.rocWords, en: "\(dueOn)") }
                    Term("（\(dueOn.weekday.term.zh)）", en: " (\(dueOn.weekday.term.en))")
                    if entry.standing.state(on: today).isOpen {
                        Term("，", en: ", ")
                        today.distance(to: dueOn)
                    }
                }
                if let moves = entry.owed.end?.moves, let first = moves.first {
                    p(.class("hint")) {
                        Term(
                            "法定末日 \(first.day.rocSlashes) 遇 \(moves.map(\.term.zh).joined(separator: "、"))，順延到這一天。",
                            en:
                                "The legal last day \(first.day) was a rest day (\(moves.map(\.term.en).joined(separator: ", "))); it moved to this one."
                        )
                    }
                }
            } else {
                entry.owed.cadence.term
                if case .after(_, within: nil) = entry.owed.cadence {
                    p(.class("hint")) {
                        Term(
                            "條文沒有訂天數，事情一發生就辦，不等期末。",
                            en: "No number of days is set: at once when it happens.")
                    }
                }
            }
        }
    }

    private func figure(_ standing: Standing) -> HTML {
        guard look.proof != nil else {
            return HTML(
                Term(
                    "這一項還沒有清冊可以認定，由機關簽署聲明。",
                    en: "No register proves this yet; the agency signs a declaration."))
        }
        return HTML {
            "\(standing.counted)／\(standing.needed)"
            if let metOn = standing.metOn {
                Term("，\(metOn.rocSlashes) 起", en: ", since \(metOn)")
            }
        }
    }

    private func ground(_ entry: DutyEntry) -> HTML {
        HTML {
            a(.href(LawPlace.rule(RuleName(.duty, look.duty.id)))) { entry.owed.citation.term }
            if let clause = look.duty.clause {
                Term("・維護計畫 \(clause)", en: ", plan \(clause)")
            }
        }
    }

    private static let shownRows = 50

    private var counted: HTML {
        let rows = look.rows.prefix(Self.shownRows)
        return panel(Term("算進來的資料", en: "What was counted"), id: "counted") {
            ul(.class("picks")) {
                for row in rows {
                    li {
                        div {
                            a(.href(Path(segments: row.place))) { row.name }
                            if let remark = row.remark { small { remark } }
                        }
                        row.counts
                            ? status(.done, Term("算進來", en: "Counts"))
                            : status(.none, Term("還缺", en: "Missing"))
                    }
                }
            }
            if look.rows.count > Self.shownRows, let place = look.proof?.remedy.place {
                p {
                    Term(
                        "先列 \(Self.shownRows) 筆，共 \(look.rows.count) 筆。",
                        en: "\(Self.shownRows) of \(look.rows.count) are shown. ")
                    a(.href(Path(segments: place))) { Term("看全部", en: "See all") }
                }
            }
        }
    }

    private var why: HTML {
        details(.class("panel")) {
            summary { Term("為什麼要辦", en: "Why this is owed") }
            if let entry {
                p { entry.owed.explanation }
            } else {
                p { look.duty.why }
            }
            certainty
            if let question = look.duty.rule.question {
                p {
                    Term("還沒定論：", en: "Open question: ")
                    question
                }
            }
        }
    }

    /// How sure the wording is, and who compared it with the official text.
    @HTMLBuilder
    private var certainty: HTML {
        p {
            Term("這條規則的把握程度：", en: "How sure the rule is: ")
            strong { (entry?.owed.certainty ?? look.duty.rule.certainty).term }
        }
        if let confirmation = look.confirmation {
            p {
                Term(
                    "\(confirmation.confirmedBy) \(confirmation.confirmedAt.day.rocSlashes) 核對過原文：",
                    en:
                        "\(confirmation.confirmedBy) compared it with the official text on \(confirmation.confirmedAt.day): "
                )
                confirmation.note
            }
        } else if look.duty.rule.certainty != .verified {
            p { Term("市府還沒有人核對過這條的原文。", en: "Nobody of the city has compared it yet.") }
        }
        p {
            a(.href(LawPlace.rule(RuleName(.duty, look.duty.id)))) {
                Term("看這條規則", en: "See the rule")
            }
        }
    }

    private var aside: HTML {
        panel(Term("歷程", en: "History"), id: "history") {
            let events = DutyHistory(look).events
            if events.isEmpty {
                p(.class("hint")) {
                    Term("還沒有聲明或免辦的紀錄。", en: "No declarations or waivers yet.")
                }
            } else {
                Timeline(events)
            }
            if caller.may(.seeBoard) {
                p(.class("mt")) {
                    a(.href(DutyPlace.reminders(look.id, look.year))) {
                        Term("催辦紀錄", en: "Reminders")
                    }
                }
            }
        }
    }
}
