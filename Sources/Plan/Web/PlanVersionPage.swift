import HTML
import Kernel
import Papers
import Web

extension PlanVersion {
    /// Where the version is read.
    var place: Path { Path("plan", "versions", id.description) }
}

/// One version of the plan as it was laid in, and what has become of the law that it cites.
struct PlanVersionPage {
    let version: PlanVersion
    let document: Document
    let citations: [CitedPlace]
    /// The day of whose law the citations are held against.
    let day: Day
    let mayChange: Bool

    var page: Page {
        Page(version.name, trail: trail) {
            PageHeading(
                Term("\(version.title)　\(version.name.zh)", en: version.name.en),
                actions: [compare.body])
            SummaryList([
                .init(Term("施行日期", en: "In force from"), dates),
                .init(Term("發布", en: "Issued"), text: version.issued ?? ""),
                .init(Term("來源", en: "Source"), source),
                .init(Term("登錄時間", en: "Added"), time(version.addedAt)),
                .init(
                    Term("內容摘要（SHA-256）", en: "Digest (SHA-256)"),
                    code { version.digest.description }),
            ])
            check
            if mayChange { change }
            PaperOnScreen(document: document, place: version.place, isPart: true)
        }
    }

    private var dates: HTML {
        HTML {
            time(version.effectiveFrom)
            if version.withdrawnAt != nil {
                " "
                status(.notApplicable, Term("已撤回", en: "Taken back"))
            }
        }
    }

    private var source: HTML {
        HTML {
            version.source.term
            if let name = version.fileName { small { "　" + name } }
        }
    }

    private var trail: [Crumb] {
        [
            Crumb(Term("維護計畫", en: "The plan"), "/plan"),
            Crumb(Term("各版本", en: "Versions"), "/plan/versions"),
        ]
    }

    private var compare: ActionLink {
        ActionLink(
            Term("和前一版比較", en: "Against the one before"),
            version.place.appending("differences"))
    }

    /// The citations that lead elsewhere by now.
    private var check: HTML {
        let stale = citations.filter { !$0.citation.isCurrent }
        let place = version.place
        return panel(
            Term(
                "引用檢查：\(citations.count) 處，\(stale.count) 處要更新",
                en: "Citations: \(citations.count), \(stale.count) out of date"), id: "citations"
        ) {
            p(.class("hint")) {
                Term("以 \(day.rocSlashes) 的法規為準。", en: "By the law in force on \(day).")
            }
            if !stale.isEmpty {
                DataTable(
                    Term("要更新的引用", en: "Citations out of date"),
                    columns: CitedPlace.columns { _ in place.at("citations") }, rows: stale)
            }
        }
    }

    @HTMLBuilder
    private var change: HTML {
        if version.withdrawnAt == nil {
            panel(Term("匯錯了？", en: "The wrong text?"), id: "withdraw") {
                p {
                    Term(
                        "撤回後改用前一版；這一版的文字和紀錄都會保留，可以再恢復。",
                        en:
                            "The version before then holds again. The text stays and can be put back."
                    )
                }
                actionForm(
                    Term("撤回這一版", en: "Take it back"), to: version.place.appending("withdrawal"))
            }
        } else {
            actionForm(
                Term("恢復這一版", en: "Put it back"), to: version.place.appending("restoration"))
        }
    }
}
