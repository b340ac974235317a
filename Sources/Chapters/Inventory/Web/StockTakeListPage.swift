import Access
import HTML
import Kernel
import Web

/// The yearly stock-takes of an agency, and where those below it stand.
struct StockTakeListPage: Sendable {
    let rounds: StockTakeRounds
    let caller: Caller
    let today: Day

    private var thisYear: ROCYear { ROCYear(of: today) }
    private var current: StockTake? { rounds.own.first { $0.year == thisYear } }

    var page: Page {
        let title = Term("年度盤點", en: "Yearly stock-take")
        if rounds.isNarrowed { return signed(title) }
        return Page(title, width: .wide, trail: [Crumb(Term("資產清冊", en: "Assets"), "/assets")]) {
            PageHeading(title, eyebrow: HTML(caller.agencyName), lede: HTML(lede))
            if current == nil && caller.may(.editAssets) { opening }
            if !rounds.own.isEmpty {
                panel(Term("歷年盤點", en: "All years"), id: "own") {
                    DataTable(Term("歷年盤點", en: "All years"), columns: ownColumns, rows: rounds.own)
                }
            }
            if !rounds.standings.isEmpty { below }
        }
    }

    /// What of a year is signed, as the plan counts it, and nothing beside.
    private func signed(_ title: Term) -> Page {
        Page(
            title, width: .wide, trail: [Crumb(Term("年度盤點", en: "Stock-takes"), .stockTakes)]
        ) {
            PageHeading(
                Term(
                    "\(rounds.year.number) 年已簽核的盤點 \(rounds.own.count) 筆",
                    en: "Signed in \(rounds.year.gregorian): \(rounds.own.count)"))
            if rounds.own.isEmpty {
                EmptyState(
                    Term("這一年還沒有簽核過的盤點。", en: "None of this year is signed yet."),
                    ActionLink(Term("看全部盤點", en: "All stock-takes"), .stockTakes))
            } else {
                DataTable(title, columns: ownColumns, rows: rounds.own)
            }
        }
    }

    private var lede: Term {
        switch current {
        case nil:
            Term(
                "\(thisYear.number) 年還沒開始盤點。清冊裡現在有 \(rounds.assets) 筆資產（已報廢的不算），開始後逐筆確認。",
                en:
                    "This year's has not begun. The register has \(rounds.assets) assets to check, without the scrapped ones."
            )
        case .some(let round) where round.isOpen:
            round.isLate(on: today)
                ? Term(
                    "\(thisYear.number) 年的盤點\(today.distance(to: round.closesOn).zh)，還沒簽核。",
                    en: "This year's is \(today.distance(to: round.closesOn).en) and not signed.")
                : Term("\(thisYear.number) 年的盤點進行中。", en: "This year's is under way.")
        case .some:
            Term("\(thisYear.number) 年的盤點已經簽核。", en: "This year's is signed.")
        }
    }

    private var opening: HTML {
        panel(Term("開始 \(thisYear.number) 年盤點", en: "Begin this year's"), id: "opening") {
            form(.post, to: .stockTakes, .class("stack")) {
                hiddenField("year", String(thisYear.number))
                FormField("leader", Term("盤點負責人", en: "Led by"), .line(caller.name, width: .half))
                FormField("opensOn", Term("開始日", en: "From"), .day(today.description))
                FormField(
                    "closesOn", Term("結束日", en: "Until"), .day(thisYear.lastDay.description))
                div(.class("row")) {
                    submit(Term("開始 \(thisYear.number) 年盤點", en: "Begin"))
                }
            }
        }
    }

    private var ownColumns: [TableColumn<StockTake>] {
        let today = today
        return [
            TableColumn(Term("盤點", en: "Stock-take")) { round in
                a(.href(.stockTake(round.recordID))) { round.title }
            },
            TableColumn(Term("狀態", en: "State")) { round in
                round.isOpen ? openRound(until: round.closesOn, on: today) : status(.done)
            },
            TableColumn(Term("期間", en: "Period")) { round in
                time(round.opensOn)
                "–"
                time(round.closesOn)
            },
            TableColumn(Term("負責人", en: "Led by")) { HTML($0.leader) },
            TableColumn(Term("簽核", en: "Signed")) { round in
                if let signature = round.signature {
                    signature.name
                    "，"
                    time(signature.on)
                    "，"
                    signature.means.term
                } else {
                    Term("還沒簽核", en: "Not yet")
                }
            },
        ]
    }

    private var below: HTML {
        let signed = rounds.standings.filter { $0.signedOn != nil }
        return panel(
            Term("\(rounds.year.number) 年各機關盤點", en: "Agencies in \(rounds.year.gregorian)"),
            id: "below"
        ) {
            ProgressBar(
                signed.count, of: rounds.standings.count,
                unit: Term("個機關已簽核", en: "agencies signed"))
            let waiting = rounds.standings.filter { $0.signedOn == nil }
            if !waiting.isEmpty {
                DataTable(
                    Term("還沒簽核的機關", en: "Not signed yet"), columns: standingColumns, rows: waiting)
            }
            if !signed.isEmpty {
                details(.class("help"), .when(waiting.isEmpty, .open)) {
                    summary {
                        Term("已簽核的 \(signed.count) 個機關", en: "The \(signed.count) that signed")
                    }
                    DataTable(
                        Term("已簽核的機關", en: "Signed"), columns: standingColumns, rows: signed)
                }
            }
        }
    }

    private var standingColumns: [TableColumn<StockTakeStanding>] {
        let today = today
        return [
            TableColumn(Term("機關", en: "Agency")) { standing in
                if let id = standing.stockTakeID {
                    a(.href(.stockTake(id))) { standing.agencyName }
                } else {
                    standing.agencyName
                }
            },
            TableColumn(Term("狀態", en: "State")) { standing in
                switch (standing.closesOn, standing.signedOn) {
                case (nil, _): status(.none)
                case (let day?, nil): openRound(until: day, on: today)
                case (_?, _?): status(.done)
                }
            },
            TableColumn(Term("已確認", en: "Checked"), kind: .number) { standing in
                if standing.stockTakeID != nil { "\(standing.decided)／\(standing.total)" }
            },
            TableColumn(Term("簽核日", en: "Signed on")) { standing in
                if let day = standing.signedOn { time(day) }
            },
        ]
    }
}

/// How a round stands that nobody has signed yet: under way until its last day, then late.
private func openRound(until last: Day, on today: Day) -> HTML {
    StockTake.isOver(last, on: today)
        ? status(.late, today.distance(to: last)) : status(.progress)
}
