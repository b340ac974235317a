import HTML
import Kernel
import Papers
import Web

/// The plan's first page: its seventeen chapters, and how much of each is proven.
struct PlanContentsPage {
    let readout: PlanReadout

    var page: Page {
        Page(Term("維護計畫", en: "The plan")) {
            PageHeading(heading, eyebrow: readout.eyebrow, lede: lede, actions: actions)
            readout.chooser(at: "/plan")
            if readout.version == nil { missing }
            chapters
            if !readout.supports.ofCity.isEmpty { ofCity }
            if !readout.strays.isEmpty { strays }
        }
    }

    private var heading: Term {
        Term(
            "資通安全維護計畫共 \(readout.chapters.count) 章",
            en: "The plan has \(readout.chapters.count) chapters")
    }

    private var lede: HTML {
        let all = readout.chapters.flatMap { readout.requirements(of: $0.clause) }
        let sums = SupportSums(tally: SupportTally(all, readout.supports), readout: readout)
        return HTML {
            Term("計畫的 ", en: "Of ")
            sums.whole
            Term(" 項要求裡，", en: " demands: ")
            sums
            Term("。", en: ".")
        }
    }

    private var actions: [HTML] {
        [
            ActionLink(Term("條文引用", en: "Citations"), readout.place("/plan/citations")).body,
            ActionLink(Term("各版本", en: "Versions"), "/plan/versions").body,
            ActionLink(Term("文件", en: "Papers"), readout.place("/papers")).body,
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
                        summary(of: chapter.clause, numbered: place + 1)
                    }
                }
            }
        }
    }

    /// How a chapter stands; only what is not proven leads on, for a line is long as it is.
    private func summary(of chapter: Clause, numbered number: Int) -> HTML {
        let tally = SupportTally(readout.requirements(of: chapter), readout.supports)
        let stale = readout.citations(of: chapter).filter { !$0.isCurrent }.count
        return span(.class("note")) {
            Term("\(tally.all) 項要求：", en: "\(tally.all) demands: ")
            SupportSums(
                tally: tally, readout: readout, chapter: number, leading: [.open])
            if stale > 0 {
                Term("，\(stale) 處引用已變", en: ", \(stale) citations out of date")
            }
        }
    }

    /// What the city asks beside the plan, with how it stands: no clause speaks of it.
    private var ofCity: HTML {
        let duties = readout.supports.ofCity
        return panel(Term("市府加的", en: "Added by the city"), id: "of-city") {
            p(.class("hint")) {
                Term(
                    "計畫的條文沒有寫、市府用公文要求的應辦事項有 \(duties.count) 項。",
                    en: "Duties that the city asks by letter, and no clause: \(duties.count).")
                if readout.supports.duties != nil {
                    " "
                    a(.href("/law/city-duties")) { Term("看公文和規定", en: "See the letters") }
                }
            }
            ul(.class("picks mt2")) {
                for duty in duties {
                    li {
                        div {
                            if let support = readout.supports.support(of: duty) {
                                SupportView(support: support, year: readout.supports.year)
                            }
                            small { duty.rule.citation.term }
                        }
                    }
                }
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

extension PlanAddition {
    /// Where it is read and changed.
    var place: Path { Path("plan-additions", head.uuid.uuidString.lowercased()) }
}
