import Access
import HTML
import Kernel
import Storage
import Web

/// The list of a register: how many there are, what narrows them, the rows.
struct ListPage<Row: RegisterRow>: Sendable {
    let list: DrawnList
    let table: ListTable<Row>
    let query: ListQuery
    let caller: Caller

    private var count: CappedCount { list.count }
    private var register: Register<Row> { Row.register }
    private var mayEdit: Bool { register.isEdited(query, by: caller) }

    var page: Page {
        Page(register.title, width: .wide) {
            PageHeading(
                heading, eyebrow: HTML(owner), actions: actions)
            for note in list.notes { note.drawn }
            if isUntouched && list.shown == 0 {
                mayEdit
                    ? EmptyState(register.emptyHint, addLink, importLink)
                    : EmptyState(register.emptyHint)
                if mayEdit { pasting }
                if register.columns.usual != nil { filters }
            } else {
                filters
                results
            }
            ways
        }
    }

    private var isUntouched: Bool {
        query.words.isEmpty && query.filters.isEmpty && query.only == nil && query.after == nil
            && query.day == nil && query.agency == nil
    }

    private var owner: Term {
        caller.supervises && register.supervision == .open && query.agency == nil
            ? Term("\(list.agencyName.zh)及所屬", en: "\(list.agencyName.en) and those under it")
            : list.agencyName
    }

    private var heading: Term {
        let gone = register.extras.gone.flatMap { list.gone > 0 ? $0.term : nil }
        return Term(
            "\(isUntouched ? "" : "找到 ")\(count) 個\(register.one.zh)"
                + (gone.map { "，其中 \(list.gone) 個\($0.zh)" } ?? ""),
            en: "\(register.title.en): \(count)\(isUntouched ? "" : " found")"
                + (gone.map { ", \(list.gone) of them \($0.en)" } ?? ""))
    }

    private var actions: [HTML] {
        let ways = register.ways.map {
            ActionLink($0.term, register.place.appending($0.segment).with(query.pairs)).body
        }
        let acts = list.acts.map { actionForm($0.term, to: $0.path) }
        return ways + asOf + (mayEdit ? acts + [addLink.body, importLink.body] : [])
    }

    /// Lists that hold terms answer by day themselves; the others are read as the ledger has them.
    private var asOf: [HTML] {
        guard register.columns.usual == nil else { return [] }
        let place = register.pastPlace(query.going(on: nil))
        return [ActionLink(Term("某一天的清單", en: "As on a day"), place).body]
    }

    private var addLink: ActionLink {
        ActionLink(
            Term("新增\(register.one.zh)", en: "Add"), register.place.appending("new"), .primary)
    }

    private var filters: FilterBar {
        let choices = register.columns.filtered.compactMap { column in
            column.filterChoice(chosen: query.filters.first { $0.column == column.name }?.typed)
        }
        let questions = register.columns.questions
        let usual = register.columns.usual
        let everything =
            usual == nil
            ? [] : [Control.Option(RowQuestion.everything, Term("全部", en: "All"))]
        let only = FilterBar.Choice(
            "only", Term("只看", en: "Only"),
            questions.map { Control.Option($0.name, $0.term) } + everything,
            chosen: query.only ?? usual?.name ?? "", isOpen: usual == nil)
        let kept = query.order.map { _ in query.pairs.filter { $0.name == "sort" } } ?? []
        return FilterBar(
            to: register.place, words: query.words,
            choices: choices + (questions.isEmpty ? [] : [only]),
            day: usual.map { _ in
                FilterBar.DayChoice(
                    "on", Term("某一天的名單", en: "As at"), query.day?.description ?? "")
            },
            kept: Fields(kept.map { ($0.name, $0.value) }).pairs,
            clear: isUntouched ? nil : register.place)
    }

    @HTMLBuilder
    private var results: HTML {
        if list.shown == 0, list.next == nil {
            EmptyState(
                Term("沒有符合條件的\(register.one.zh)。換個說法，或清除條件。", en: "Nothing matches."),
                ActionLink(Term("清除條件", en: "Clear"), register.place))
        } else {
            DataTable(
                register.title, columns: table.columns, drawn: list.rows, isSelected: mayEdit)
            if mayEdit {
                bulkForm
                pasting
            }
            Paging(
                first: query.after == nil ? nil : query.place(of: register, after: nil),
                next: list.next.map { query.place(of: register, after: $0) }, summary: summary)
        }
    }

    private var summary: Term {
        Term(
            "這一頁 \(list.shown) 筆，共 \(count) 筆",
            en: "\(list.shown) on this page, \(count) in all")
    }
}

extension ListQuery {
    /// How the list stands to a column, and where it is in the order of that column.
    func sort<Row: RegisterRow>(
        _ column: Column<Row>, at place: (ListQuery) -> Path
    ) -> TableSort? {
        guard column.traits.isSorted else { return nil }
        let order = order ?? ListOrder(Row.register.sort)
        let isCurrent = order.column == column.name
        var next = going(on: nil)
        next.order = ListOrder(column.name, isDescending: isCurrent && !order.isDescending)
        let state: TableSort.State =
            !isCurrent ? .unsorted : order.isDescending ? .descending : .ascending
        return TableSort(state, place(next))
    }

    /// Where the same list goes on after `key`, or begins.
    package func place<Row>(of register: Register<Row>, after key: PageKey?) -> Path {
        let start = isBin ? register.place.appending("bin") : register.place
        return start.with(going(on: key).pairs)
    }
}

/// A value as a page shows it; what is missing is said.
func given(_ shown: Term) -> HTML { shown.zh.isEmpty ? notGiven : HTML(shown) }

extension Column {
    func filterChoice(chosen: String?) -> FilterBar.Choice? {
        let options: [Control.Option]
        switch input {
        case .choice(let choices): options = choices.map { Control.Option($0.word, $0.term) }
        case .yesOrNo: options = Control.Option.yesOrNo
        case .line, .paragraph, .wholeNumber, .day: return nil
        }
        return FilterBar.Choice(name.text, term, options, chosen: chosen ?? "")
    }
}

extension Control.Option {
    static let yesOrNo = [
        Control.Option("true", Term("是", en: "Yes")),
        Control.Option("false", Term("否", en: "No")),
    ]
}
