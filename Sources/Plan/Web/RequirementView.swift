import HTML
import Kernel
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
            if found.isEmpty {
                p(.class("proofs__none")) {
                    Term("尚無：還沒有登錄這一項的地方。", en: "None: there is no list for this yet.")
                }
            } else {
                ul(.class("proofs__found")) { for support in found { li { show(support) } } }
            }
        }
    }

    private func show(_ support: Support) -> HTML {
        switch support {
        case .records(let term, let count, let isYearly, let path):
            HTML {
                a(.href(path)) {
                    Term("\(term.zh) \(count) 筆", en: "\(term.en): \(count)")
                }
                if count == 0 {
                    span(.class("proofs__none")) {
                        isYearly
                            ? Term("　今年尚無紀錄", en: " none this year")
                            : Term("　尚無紀錄", en: " none yet")
                    }
                }
            }
        case .duty(let term, let state?, let path):
            HTML {
                a(.href(path)) { Term("應辦：\(term.zh)", en: "Duty: \(term.en)") }
                " "
                state.drawn()
            }
        case .duty(let term, nil, _):
            HTML {
                Term("應辦：\(term.zh)", en: "Duty: \(term.en)")
                span(.class("proofs__none")) {
                    Term("　這個等級不必辦，或不開放查看", en: " not owed at this level, or not open to you")
                }
            }
        case .paper(let kind, let path): a(.href(path)) { kind.term }
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
