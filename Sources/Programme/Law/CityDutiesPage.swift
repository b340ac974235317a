import Access
import Duties
import HTML
import Kernel
import Statute
import Web

/// The duties that the city added under letters of its own, and the form to add one.
struct CityDutiesPage: Sendable {
    let duties: [CityDuty]
    let caller: Caller
    let today: Day
    /// The form that was sent with a mistake, if one was.
    let sent: Fields
    let refusal: LawDeskRefusal?

    private var mayManage: Bool { caller.may(.manageLaw) && caller.isOfCity }
    private let title = Term("市府應辦事項", en: "The city's duties")

    var page: Page {
        Page(title, trail: [LawPlace.home]) {
            ErrorSummary(
                refusal.flatMap { refusal in
                    refusal.field.map { [FieldMessage(field: $0, message: refusal.message)] }
                } ?? [])
            PageHeading(title, lede: HTML(lede))
            if duties.isEmpty {
                EmptyState(
                    mayManage
                        ? Term("還沒有市府自訂的事項。用下面的表新增。", en: "None yet. Add one below.")
                        : Term("還沒有市府自訂的事項。", en: "The city has added none yet."))
            } else {
                list
            }
            if mayManage { adding }
        }
    }

    private var lede: Term {
        Term(
            "市府用公文要求、法規沒有寫的事。從施行日起與其他應辦事項一樣計算，過去的年度不會改判。",
            en:
                "What the city asks by letter. It is judged like every other duty from its first day."
        )
    }

    private var list: HTML {
        panel(Term("已訂的事項", en: "Duties"), id: "city-duties") {
            ul(.class("picks")) {
                for duty in duties {
                    li {
                        div {
                            name(of: duty)
                            small {
                                Term(
                                    "\(duty.rule.document.zh)・\(duty.rule.cadence.term.zh)・\(duty.rule.from.rocSlashes) 起",
                                    en:
                                        "\(duty.rule.document.en) · \(duty.rule.cadence.term.en) · from \(duty.rule.from)"
                                )
                            }
                        }
                        state(duty)
                    }
                }
            }
        }
    }

    private func name(of duty: CityDuty) -> HTML {
        guard duty.everHeld else { return strong { duty.rule.term } }
        return a(.href(LawPlace.rule(RuleName(.duty, duty.rule.id)))) { duty.rule.term }
    }

    @HTMLBuilder
    private func state(_ duty: CityDuty) -> HTML {
        if !duty.everHeld {
            status(.notApplicable, Term("沒有施行就停用", en: "Withdrawn before it began"))
        } else if let endsOn = duty.rule.endsOn {
            status(.notApplicable, Term("\(endsOn.rocSlashes) 停用", en: "Withdrawn \(endsOn)"))
        } else if mayManage {
            actionForm(
                Term("停用", en: "Withdraw"),
                to: LawPlace.cityDuty(duty.duty).appending("withdrawal"), .small,
                subject: duty.rule.term.zh)
        } else {
            status(.done, Term("適用中", en: "In force"))
        }
    }

    private var adding: HTML {
        panel(Term("新增一項", en: "Add one"), id: "add") {
            form(.post, to: LawPlace.cityDuties, .class("stack")) {
                what
                whom
                when
                submit(Term("新增並計算各機關", en: "Add and judge"))
            }
        }
    }

    private func error(_ field: String) -> Term? {
        refusal?.field == field ? refusal?.message : nil
    }

    @HTMLBuilder
    private var what: HTML {
        FormField(
            "term", Term("要辦什麼", en: "What is owed"), .line(sent["term"], most: 60),
            hint: Term("例如：社群帳號盤點", en: "In Chinese, as it will be listed"),
            error: error("term"))
        FormField(
            "termEnglish", Term("英文名稱", en: "In English"), .line(sent["termEnglish"], most: 120),
            optional: true)
        FormField(
            "why", Term("為什麼要辦", en: "Why"), .line(sent["why"], most: 200),
            hint: Term("一句話，承辦人看得懂", en: "One sentence for those who do it"),
            error: error("why"))
        FormField(
            "document", Term("依據的公文或規定", en: "Letter or rule"),
            .line(sent["document"], most: 100),
            hint: Term("例如：府資安字第 1150012345 號函", en: "Its number and title"),
            error: error("document"))
        FormField(
            "aspect", Term("面向", en: "Aspect"),
            .choice(
                Duty.Aspect.allCases.map { Control.Option($0.rawValue, $0.term) },
                chosen: sent["aspect"].isEmpty ? Duty.Aspect.programme.rawValue : sent["aspect"]))
    }

    @HTMLBuilder
    private var whom: HTML {
        FormField(
            "kinds", Term("誰要辦", en: "Whom it binds"),
            .boxes(
                [OrganisationKind.agency, .school].map { Control.Option($0.rawValue, $0.term) },
                chosen: Set(sent.all("kinds"))), error: error("kinds"))
        FormField(
            "levels", Term("責任等級", en: "Levels"),
            .boxes(
                Level.allCases.map { Control.Option($0.rawValue, $0.term) },
                chosen: Set(sent.all("levels"))), error: error("levels"))
    }

    @HTMLBuilder
    private var when: HTML {
        FormField(
            "cadence", Term("多久一次", en: "How often"),
            .radios(
                CityDutyDraft.cadences.map { Control.Option("\($0)", $0.term) },
                chosen: sent["cadence"]), error: error("cadence"))
        FormField(
            "dueOn", Term("每年的期限", en: "Due each year"),
            .line(sent["dueOn"], width: .short, most: 5),
            hint: Term("月-日，例如 09-30；不填就是期末", en: "Month-day; empty for the end of the period"),
            error: error("dueOn"), optional: true)
        FormField(
            "fromOn", Term("施行日", en: "In force from"),
            .day(sent["fromOn"].isEmpty ? "\(today)" : sent["fromOn"]),
            hint: Term(
                "今天或以後。這一期的期限若已過，從下一年開始計算",
                en: "Today or later. Where this period's last day is over, it counts from next year"
            ),
            error: error("fromOn"))
    }
}
