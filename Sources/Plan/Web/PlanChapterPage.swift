import HTML
import Kernel
import Papers
import Web

/// One chapter of the plan, clause by clause, and beside each what it demands and what proves it.
struct PlanChapterPage {
    let readout: PlanReadout
    /// From 1 on.
    let number: Int
    /// Whether the reader may add clauses of the agency's own.
    let mayAdd: Bool

    private var chapter: PlacedClause { readout.chapters[number - 1] }
    private var heading: String { chapter.label + chapter.clause.text.plainText }

    var page: Page {
        Page(
            Term(heading, en: "Chapter \(number)"), width: .wide,
            trail: [Crumb(Term("維護計畫", en: "The plan"), readout.place("/plan"))]
        ) {
            PageHeading(Term(heading, en: heading), eyebrow: readout.eyebrow, lede: lede)
            readout.chooser(at: Path("plan", String(number)))
            article(.class("plan"), .lang(.chinese)) {
                for placed in clauses {
                    PlanClauseView(
                        placed: placed, readout: readout, names: names, mayAdd: mayAdd)
                }
            }
            neighbours
        }
    }

    private var clauses: [PlacedClause] {
        readout.document.chapters.placed.filter {
            $0.path == chapter.path || $0.path.hasPrefix(chapter.path + "/")
        }
    }

    /// How clauses and annexes are mentioned in running text.
    private var names: [ClauseID: String] { readout.document.spokenNames }

    private var lede: HTML {
        let tally = SupportTally(readout.requirements(of: chapter.clause), readout.supports)
        let sums = SupportSums(tally: tally, readout: readout, chapter: number)
        return HTML {
            Term("這一章有 ", en: "")
            sums.whole
            Term(" 項要求：", en: " demands: ")
            sums
            Term("。", en: ".")
        }
    }

    private var neighbours: HTML {
        nav(.class("paging"), .aria("label", Term("前後章", en: "Neighbouring chapters"))) {
            for (other, term) in [
                (number - 1, Term("上一章", en: "Previous")), (number + 1, Term("下一章", en: "Next")),
            ] where readout.chapters.indices.contains(other - 1) {
                let chapter = readout.chapters[other - 1]
                a(.href(readout.place(Path("plan", String(other))))) {
                    term
                    "：" + chapter.label + chapter.clause.text.plainText
                }
            }
        }
    }
}

/// One clause with what stands beside it.
struct PlanClauseView: Component {
    let placed: PlacedClause
    let readout: PlanReadout
    let names: [ClauseID: String]
    let mayAdd: Bool

    private var clause: Clause { placed.clause }
    private var isOwn: Bool { clause.origin == .agency }

    var body: HTML {
        section(
            .class(
                "plan__clause depth-\(min(placed.depth, 5))\(isOwn ? " plan__clause--own" : "")"),
            .id(clause.id.text)
        ) {
            div(.class("plan__words")) { words }
            div(.class("plan__beside")) { beside }
        }
    }

    @HTMLBuilder
    private var words: HTML {
        if placed.depth > 0 {
            line
        }
        for block in clause.blocks { show(block) }
    }

    private var line: HTML {
        let content = HTML {
            span(.class("plan__label")) { placed.label }
            show(clause.text)
            if isOwn { small(.class("plan__own")) { "（本機關增訂）" } }
        }
        guard clause.isHeading else { return p { content } }
        return switch placed.depth {
        case 1: h2 { content }
        default: h3 { content }
        }
    }

    @HTMLBuilder
    private var beside: HTML {
        if let requirements = readout.requirements[clause.id], !requirements.isEmpty {
            ul(.class("proofs")) {
                for requirement in requirements {
                    RequirementView(requirement: requirement, supports: readout.supports)
                }
            }
        }
        if let citations = readout.citations[clause.id], !citations.isEmpty {
            CitationList(citations: citations)
        }
        if mayAdd, !isOwn, clause.level != .letter {
            p(.class("plan__add")) {
                a(.href(Path("plan-additions", "new").with("clause", clause.id.text))) {
                    Term("增訂", en: "Add own clause")
                    span(.class("vh")) { "：" + placed.path }
                }
            }
        }
    }

    private func show(_ text: [Inline]) -> HTML {
        HTML(
            text.map { inline in
                switch inline {
                case .text(let words): HTML(words)
                case .field(_, let value?): span(.class("plan__field")) { value }
                case .field(let name, nil): mark { "〔\(name)〕" }
                case .reference(let id): HTML(names[id] ?? id.text)
                }
            })
    }

    private func show(_ block: Block) -> HTML {
        switch block {
        case .paragraph(let text): p { show(text) }
        case .list(let points): ul { for point in points { li { show(point) } } }
        case .table(let table): PlanTable(content: table).body
        }
    }
}

/// A table that stands in the plan's text.
struct PlanTable: Component {
    let content: Papers.Table

    var body: HTML {
        div(.class("scroll"), .tabindex(0)) {
            table(.class("table")) {
                thead { tr { for column in content.columns { th(.scope(.col)) { column.title } } } }
                tbody { for row in content.rows { tr { for words in row { td { words } } } } }
            }
        }
    }
}

extension Document {
    /// What running text calls each clause and annex, as in 「肆、二、(一)」 and 「附件2」.
    var spokenNames: [ClauseID: String] {
        var names = Dictionary(
            chapters.placed.map { placed in
                (placed.clause.id, placed.path.replacing("/", with: "、"))
            }
        ) { first, _ in first }
        for (place, id) in ["annex.agencies", "annex.business", "annex.team"].enumerated() {
            names[ClauseID(id)] = "附件\(place + 1)"
        }
        return names
    }
}
