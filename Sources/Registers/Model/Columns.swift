import HTML
import Kernel
import Storage
import Web

/// The description of a register: its columns, once, for tables, pages, papers and programs.
package final class Columns<Row: Sendable>: Sendable {
    /// The columns by which an import knows a row again.
    package let identity: [SQLName]
    /// The columns by which a row is known that has nothing in `identity`.
    package let otherwise: [SQLName]
    /// Every column in the order of the form; derived ones last.
    package let all: [Column<Row>]
    /// Those that lists show, the one first that names a row; those by whose values lists are
    /// narrowed; and those that people fill, without those that follow from others.
    let listed: [Column<Row>]
    let filtered: [Column<Row>]
    package let entered: [Column<Row>]
    /// Those by whose words rows are found.
    let searched: [Column<Row>]
    /// The same as a form offers one of them: drawn once, for every list has them.
    let enteredOptions: HTML
    /// The columns that are read back with a row.
    package let kept: [Column<Row>]
    /// Their names as a query reads them from `item`, after those of the head.
    let selected: SQL
    /// The columns that a list reads of `item`: the id, and those that it shows.
    let shown: SQL
    /// What lists can be narrowed to beyond the values of columns.
    package let questions: [RowQuestion]
    let decode: @Sendable (RowHead, inout RowReader) throws -> Row
    private let rules: @Sendable (Row) -> [FieldError]

    /// - Parameters:
    ///   - make: the row of the values in its columns.
    ///   - rules: what is wrong across several fields; asked when a row is written, so that a rule
    ///     that is new does not hide older rows.
    package init<each Value: FieldValue>(
        identity: [SQLName], otherwise: [SQLName] = [],
        make: @escaping @Sendable (RowHead, repeat each Value) -> Row,
        rules: @escaping @Sendable (Row) -> [FieldError] = { _ in [] },
        _ fields: repeat Field<Row, each Value>,
        derived: [Column<Row>] = [], questions: [RowQuestion] = []
    ) {
        self.identity = identity
        self.otherwise = otherwise
        self.questions = questions
        var columns: [Column<Row>] = []
        for field in repeat each fields {
            columns.append(Column(field, isDerived: field.traits.settled != nil))
        }
        let kept = columns
        self.kept = kept
        selected = SQL(
            joining: ["item.id", "item.agencyID", "item.version", "item.removedAt"]
                + kept.map { "item.\($0.name)" }, with: ", ")
        let all = kept + derived
        self.all = all
        let shown = all.filter { $0.traits.isListed }
        let naming = shown.first { $0.name.text == "name" } ?? shown.first { $0.isRequired }
        let listed = shown.filter { $0 === naming } + shown.filter { $0 !== naming }
        self.listed = listed
        self.shown = SQL(joining: ["item.id"] + listed.map { "item.\($0.name)" }, with: ", ")
        filtered = all.filter { $0.traits.isFiltered }
        searched = all.filter { $0.traits.isSearched }
        let entered = all.filter { !$0.isDerived }
        self.entered = entered
        enteredOptions = HTML {
            for column in entered { option(.value(column.name.text)) { column.term } }
        }
        // The values alone, for the type of a whole field is costly to look up in every row.
        decode = { head, reader in make(head, repeat try reader.next((each Value).self)) }
        self.rules = rules
    }

    /// The row of what is typed for each column, with every rule asked.
    package func build(
        _ head: RowHead, _ typed: (SQLName) -> String
    ) throws(InvalidRow) -> Row {
        try row(head, of: Self.read(kept, typed))
    }

    /// The row of the values of `kept`, with the rules asked that look at several of them.
    package func row(_ head: RowHead, of values: [StoredValue]) throws(InvalidRow) -> Row {
        var reader = RowReader(RowOfValues(values))
        let row: Row
        do { row = try decode(head, &reader) } catch { throw .unreadable(error) }
        let problems = rules(row)
        guard problems.isEmpty else { throw InvalidRow(problems) }
        return row
    }

    /// The question that a list answers when nothing else is asked.
    package var usual: RowQuestion? { questions.first(where: \.isUsual) }

    package func question(_ name: String) -> RowQuestion? {
        questions.first { $0.name == name }
    }

    package subscript(_ name: some StringProtocol) -> Column<Row>? {
        all.first { $0.name.text == name }
    }

    /// What was typed for each of `columns` as the database keeps it.
    ///
    /// - Throws: every field that cannot be read.
    private static func read(
        _ columns: [Column<Row>], _ typed: (SQLName) -> String
    ) throws(InvalidRow) -> [StoredValue] {
        var problems: [FieldError] = []
        var values: [StoredValue] = []
        values.reserveCapacity(columns.count)
        for column in columns {
            do {
                values.append(try column.read(typed(column.name)))
            } catch {
                let message = error.message(column.term, column.input)
                problems.append(FieldError(field: column.name, message: message))
            }
        }
        guard problems.isEmpty else { throw InvalidRow(problems) }
        return values
    }
}

extension FieldProblem {
    /// What to tell whoever filled the field of that name.
    package func message(_ term: Term, _ input: FieldInput = .line) -> Term {
        switch (self, input) {
        case (.empty, .choice), (.empty, .yesOrNo):
            Term("選擇\(term.zh)", en: "Choose: \(term.en.lowercased())")
        case (.empty, _): Term("填寫\(term.zh)", en: "Enter \(term.en.lowercased())")
        case (.other(let message), _): message
        }
    }
}

/// A column whose value follows from the rest of the row; stored so that lists can use it.
extension Column {
    package static func derived<Value: FieldValue>(_ field: Field<Row, Value>) -> Column {
        Column(field, isDerived: true)
    }
}

/// What is wrong with one field.
package struct FieldError: Hashable, Sendable {
    package let field: SQLName
    package let message: Term
    /// The other row that the message speaks of.
    package let place: Path?

    package init(field: SQLName, message: Term, place: Path? = nil) {
        self.field = field
        self.message = message
        self.place = place
    }
}

/// A row that cannot be kept as typed; every wrong field is named.
package struct InvalidRow: FormRefusal, Hashable {
    package let errors: [FieldError]

    package init(_ errors: [FieldError]) {
        self.errors = errors
    }

    /// A row whose fields are not read as they are kept, which is a mistake in a field's type.
    static func unreadable(_ error: any Error) -> InvalidRow {
        let message = Term("這筆資料存了會讀不回來：\(error)", en: "It could not be read again: \(error)")
        return InvalidRow([FieldError(field: "id", message: message)])
    }

    package var fieldMessages: [FieldMessage] {
        errors.map { FieldMessage(field: $0.field.text, message: $0.message, place: $0.place) }
    }

    package var kind: RefusalKind { .invalid }
    package var code: String { "register.invalid" }
    package var message: Term {
        Term(
            "有 \(errors.count) 個地方要改：\(reasons.zh)",
            en: "\(errors.count) to fix: \(reasons.en)")
    }

    /// What is wrong with each field, in one line.
    package var reasons: Term {
        Term(
            errors.map(\.message.zh).joined(separator: "；"),
            en: errors.map(\.message.en).joined(separator: "; "))
    }
}
