import Access
import Attachments
import Evidence
import HTML
import Kernel
import Registers
import Statute
import Web

/// One agency: what it is, its level and since when, whom to call, what it has, what it was.
struct AgencyPage: Sendable {
    let file: AgencyFile
    let beside: [RelatedRows]
    /// The law's duty to file levels, for the next date.
    let filing: Duty?
    let today: Day
    let caller: Caller
    /// A form of evidence that was not taken.
    var sent: SentEvidence?

    private var agency: Agency { file.agency }
    private var place: Path { .agency(agency.id) }
    private var mayManage: Bool { caller.may(.manageAgencies) && agency.removedAt == nil }

    var page: Page {
        Page(
            Term(agency.name, en: agency.name),
            trail: caller.supervises
                ? [Crumb(Term("機關", en: "Agencies"), "/agencies")] : [],
            aside: aside
        ) {
            PageHeading(
                Term(agency.name, en: agency.name), eyebrow: HTML(agency.details.kind),
                actions: actions)
            ended
            panel(Term("基本資料", en: "Basics"), id: "basics") { SummaryList(basics) }
            level
            contacts
            for rows in beside { rows.drawn }
            subordinates
            evidence
        }
    }

    private var actions: [HTML] {
        guard mayManage else { return [] }
        return AgencyAct.allCases.filter {
            $0 != .levels && (agency.parentID != nil || !$0.isOfTree)
        }
        .map { ActionLink($0.term, place.appending($0.rawValue)).body }
    }

    @HTMLBuilder
    private var ended: HTML {
        for end in file.ends where end.agencyID == agency.id {
            div(.class("note")) {
                p {
                    Term(
                        "\(end.endedOn.rocSlashes) 起\(end.manner.term.zh)，由",
                        en: "\(end.manner.term.en) on \(end.endedOn); carried on by ")
                    a(.href(.agency(end.successorID))) { end.successorName }
                    Term("承接。以前的資料都還在。", en: ". What it left is kept.")
                }
            }
        }
    }

    private var basics: [SummaryList.Fact] {
        let edit = mayManage ? place.appending(AgencyAct.edit.rawValue) : nil
        return [
            SummaryList.Fact(
                Term("機關代碼", en: "Code"), text: agency.details.code ?? "", change: edit),
            SummaryList.Fact(Term("OID", en: "OID"), text: agency.details.oid ?? "", change: edit),
            SummaryList.Fact(Term("機關類別", en: "Kind"), text: agency.details.kind),
            superior,
            SummaryList.Fact(
                Term("人員", en: "People"),
                people),
        ]
    }

    /// Who is above; of an agency that is no more, who carries on.
    private var superior: SummaryList.Fact {
        if let end = file.ends.first(where: { $0.agencyID == agency.id }) {
            return SummaryList.Fact(Term("承接機關", en: "Carried on by"), HTML(end.successorName))
        }
        return SummaryList.Fact(
            Term("上級機關", en: "Superior"),
            agency.parentID == nil
                ? HTML(Term("市府，沒有上級機關", en: "The city; none above"))
                : HTML(file.superiorName ?? ""))
    }

    private var people: HTML {
        let number = Term("\(file.people) 人", en: "\(file.people)")
        guard caller.may(.seePeople) else { return HTML(number) }
        return a(.href(Path("people").with("agency", agency.id))) { number }
    }

    private var level: HTML {
        panel(
            Term("責任等級", en: "Responsibility level"), id: "level",
            link: mayManage
                ? Crumb(Term("登錄核定", en: "Enter a decision"), place.appending("levels")) : nil
        ) {
            if let last = file.decisions.first {
                SummaryList(facts(of: last))
                if file.decisions.count > 1 || mayManage {
                    details {
                        summary {
                            Term(
                                "歷次核定 \(file.decisions.count)",
                                en: "All decisions: \(file.decisions.count)")
                        }
                        decisions
                    }
                }
            } else {
                p(.class("missing")) { Term("尚未核定", en: "Not decided yet") }
            }
        }
    }

    private func facts(of last: LevelDecision) -> [SummaryList.Fact] {
        var facts = [
            SummaryList.Fact(Term("等級", en: "Level"), HTML(last.level.term)),
            SummaryList.Fact(Term("核定日期", en: "Decided on"), HTML(last.decidedOn.term)),
            SummaryList.Fact(Term("核定文號", en: "Document"), text: last.document ?? ""),
            SummaryList.Fact(Term("依據", en: "Ground"), text: last.ground ?? ""),
        ]
        if agency.removedAt == nil, let next = last.nextFiling(filing) {
            facts.append(
                SummaryList.Fact(
                    Term("下次提報期限", en: "Next filing due"),
                    HTML {
                        Term(
                            "\(next.rocSlashes)（\(filing?.rule.citation.term.zh ?? "")）",
                            en: "\(next)")
                        if next < today { status(.late) }
                    }))
        }
        return facts
    }

    private var decisions: HTML {
        DataTable(
            Term("歷次核定", en: "All decisions"),
            columns: [
                TableColumn(Term("核定日期", en: "Decided on")) { HTML($0.decidedOn.term) },
                TableColumn(Term("等級", en: "Level")) { HTML($0.level.term) },
                TableColumn(Term("文號", en: "Document")) { HTML($0.document ?? "") },
                TableColumn(Term("更正", en: "Correct")) { [mayManage, place] decision in
                    if mayManage {
                        form(.post, to: place.appending("level-removal"), .class("act")) {
                            hiddenField("decision", decision.id.description)
                            button(.class("btn btn--plain btn--s")) {
                                Term("撤回", en: "Take back")
                                span(.class("vh")) { "：\(decision.decidedOn.rocSlashes)" }
                            }
                        }
                    }
                },
            ], rows: file.decisions
        ).body
    }
}

extension AgencyPage {
    @HTMLBuilder
    private var evidence: HTML {
        if mayManage || !file.evidence.isEmpty {
            EvidencePanel(
                files: file.evidence, place: place.appending("evidence"), mayAdd: mayManage,
                sent: sent)
        }
    }

    private var contacts: HTML {
        let mayKeep = caller.may(.editTeam) && caller.agency == agency.id
        return panel(
            Term("資安窗口", en: "Security contact"), id: "contacts",
            link: mayKeep ? Crumb(Term("更新", en: "Update"), "/agency-contacts") : nil
        ) {
            if let contacts = file.contacts {
                SummaryList([
                    SummaryList.Fact(Term("窗口", en: "Contact"), contacts.window.drawn),
                    SummaryList.Fact(Term("代理人", en: "Deputy"), contacts.deputy.drawn),
                    SummaryList.Fact(
                        Term("最近確認", en: "Confirmed on"), HTML(contacts.confirmedOn.term)),
                ])
            } else {
                p(.class("missing")) { Term("尚未指定", en: "Nobody named yet") }
            }
        }
    }

    @HTMLBuilder
    private var subordinates: HTML {
        if !file.subordinates.isEmpty {
            panel(
                Term("所屬機關 \(file.subordinates.count)", en: "Below: \(file.subordinates.count)"),
                id: "below",
                link: Crumb(
                    Term("看名單", en: "As a list"),
                    Path("agencies").with("superior", agency.id))
            ) {
                ul(.class("links")) {
                    for below in file.subordinates.prefix(12) {
                        li { a(.href(.agency(below.id))) { below.name } }
                    }
                }
            }
        }
    }

    private var aside: HTML {
        panel(
            Term("沿革", en: "What it was"), id: "periods",
            link: Crumb(Term("修改歷程", en: "Who changed what"), place.appending("history"))
        ) {
            ul(.class("plain")) {
                for period in file.periods {
                    li {
                        period.days
                        "　\(period.name)（\(period.kind)）"
                        if let document = period.document {
                            span(.class("hint")) { " \(document)" }
                        }
                    }
                }
                for end in file.ends where end.successorID == agency.id {
                    li {
                        Term("\(end.endedOn.rocSlashes) 起承接", en: "Since \(end.endedOn) for ")
                        a(.href(.agency(end.agencyID))) { end.name }
                    }
                }
            }
        }
    }
}

extension Day {
    var term: Term { Term(rocSlashes, en: description) }
}

extension AgencyPeriod {
    fileprivate var days: HTML {
        let from =
            fromOn == Self.beforeRecords
            ? Term("建檔前", en: "Before records") : Term(fromOn.rocSlashes, en: fromOn.description)
        let until = untilOn.map { $0.term } ?? Term("現在", en: "now")
        return HTML(Term("\(from.zh)－\(until.zh)", en: "\(from.en) to \(until.en)"))
    }
}

extension AgencyContacts.Contact {
    fileprivate var drawn: HTML? {
        guard let name else { return nil }
        return HTML([name, phone, email].compactMap { $0 }.joined(separator: "　"))
    }
}

extension LevelDecision {
    /// By when the level is filed again, by the cadence of the law.
    func nextFiling(_ duty: Duty?) -> Day? {
        guard case .each(let times, let months)? = duty?.levels[level], times > 0 else {
            return nil
        }
        return (filedOn ?? decidedOn).adding(months: months / times)
    }
}
