import Access
import Duties
import HTML
import Kernel
import Outline
import Statute
import Web

/// One rule: what it sets, where it stands, whom it binds, what follows for one's own agency, its
/// wordings, and who compared it with the official text.
struct RulePage: Sendable {
    let look: RuleCase
    let caller: Caller
    let today: Day
    /// Why a form that was sent is not taken, if one was.
    let refusal: LawDeskRefusal?
    /// How the agencies below stand with the duty; empty for who has none, and for other rules.
    let below: [AgencyStanding]

    private var rule: Rule { look.current.rule }
    private var mayManage: Bool { caller.may(.manageLaw) && caller.isOfCity }
    private var isInForce: Bool { rule.span.contains(today) }

    var page: Page {
        Page(rule.term, trail: [LawPlace.home]) {
            PageHeading(
                rule.term, eyebrow: HTML(look.name.kind.term), lede: why.map { HTML($0) })
            ErrorSummary(
                refusal.flatMap { refusal in
                    refusal.field.map { [FieldMessage(field: $0, message: refusal.message)] }
                } ?? [])
            if !isInForce { notInForce }
            substance
            if look.name.kind == .duty { own }
            if !below.isEmpty { agencies }
            if look.wordings.count > 1 { wordings }
            comparison
        }
    }

    private var why: Term? {
        switch look.current {
        case let duty as Duty: duty.why
        case let clock as Clock: clock.why
        default: nil
        }
    }

    private var notInForce: HTML {
        div(.class("note")) {
            p {
                rule.span.from > today
                    ? Term(
                        "\(rule.span.from.rocWords) 起適用。", en: "In force from \(rule.span.from).")
                    : Term("這條規則現在不適用。", en: "This rule is not in force.")
            }
        }
    }

    private var substance: HTML {
        panel(Term("這條規則", en: "The rule"), id: "rule") {
            SummaryList(
                [
                    SummaryList.Fact(Term("出處", en: "Stands in"), HTML(rule.citation.term)),
                    SummaryList.Fact(Term("適用期間", en: "In force"), HTML(rule.span.term)),
                ] + RuleWords(look.current).facts + added)
        }
    }

    private var added: [SummaryList.Fact] {
        guard let duty = look.cityDuty else { return [] }
        var facts = [
            SummaryList.Fact(
                Term("新增", en: "Added"),
                span {
                    duty.addedBy
                    Term("，", en: ", ")
                    time(duty.addedAt)
                })
        ]
        if let by = duty.withdrawnBy, let at = duty.withdrawnAt {
            facts.append(
                SummaryList.Fact(
                    Term("停用", en: "Withdrawn"),
                    span {
                        by
                        Term("，", en: ", ")
                        time(at)
                    }))
        }
        return facts
    }

    private var own: HTML {
        let year = ROCYear(of: today)
        return panel(
            Term(
                "\(caller.agencyName) \(year.number) 年",
                en: "\(caller.agencyName), \(year.gregorian)"),
            id: "own"
        ) {
            if look.entries.isEmpty {
                p {
                    Term("今年不用辦這一項。", en: "It is not owed this year. ")
                    a(.href(DutyPlace.one(MeasureID(look.name.id), year))) {
                        Term("看原因", en: "See why")
                    }
                }
            } else {
                TaskList(
                    look.entries.map { entry in
                        TaskList.Item(
                            due: entry.standing.dueOn, entry.owed.duty.rule.term,
                            DutyPlace.one(entry.claim.duty, year),
                            note: entry.standing.periodWords,
                            state: dutyTag(entry.standing, on: today))
                    }, in: year)
            }
        }
    }

    /// Whom it binds below the reader's agency, and how they stand.
    private var agencies: HTML {
        let (duty, year) = (MeasureID(look.name.id), ROCYear(of: today))
        return panel(
            Term("各機關辦得如何", en: "How agencies stand"), id: "below",
            link: Crumb(Term("看清單", en: "See the list"), DutyPlace.agencies(duty, year))
        ) {
            p {
                Term("\(below.count) 個機關：", en: "\(below.count) agencies: ")
                StandingSums(duty: duty, year: year, standings: below, today: today)
                Term("。", en: ".")
            }
        }
    }

    private var wordings: HTML {
        panel(Term("歷來版本", en: "Wordings"), id: "wordings") {
            ul(.class("picks")) {
                for wording in look.wordings {
                    li {
                        div {
                            strong { wording.rule.span.term }
                            small { RuleWords(wording).summary }
                        }
                        if wording.rule.span.contains(today) {
                            status(.done, Term("現行", en: "In force"))
                        }
                    }
                }
            }
        }
    }

    /// What the city wrote itself has no other text to be compared with.
    private var mayConfirm: Bool { mayManage && isInForce && look.cityDuty == nil }
    private var isUnsure: Bool { rule.certainty != .verified && look.confirmation == nil }

    @HTMLBuilder
    private var comparison: HTML {
        if isUnsure || rule.question != nil || !look.confirmations.isEmpty || mayConfirm {
            panel(Term("核對原文", en: "Compared with the text"), id: "compared") {
                if isUnsure { sureness }
                if let question = rule.question {
                    p {
                        Term("還沒定論：", en: "Open question: ")
                        question
                        Term("。", en: ".")
                    }
                }
                for confirmation in look.confirmations { shown(confirmation) }
                if mayConfirm {
                    if look.confirmation == nil {
                        confirming
                    } else {
                        details(.class("help"), .when(refusal == .note, .open)) {
                            summary { Term("改寫核對", en: "Compare anew") }
                            confirming
                        }
                    }
                }
            }
        }
    }

    private var sureness: HTML {
        p {
            status(.none, Term("還沒核對原文", en: "Not yet compared"))
            " "
            Term("目前的依據：\(rule.certainty.term.zh)。", en: "So far: \(rule.certainty.term.en). ")
        }
    }

    private func shown(_ one: RuleConfirmation) -> HTML {
        div(.class("stack")) {
            p {
                one.holds(for: rule)
                    ? status(.done, Term("已核對", en: "Compared"))
                    : status(
                        .notApplicable,
                        one.endedAt == nil
                            ? Term("規則後來改了", en: "The rule has changed since")
                            : Term("已收回或改寫", en: "Taken back"))
                " "
                one.note
            }
            p(.class("hint")) {
                Term("\(one.confirmedBy)，", en: "\(one.confirmedBy), ")
                time(one.confirmedAt)
                if let endedAt = one.endedAt {
                    Term("；收回或改寫：", en: "; taken back or rewritten ")
                    time(endedAt)
                }
            }
            if mayManage && one.endedAt == nil {
                actionForm(
                    Term("收回", en: "Take back"),
                    to: LawPlace.confirmation(of: look.name).appending("withdrawal"), .small,
                    subject: rule.term.zh)
            }
        }
    }

    private var confirming: HTML {
        form(
            .post, to: LawPlace.confirmation(of: look.name), .class("stack")
        ) {
            FormField(
                "note", Term("核對了什麼", en: "What was compared"),
                .paragraph("", rows: 2, most: 1_000),
                hint: Term(
                    "例如：對過全國法規資料庫 115/01/07 條文，附表一無誤",
                    en: "As in: compared with the official text of January 2026"),
                error: refusal == .note ? refusal?.message : nil)
            submit(Term("確認與原文相符", en: "Confirm"), .plain)
        }
    }
}

extension Span {
    /// As in 「115/01/07 起」.
    var term: Term {
        guard let to else { return Term("\(from.rocSlashes) 起", en: "since \(from)") }
        return Term("\(from.rocSlashes)–\(to.rocSlashes)", en: "\(from) to \(to)")
    }
}
