import HTML
import Kernel
import Storage
import Web

/// The description of a register: its columns, once, for tables, pages, papers and programs.
package struct Columns<Row: Sendable>: Sendable {
    /// The columns by which an import knows a row again.
    package let identity: [SQLName]
    /// The columns by which a row is known that has nothing in `identity`.
    package let otherwise: [SQLName]
    /// Every column in the order of the form; derived ones last.
    package let all: [Column<Row>]
    /// The columns that are read back with a row.
    let kept: [Column<Row>]
    /// What lists can be narrowed to beyond the values of columns.
    package let questions: [RowQuestion]
    let decode: @Sendable (RowHead, inout RowReader) throws -> Row
    /// The row of what is typed for each column, with every rule asked.
    package let build: @Sendable (RowHead, (SQLName) -> String) throws(InvalidRow) -> Row

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
        kept = columns
        all = columns + derived
        decode = { head, reader in
            make(head, repeat try Self.next(each fields, &reader))
        }
        build = { head, typed throws(InvalidRow) in
            var problems: [FieldError] = []
            for field in repeat each fields {
                Self.check(field, typed(field.name), &problems)
            }
            guard problems.isEmpty else { throw InvalidRow(problems) }
            let row = make(head, repeat try Self.value(each fields, typed))
            problems = rules(row)
            guard problems.isEmpty else { throw InvalidRow(problems) }
            return row
        }
    }

    /// The columns that people fill, without those that follow from others.
    package var entered: [Column<Row>] { all.filter { !$0.isDerived } }

    /// The question that a list answers when nothing else is asked.
    var usual: RowQuestion? { questions.first(where: \.isUsual) }

    package func question(_ name: String) -> RowQuestion? {
        questions.first { $0.name == name }
    }

    package subscript(_ name: some StringProtocol) -> Column<Row>? {
        all.first { $0.name.text == name }
    }

    private static func next<Value>(
        _ field: Field<Row, Value>, _ reader: inout RowReader
    ) throws -> Value {
        try reader.next()
    }

    private static func check<Value>(
        _ field: Field<Row, Value>, _ typed: String, _ problems: inout [FieldError]
    ) {
        do {
            _ = try field.read(typed)
        } catch .other(let message) {
            problems.append(FieldError(field: field.name, message: message))
        } catch {}
    }

    private static func value<Value>(
        _ field: Field<Row, Value>, _ typed: (SQLName) -> String
    ) throws(InvalidRow) -> Value {
        do {
            return try field.read(typed(field.name))
        } catch {
            throw InvalidRow([FieldError(field: field.name, message: error.message(field.term))])
        }
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

    package var fieldMessages: [FieldMessage] {
        errors.map { FieldMessage(field: $0.field.text, message: $0.message, place: $0.place) }
    }

    package var kind: RefusalKind { .invalid }
    package var code: String { "register.invalid" }
    package var message: Term {
        let zh = errors.map(\.message.zh).joined(separator: "；")
        let en = errors.map(\.message.en).joined(separator: "; ")
        return Term("有 \(errors.count) 個地方要改：\(zh)", en: "\(errors.count) to fix: \(en)")
    }
}
