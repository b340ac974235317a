import Access
import Duties
import HTML
import Kernel
import Statute
import Web

/// Two states of the law that are compared.
struct EditionPair: Hashable, Sendable {
    let from: String
    let to: String

    init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// What the address names; else the last reform.
    init(_ query: Fields, _ law: Law) {
        let names = law.editions.map(\.name)
        let pairs = Self.all(law)
        let asked = EditionPair(from: query["from"], to: query["to"])
        let isKnown =
            names.contains(asked.from) && names.contains(asked.to) && asked.from < asked.to
        self = isKnown ? asked : pairs.last ?? asked
    }

    /// One reform after the other, and then all of them at once.
    static func all(_ law: Law) -> [EditionPair] {
        let names = law.editions.map(\.name)
        let steps = zip(names, names.dropFirst()).map { EditionPair(from: $0, to: $1) }
        guard steps.count > 1, let first = names.first, let last = names.last else { return steps }
        return [EditionPair(from: first, to: last)] + steps
    }
}

/// What a reform changed for one agency, of its level and kind: what starts, what stops, whose
/// figure is another, what stands elsewhere now.
struct LawChangesPage: Sendable {
    let law: Law
    let pair: EditionPair
    let agency: JudgedAgency
    let all: LawDiff
    let caller: Caller

    private let diff: LawDiff
    private let title = Term("改版對您改了什麼", en: "What changed for you")

    init(law: Law, pair: EditionPair, agency: JudgedAgency, all: LawDiff, caller: Caller) {
        self.law = law
        self.pair = pair
        self.agency = agency
        self.all = all
        self.caller = caller
        diff = all.felt(by: agency.kind, law)
    }

    private struct Part {
        let id: String
        let term: Term
        let none: Term
        let changes: [LawDiff.Change]
    }

    private var parts: [Part] {
        [
            Part(
                id: "starts", term: Term("開始要辦", en: "Starts"),
                none: Term("沒有新增的。", en: "Nothing starts."), changes: diff.starts),
            Part(
                id: "stops", term: Term("不用再辦", en: "Stops"),
                none: Term("沒有停止的。", en: "Nothing stops."), changes: diff.stops),
            Part(
                id: "changes", term: Term("次數、期限或內容改了", en: "Another figure"),
                none: Term("沒有改的。", en: "No figure changes."), changes: diff.changes),
            Part(
                id: "moves", term: Term("換了條號或位置", en: "Stands elsewhere"),
                none: Term("沒有換位置的。", en: "Nothing moves."), changes: diff.moves),
        ]
    }

    var page: Page {
        Page(title, trail: [LawPlace.home]) {
            PageHeading(title, eyebrow: HTML(eyebrow), lede: HTML(sentence))
            Tabs(
                Term("改版", en: "Reforms"),
                EditionPair.all(law).map { pair in
                    Tabs.Tab(
                        Term(
                            "\(name(pair.from).zh) → \(name(pair.to).zh)",
                            en: "\(pair.from) → \(pair.to)"),
                        LawPlace.changes.with("from", pair.from).with("to", pair.to)
                            .with("agency", agency.id == caller.agency ? nil : agency.id),
                        isCurrent: pair == self.pair)
                })
            for part in parts { section(part) }
        }
    }

    /// An edition by the day it began, as 「114/12/01 起」.
    private func name(_ edition: String) -> Term {
        guard let from = law.edition(named: edition)?.from else {
            return Term(edition, en: edition)
        }
        return Term("\(from.rocSlashes) 起", en: edition)
    }

    private var eyebrow: Term {
        let level = agency.level?.term ?? Term("等級未核定", en: "level not filed")
        return Term("\(agency.name)・\(level.zh)", en: "\(agency.name), \(level.en)")
    }

    private var sentence: Term {
        func count(_ changes: [LawDiff.Change]) -> Int {
            Set(changes.filter(\.kind.isShownAtOnce).map(\.key)).count
        }
        return Term(
            """
            開始要辦 \(count(diff.starts)) 項，不用再辦 \(count(diff.stops)) 項，\
            內容改了 \(count(diff.changes)) 項。只列與您的等級和機關種類有關的；\
            表單項目、防護基準和條號的變動收在各段下面。
            """,
            en: """
                \(count(diff.starts)) start, \(count(diff.stops)) stop, \(count(diff.changes)) change; only \
                what your level and kind feel. Forms, baseline and articles are below each.
                """)
    }

    /// What people do first; lists of forms and the baseline behind a line each.
    private func section(_ part: Part) -> HTML {
        let order: [LawDiff.Kind] = [
            .duty, .clock, .severity, .objective, .figure, .control, .item, .place,
        ]
        return panel(part.term, id: part.id) {
            if part.changes.isEmpty { p(.class("hint")) { part.none } }
            for kind in order {
                let some = part.changes.filter { $0.kind == kind }
                if !some.isEmpty {
                    if kind.isShownAtOnce {
                        rows(some)
                    } else {
                        details(.class("help")) {
                            summary {
                                Term(
                                    "\(kind.term.zh) \(Set(some.map(\.key)).count) 項",
                                    en: "\(kind.term.en): \(Set(some.map(\.key)).count)")
                            }
                            rows(some)
                        }
                    }
                }
            }
        }
    }

    private func rows(_ changes: [LawDiff.Change]) -> HTML {
        let keys = changes.map(\.key).reduce(into: [LawDiff.Change.Key]()) { seen, key in
            if !seen.contains(key) { seen.append(key) }
        }
        return ul(.class("picks")) {
            for key in keys {
                let same = changes.filter { $0.key == key }
                if let first = same.first {
                    li {
                        div {
                            if let name = first.rule {
                                a(.href(LawPlace.rule(name))) { first.term }
                            } else {
                                strong { first.term }
                            }
                            for change in same {
                                if let words = change.words { small { words } }
                            }
                            small { first.citation }
                        }
                    }
                }
            }
        }
    }
}
