import HTML
import Kernel
import Outline
import Papers
import Statute
import Web

/// One demand beside its clause: what it asks, and what proves it or that nothing does.
struct RequirementView: Component {
    let requirement: Requirement
    let supports: SupportBook

    var body: HTML {
        let found = supports.supports(of: requirement)
        return li {
            p(.class("proofs__ask")) {
                span(.class("num note")) { requirement.number.description }
                " "
                requirement.sentence
            }
            if !found.isEmpty {
                ul(.class("proofs__found")) {
                    for support in found {
                        li { SupportView(support: support, year: supports.year) }
                    }
                }
            }
            if !found.contains(where: \.isOwedDuty), supports.standing(of: requirement) == .open {
                none
            }
        }
    }

    /// What is said where nothing can prove the row yet: what is missing, and what one can do.
    @HTMLBuilder
    private var none: HTML {
        if let missing = requirement.missing {
            p(.class("proofs__none")) {
                Term("尚無：\(missing.zh)。", en: "None yet: \(missing.en).")
                if let meanwhile = requirement.meanwhile {
                    Term(
                        "現在可以：\(meanwhile.words.zh)。", en: " Meanwhile: \(meanwhile.words.en). ")
                    if let place = supports.place(of: meanwhile) {
                        a(.href(place.path)) {
                            Term("到「\(place.term.zh)」", en: "To “\(place.term.en)”")
                        }
                    }
                }
            }
        }
    }
}

/// One thing beside a clause, with its figure as a link to exactly the rows that it counts.
struct SupportView: Component {
    let support: Support
    let year: ROCYear

    @HTMLBuilder
    var body: HTML {
        switch support {
        case .records(let records): show(records)
        case .duty(let term, let judged, let path):
            a(.href(path)) { Term("應辦：\(term.zh)", en: "Duty: \(term.en)") }
            " "
            dutyTag(judged.standing, on: judged.day)
        case .exempt(let term, let reason, let path):
            a(.href(path)) { Term("應辦：\(term.zh)", en: "Duty: \(term.en)") }
            " "
            status(.notApplicable)
            span(.class("proofs__none")) { Term("　\(reason.zh)", en: " \(reason.en)") }
        case .unseen(let term):
            Term("應辦：\(term.zh)", en: "Duty: \(term.en)")
            span(.class("proofs__none")) {
                Term("　辦理情形不開放給您的角色", en: " its state is not open to your role")
            }
        case .paper(let kind, let path?): a(.href(path)) { kind.term }
        case .paper(let kind, nil):
            kind.term
            span(.class("proofs__none")) {
                Term("　文件不開放給您的角色", en: " not open to your role")
            }
        case .tally(let term, let count, let path):
            a(.href(path)) { Term("\(term.zh) \(count) 項", en: "\(term.en): \(count)") }
        case .citations(let all, let stale, let path):
            a(.href(path)) { Term("引用法規 \(all) 處", en: "Citations of law: \(all)") }
            span(.class("proofs__none")) {
                stale == 0
                    ? Term("　都是現行條文", en: " all in force")
                    : Term("　\(stale) 處要更新", en: " \(stale) out of date")
            }
        case .builtIn(let term):
            status(.done, Term("系統做到", en: "Built in"))
            " "
            term
        }
    }

    @HTMLBuilder
    private func show(_ records: Support.Records) -> HTML {
        if records.role == .related { Term("相關：", en: "Related: ") }
        a(.href(records.path)) {
            Term(
                "\(records.term.zh) \(records.count) 筆",
                en: "\(records.term.en): \(records.count)")
        }
        if let remark = remark(records) { span(.class("proofs__none")) { remark } }
    }

    /// What the number means for the row.
    private func remark(_ records: Support.Records) -> Term? {
        switch (records.role, records.count) {
        case (.gap, 0): Term("　沒有缺漏", en: " nothing missing")
        case (.gap, _): Term("　要補", en: " to be mended")
        case (.condition, 0):
            records.isYearly
                ? Term("　\(year.number) 年沒有，無須證明", en: " none this year, so nothing to prove")
                : Term("　沒有，無須證明", en: " none, so nothing to prove")
        case (.proof, 0):
            records.isYearly
                ? Term("　\(year.number) 年尚無紀錄", en: " none in \(year.gregorian)")
                : Term("　尚無紀錄", en: " none yet")
        case (.limited, _):
            records.isYearly ? Term("　\(year.number) 年", en: " in \(year.gregorian)") : nil
        case (.proof, _), (.condition, _), (.related, _): nil
        }
    }
}

/// What a clause cites: whether it still stands there, and where it stands now.
struct CitationList: Component {
    let citations: [FoundCitation]

    var body: HTML {
        ul(.class("cites")) {
            for citation in citations { li { CitationView(citation: citation) } }
        }
    }
}

/// One citation and where its subject stands on the day.
struct CitationView: Component {
    let citation: FoundCitation

    var body: HTML {
        HTML {
            citation.isCurrent ? status(.done, Term("現行", en: "Current")) : status(.due, stale)
            " "
            span { citation.text }
            if !citation.isCurrent, !citation.now.isEmpty {
                span(.class("cites__now")) {
                    Term(
                        "→ 現為 \(citation.now.map(\.name.zh).joined(separator: "、"))",
                        en: "→ now \(citation.now.map(\.name.en).joined(separator: ", "))")
                }
            }
            if let question = citation.question { small { question } }
        }
    }

    private var stale: Term {
        citation.now.isEmpty
            ? Term("找不到現行條文", en: "Not found today") : Term("已變更", en: "Moved")
    }
}
