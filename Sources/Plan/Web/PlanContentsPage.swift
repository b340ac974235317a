import HTML
import Kernel
import Papers
import Web

/// The plan's first page: its seventeen chapters, and how much of each is proven.
struct PlanContentsPage {
    let readout: PlanReadout

    var page: Page {
        Page(Term("維護計畫", en: "The plan")) {
            PageHeading(heading, eyebrow: readout.eyebrow, lede: HTML(lede), actions: actions)
            PlanChooser(readout: readout, path: "/plan")
            if readout.version == nil { missing }
            chapters
            if !readout.strays.isEmpty { strays }
        }
    }

    private var heading: Term {
        Term(
            "資通安全維護計畫共 \(readout.chapters.count) 章",
            en: "The plan has \(readout.chapters.count) chapters")
    }

    private var lede: Term {
        let all = readout.chapters.flatMap { readout.requirements(of: $0.clause) }
        let tally = SupportTally(all, readout.supports)
        return Term(
            "計畫的 \(tally.all) 項要求裡，\(tally.recorded) 項有紀錄，\(tally.printed) 項由文件呈現，"
                + "\(tally.open) 項尚無證明。",
            en:
                "Of \(tally.all) demands \(tally.recorded) have records, \(tally.printed) are shown "
                + "by papers, \(tally.open) have no proof yet.")
    }

    private var actions: [HTML] {
        [
            ActionLink(Term("條文引用", en: "Citations"), readout.place("/plan/citations")).body,
            ActionLink(Term("各版本", en: "Versions"), "/plan/versions").body,
        ]
    }

    private var missing: HTML {
        p(.class("hint")) {
            Term(
                "市府還沒有採用任何版本，這裡先顯示系統內附的範本；由市府在「各版本」匯入或採用。",
                en: "The city has adopted no version yet; the product's own text is shown.")
        }
    }

    private var chapters: HTML {
        panel(Term("目錄", en: "Contents"), id: "contents") {
            ol(.class("links contents")) {
                for (place, chapter) in readout.chapters.enumerated() {
                    li(.class("between")) {
                        a(.href(readout.place(Path("plan", String(place + 1))))) {
                            chapter.label
                            chapter.clause.text.plainText
                        }
                        summary(of: chapter.clause)
                    }
                }
            }
        }
    }

    private func summary(of chapter: Clause) -> HTML {
        let tally = SupportTally(readout.requirements(of: chapter), readout.supports)
        let stale = readout.citations(of: chapter).filter { !$0.isCurrent }.count
        return span(.class("note")) {
            Term(
                "\(tally.all) 項要求，\(tally.proven) 項有證明",
                en: "\(tally.all) demands, \(tally.proven) proven")
            if tally.open > 0 {
                Term("，\(tally.open) 項尚無", en: ", \(tally.open) open")
            }
            if stale > 0 {
                Term("，\(stale) 處引用已變", en: ", \(stale) citations out of date")
            }
        }
    }

    private var strays: HTML {
        panel(Term("找不到位置的增訂條文", en: "Own clauses without a place"), id: "strays") {
            p(.class("hint")) {
                Term(
                    "計畫換版後，這些增訂所在的條文已不存在。改掛到別條，或移到回收區。",
                    en: "The clauses they hung below are gone. Hang them elsewhere or remove them.")
            }
            ul(.class("links")) {
                for addition in readout.strays {
                    li {
                        a(.href(addition.place)) { addition.words }
                        small { addition.clause }
                    }
                }
            }
        }
    }
}

/// How many of some demands are proven in which way.
struct SupportTally {
    var recorded = 0
    var printed = 0
    var open = 0

    var all: Int { recorded + printed + open }
    var proven: Int { recorded + printed }

    init(_ requirements: [Requirement], _ supports: SupportBook) {
        for requirement in requirements {
            switch supports.standing(of: requirement) {
            case .recorded: recorded += 1
            case .printed: printed += 1
            case .open: open += 1
            }
        }
    }
}

extension PlanAddition {
    /// Where it is read and changed.
    var place: Path { Path("plan-additions", head.uuid.uuidString.lowercased()) }
}
