import HTML
import Kernel
import Storage
import Web

/// The form of a row, new or not, with what was typed and what is wrong with it.
struct FormPage<Row: RegisterRow>: Sendable {
    let old: Row?
    let typed: TypedFields
    var errors: [FieldError] = []
    /// Phrases of the agency's own rows.
    var offers: [SQLName: [String]] = [:]
    /// The page from which the row is added.
    var origin: Path?

    private var register: Register<Row> { Row.register }
    private var title: Term {
        if let old {
            Term("修改「\(old.name)」", en: "Edit \(old.name)")
        } else {
            Term("新增\(register.one.zh)", en: "Add: \(register.one.en.lowercased())")
        }
    }

    var page: Page {
        Page(title, trail: trail) {
            ErrorSummary(InvalidRow(errors).fieldMessages)
            PageHeading(title)
            form(.post, to: target, .class("stack"), .data("guard", "")) {
                if let old { hiddenField("version", String(old.version)) }
                if let origin { hiddenField("from", origin.text) }
                for group in register.columns.groups { section(group) }
                div(.class("row")) {
                    submit(Term("儲存", en: "Save"))
                    ActionLink(Term("不改了", en: "Cancel"), origin ?? target)
                }
            }
        }
    }

    private var target: Path { old.map { register.place($0.head.uuid) } ?? register.place }

    private var trail: [Crumb] {
        let list = Crumb(register.title, register.place)
        guard let old else { return [list] }
        return [list, Crumb(Term(old.name, en: old.name), register.place(old.head.uuid))]
    }

    @HTMLBuilder
    private func section(_ group: FieldGroup) -> HTML {
        let columns = register.columns.entered.filter { $0.traits.group == group }
        if !columns.isEmpty {
            panel(group.term, id: "group-\(group.name)") {
                if let help = group.help { p(.class("hint")) { help } }
                for column in columns {
                    column.field(
                        typed[column.name], errors: errors, offers: offers[column.name] ?? [])
                }
            }
        }
    }
}

/// One field of a row, changed by itself.
struct FieldPage<Row: RegisterRow>: Sendable {
    let row: Row
    let column: Column<Row>
    let typed: String
    let errors: [FieldError]

    var page: Page {
        let register = Row.register
        let place = register.place(row.head.uuid)
        let title = Term("修改「\(column.term.zh)」", en: "Change \(column.term.en)")
        return Page(
            title, width: .narrow,
            trail: [
                Crumb(register.title, register.place),
                Crumb(Term(row.name, en: row.name), place),
            ]
        ) {
            ErrorSummary(InvalidRow(errors).fieldMessages)
            PageHeading(title)
            form(
                .post, to: place.appending("fields").appending(column.name.text),
                .class("stack"), .data("guard", "")
            ) {
                hiddenField("version", String(row.version))
                column.field(typed, errors: errors)
                div(.class("row")) {
                    submit(Term("儲存", en: "Save"))
                    ActionLink(Term("不改了", en: "Cancel"), place)
                }
            }
        }
    }
}

extension Column {
    /// The field of a form, with what was typed and what is wrong with it.
    package func field(
        _ typed: String, errors: [FieldError], offers: [String] = [], hint: Term? = nil,
        isOptional: Bool? = nil
    ) -> FormField {
        FormField(
            name.text, term, control(typed, traits.offers() + offers), hint: hint ?? traits.hint,
            error: errors.first { $0.field == name }?.message,
            optional: isOptional ?? !isRequired)
    }

    private func control(_ typed: String, _ offers: [String]) -> Control {
        switch input {
        case .line: .line(typed, offers: offers)
        case .paragraph: .paragraph(typed)
        case .wholeNumber: .number(typed)
        case .day: .day(typed)
        case .yesOrNo: .radios(Control.Option.yesOrNo, chosen: typed)
        case .choice(let choices):
            choice(choices.map { Control.Option($0.word, $0.term) }, typed)
        }
    }

    /// Few required answers stand in sight; one that may be left open is a list with a blank.
    private func choice(_ options: [Control.Option], _ typed: String) -> Control {
        let open = Control.Option("", Term("還沒決定", en: "Not decided yet"))
        return isRequired
            ? .radios(options, chosen: typed) : .choice([open] + options, chosen: typed)
    }
}
