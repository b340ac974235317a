import Access
import Attachments
import Evidence
import Foundation
import HTML
import Kernel
import Registers
import Web

/// One round: how far it is, the assets that wait, and how they are confirmed.
struct StockTakePage: Sendable {
    let look: StockTakeLook
    let question: StockTakeQuestion
    let caller: Caller
    let today: Day
    /// What is wrong with a form that was just sent.
    var problem: FieldMessage?
    /// What that form said.
    var sent = Fields()
    /// The files that arrived with it.
    var held: [HeldFile] = []
    /// A form of evidence that was not taken.
    var sentEvidence: SentEvidence?

    private var round: StockTake { look.stockTake }
    private var place: Path { .stockTake(round.recordID) }
    private var isOwn: Bool { round.agencyID == caller.agency }
    private var mayConfirm: Bool { isOwn && round.isOpen && caller.may(.editAssets) }
    private var waiting: Int { look.tally[.pending] }

    var page: Page {
        Page(
            round.title, width: .wide,
            trail: [
                Crumb(Term("資產清冊", en: "Assets"), "/assets"),
                Crumb(Term("年度盤點", en: "Stock-take"), .stockTakes),
            ]
        ) {
            ErrorSummary([problem ?? sentEvidence.map { FieldMessage($0) }].compactMap { $0 })
            PageHeading(
                round.title, eyebrow: HTML(look.agencyName), lede: HTML(lede), actions: actions)
            ProgressBar(look.tally.decided, of: look.tally.total, unit: Term("筆", en: "assets"))
            if let reason = round.reopenedBecause, round.isOpen {
                p(.class("hint")) {
                    Term("重新開啟的理由：\(reason)", en: "Opened again because: \(reason)")
                }
            }
            if mayConfirm {
                if waiting > 0 { confirmRest }
                StockTakeSchedule(round: round, problem: problem, sent: sent)
            }
            if isOwn || !round.isOpen {
                SigningPanel(
                    round: round, tally: look.tally, caller: caller, today: today, isOwn: isOwn,
                    problem: problem, sent: sent, held: held)
                evidence
            }
            list
        }
    }

    @HTMLBuilder
    private var evidence: HTML {
        let mayAdd = isOwn && caller.may(.editAssets)
        if !look.files.isEmpty || mayAdd && !round.isOpen {
            EvidencePanel(
                files: look.files, place: place.appending("evidence"), mayAdd: mayAdd,
                sent: sentEvidence)
        }
    }

    private var lede: Term {
        if !round.isOpen {
            return Term("已簽核，清冊已凍結。", en: "Signed; the register is frozen.")
        }
        if let end = look.end {
            return Term(
                "機關 \(end.endedOn.rocSlashes) 起\(end.manner.term.zh)，這次盤點停在這裡，沒有簽核。",
                en: "The agency is no more since \(end.endedOn); this round was never signed.")
        }
        let rest =
            waiting == 0
            ? Term("全部確認了，可以簽核。", en: "All are checked. It can be signed.")
            : Term(
                "還有 \(waiting) 筆待確認。先改有變動的，其餘一次確認。",
                en: "\(waiting) to check. Change what changed, then confirm the rest at once.")
        let last = round.closesOn
        let term =
            round.isLate(on: today)
            ? Term(
                "\(last.rocSlashes) 應完成，\(today.distance(to: last).zh)。",
                en: "It was due on \(last): \(today.distance(to: last).en). ")
            : Term("\(last.rocSlashes) 前完成。", en: "To be done by \(last). ")
        return Term(term.zh + rest.zh, en: term.en + rest.en)
    }

    private var actions: [HTML] {
        var actions = [
            ActionLink(Term("和去年比", en: "Compare"), place.appending("differences")).body,
            ActionLink(Term("列印盤點表", en: "Print"), place.appending("sheet")).body,
        ]
        if mayConfirm {
            actions.append(
                ActionLink(
                    Term("新增資產", en: "Add an asset"),
                    .newAsset(from: place)
                ).body)
        }
        return actions
    }

    private var confirmRest: HTML {
        form(.post, to: place.appending("confirmation"), .class("act")) {
            hiddenField("which", "rest")
            submit(
                waiting == look.tally.total
                    ? Term("\(waiting) 筆都沒變，確認", en: "All \(waiting) unchanged")
                    : Term("其餘 \(waiting) 筆都沒變，確認", en: "The other \(waiting) unchanged"))
        }
    }

    @HTMLBuilder
    private var list: HTML {
        Tabs(Term("結果", en: "Results"), tabs)
        filters
        if mayConfirm && !question.filter.isEmpty && look.matching > 0 { confirmMatching }
        if look.lines.isEmpty {
            EmptyState(empty)
        } else {
            if mayConfirm && hasWaiting {
                form(.post, to: place.appending("confirmation"), .id("pick"), .class("bulk")) {
                    for pair in question.pairs { hiddenField(pair.name, pair.value) }
                    submit(Term("選取的都沒變，確認", en: "Selected: unchanged"), .plain)
                }
            }
            StockTakeTable(
                round: round, lines: look.lines, mayConfirm: mayConfirm && hasWaiting,
                mayChange: mayConfirm
            ).body
            if let next = look.next {
                Paging(
                    first: question.after == nil ? nil : question.place(of: round.recordID),
                    next: question.place(of: round.recordID, after: next),
                    summary: Term(
                        "這一頁 \(look.lines.count) 筆", en: "\(look.lines.count) on this page"))
            }
        }
    }

    private var hasWaiting: Bool { look.lines.contains { $0.result == .pending } }

    private var empty: Term {
        question.result == .pending && question.filter.isEmpty
            ? Term("沒有待確認的資產了。", en: "Nothing is left to check.")
            : Term("沒有符合條件的資產。換個說法，或清除條件。", en: "Nothing matches.")
    }

    private var tabs: [Tabs.Tab] {
        let all = Tabs.Tab(
            Term("全部 \(look.tally.total)", en: "All \(look.tally.total)"),
            question.of(nil).place(of: round.recordID), isCurrent: question.result == nil)
        return [all]
            + StockTakeResult.allCases.map { result in
                let count = look.tally[result]
                return Tabs.Tab(
                    Term("\(result.term.zh) \(count)", en: "\(result.term.en) \(count)"),
                    question.of(result).place(of: round.recordID),
                    isCurrent: question.result == result)
            }
    }

    private var filters: FilterBar {
        let classes = AssetClass.allCases.map { Control.Option($0.rawValue, $0.term) }
        return FilterBar(
            to: place, words: question.filter.words,
            choices: [
                FilterBar.Choice(
                    "place", Term("存放位置", en: "Place"), look.places.map(option),
                    chosen: question.filter.place ?? ""),
                FilterBar.Choice(
                    "keeper", Term("保管人", en: "Keeper"), look.keepers.map(option),
                    chosen: question.filter.keeper ?? ""),
                FilterBar.Choice(
                    "assetClass", Term("類別", en: "Class"), classes,
                    chosen: question.filter.assetClass?.rawValue ?? ""),
            ],
            kept: question.result.map { [Fields.Pair(name: "result", value: $0.rawValue)] } ?? [],
            clear: question.filter.isEmpty ? nil : place)
    }

    private func option(_ word: String) -> Control.Option {
        Control.Option(word, Term(word, en: word))
    }

    private var confirmMatching: HTML {
        form(.post, to: place.appending("confirmation"), .class("act")) {
            hiddenField("which", "matching")
            for pair in question.filterPairs { hiddenField(pair.name, pair.value) }
            submit(
                Term(
                    "符合條件的 \(look.matching) 筆都沒變，確認", en: "These \(look.matching) unchanged"),
                .plain)
        }
    }
}
