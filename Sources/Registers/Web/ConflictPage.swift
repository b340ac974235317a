import HTML
import Kernel
import Web

/// Two people changed the same row: field by field, what the reader typed and what stands there.
struct ConflictPage<Row: RegisterRow>: Sendable {
    let conflict: RegisterConflict<Row>

    var page: Page {
        let register = Row.register
        let row = conflict.row
        let place = register.place(row.head.uuid)
        return Page(
            Term("有人先改了「\(row.name)」", en: "Somebody changed \(row.name) first"),
            trail: [
                Crumb(register.title, register.place), Crumb(Term(row.name, en: row.name), place),
            ]
        ) {
            PageHeading(Term("有人先改了「\(row.name)」", en: "Somebody changed \(row.name) first"))
            ConflictView(
                to: place, version: row.version, sentence: conflict.message,
                differences: differences, others: others)
        }
    }

    private var typedColumns: [Column<Row>] {
        Row.register.columns.entered.filter { conflict.typed.words[$0.name.text] != nil }
    }

    private var differences: [ConflictView.Difference] {
        typedColumns.filter(differs).map { column in
            let typed = conflict.typed[column.name]
            return ConflictView.Difference(
                column.name.text, column.term,
                typed: (typed, HTML(column.word(typed))),
                stored: (column.typed(conflict.row), HTML(column.shown(conflict.row))))
        }
    }

    private var others: [Fields.Pair] {
        let same = typedColumns.filter { !differs($0) }
        return Fields(same.map { ($0.name.text, conflict.typed[$0.name]) }).pairs
    }

    private func differs(_ column: Column<Row>) -> Bool {
        conflict.typed[column.name] != column.typed(conflict.row)
    }
}
