import Access
import Attachments
import Evidence
import HTML
import Kernel
import Storage
import Web

/// One row of a register: its facts by group, each with the way to change it, and its history.
struct RowPage<Row: RegisterRow>: Sendable {
    let listed: Listed<Row>
    let events: [RowEvent]
    let related: [RelatedRows]
    let files: [EvidenceFile]
    let caller: Caller
    let today: Day
    var sent: SentEvidence?

    private var register: Register<Row> { Row.register }
    private var row: Row { listed.row }
    private var place: Path { register.place(row.head.uuid) }
    private var mayEdit: Bool {
        caller.may(register.edit) && row.agencyID == caller.agency && row.head.removedAt == nil
    }

    var page: Page {
        Page(
            Term(row.name, en: row.name), trail: [Crumb(register.title, register.place)],
            aside: latest
        ) {
            ErrorSummary(sent.map { [FieldMessage($0)] } ?? [])
            PageHeading(
                Term(row.name, en: row.name), eyebrow: HTML(listed.agencyName),
                actions: actions)
            if row.head.removedAt != nil { removedNote }
            for group in register.columns.groups {
                panel(group.term, id: "group-\(group.name)") {
                    SummaryList(facts(group))
                    for remark in remarks(group) { p(.class("hint")) { remark.sentence } }
                }
            }
            for rows in related { rows.drawn }
            EvidencePanel(
                files: files, place: place.appending("evidence"), mayAdd: mayEdit,
                sent: sent)
        }
    }

    private var actions: [HTML] {
        guard mayEdit else { return [] }
        let acts = register.extras.rowActs(row, today).map {
            actionForm($0.term, to: $0.path, version: row.head.version)
        }
        return acts + [
            ActionLink(Term("修改", en: "Edit"), place.appending("edit"), .primary).body,
            actionForm(
                Term("移到回收區", en: "Move to the bin"), to: place.appending("removal"),
                version: row.head.version),
        ]
    }

    @HTMLBuilder
    private var removedNote: HTML {
        div(.class("note")) {
            p { Term("這筆資料在回收區。", en: "This is in the bin.") }
            if caller.may(register.edit) && row.agencyID == caller.agency {
                actionForm(Term("復原", en: "Restore"), to: place.appending("restoration"))
            }
        }
    }

    private func facts(_ group: FieldGroup) -> [SummaryList.Fact] {
        register.columns.all.filter { $0.traits.group == group }.map { column in
            let shown = column.shown(row)
            let change =
                mayEdit && !column.isDerived
                ? place.appending("fields").appending(column.name.text) : nil
            return SummaryList.Fact(
                column.term, shown.zh.isEmpty ? nil : HTML(shown), change: change)
        }
    }

    private func remarks(_ group: FieldGroup) -> [Remark] {
        register.remarks(row).filter {
            register.columns[$0.field.text]?.traits.group == group
        }
    }

    private var latest: HTML {
        panel(
            Term("歷程", en: "History"), id: "history",
            link: Crumb(Term("全部", en: "All"), place.appending("history"))
        ) {
            Timeline(events.prefix(5).map(\.drawn))
        }
    }
}

/// Everything that was done to one row.
struct HistoryPage<Row: RegisterRow>: Sendable {
    let listed: Listed<Row>
    let events: [RowEvent]

    var page: Page {
        let register = Row.register
        let title = Term("\(listed.row.name)的歷程", en: "History of \(listed.row.name)")
        return Page(
            title,
            trail: [
                Crumb(register.title, register.place),
                Crumb(
                    Term(listed.row.name, en: listed.row.name),
                    register.place(listed.row.head.uuid)),
            ]
        ) {
            PageHeading(title)
            Timeline(events.map(\.drawn))
        }
    }
}

extension RowEvent {
    package var drawn: Timeline.Event {
        Timeline.Event(
            at: at, who: author, details: changes.map { HTML($0.sentence) }, sentence: HTML(verb))
    }
}

extension Columns {
    /// The headings in the order in which their first field comes.
    var groups: [FieldGroup] {
        var groups: [FieldGroup] = []
        for column in all
        where column.traits.group != .unseen && !groups.contains(column.traits.group) {
            groups.append(column.traits.group)
        }
        return groups
    }
}
