import HTML
import Kernel
import Registers
import Sheets
import Storage
import Web

/// Which column of the file is which, and what the file does not say.
struct MatchingPage<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    let file: ImportFile
    let table: ReadTable
    let choices: ImportChoices
    var errors: [FieldError] = []

    private var columns: Columns<Row> { exchange.columns }

    var page: Page {
        let title = Term("核對欄位", en: "Check the columns")
        return Page(title, trail: [Crumb(exchange.title, exchange.place)]) {
            ErrorSummary(InvalidRow(errors).fieldMessages)
            PageHeading(
                title, eyebrow: HTML(file.name),
                lede: HTML(
                    Term(
                        "讀到 \(table.rows.count) 列資料。對應會記住，下次不用再選。",
                        en: "\(table.rows.count) rows were read. Your choices are remembered.")))
            if let problem = file.problem { p(.class("wrong")) { problem } }
            if choices.matching.fields.isEmpty { p(.class("wrong")) { unknownHeadings } }
            if !table.otherSheets.isEmpty { sheetForm }
            form(.post, to: exchange.place(file.uuid), .class("stack")) {
                if !questions.isEmpty {
                    panel(Term("檔案沒有寫的", en: "What the file does not say"), id: "questions") {
                        for question in questions { field(question) }
                    }
                }
                panel(Term("欄位對應", en: "Columns"), id: "matching") {
                    div(.class("flows")) {
                        DataTable(
                            Term("檔案的欄位", en: "Columns of the file"), columns: headings,
                            rows: table.columns)
                    }
                }
                div(.class("row")) {
                    submit(Term("下一步：看會改什麼", en: "Next: see what would change"))
                    ActionLink(Term("不匯入了", en: "Cancel"), exchange.place)
                }
            }
        }
    }

    /// The tabs that hold such a table; another one has its own columns.
    private var sheetForm: HTML {
        form(.post, to: exchange.place(file.uuid), .class("row")) {
            label(.for("sheet")) { Term("工作表", en: "Sheet") }
            select(.id("sheet"), .name("sheet")) {
                for name in table.sheets {
                    option(.value(name), .when(name == table.sheet, .selected)) { HTML(name) }
                }
            }
            submit(Term("改讀這個工作表", en: "Read this sheet"), .plain)
            p(.class("hint")) {
                Term(
                    "一次匯入一個工作表；匯完再上傳一次，選下一個。",
                    en: "One sheet at a time; upload the file again for the next.")
            }
        }
    }

    /// What is said of a table whose first row seems to be a record.
    private var unknownHeadings: Term {
        let words = table.columns.prefix(3).map(\.written).joined(separator: "、")
        return Term(
            "一個欄名都認不得：「\(words)」那一列當成了欄名，不會匯入。"
                + "那一列是資料的話，在它上面加一列欄名，再傳一次；貼上時連同欄名一起複製。",
            en:
                "No heading is known; the row “\(words)” was taken for headings. If it is a record, put a row of headings above it and try again."
        )
    }

    private var questions: [ImportQuestion<Row>] {
        columns.questions(of: table, choices.matching)
    }

    private func field(_ question: ImportQuestion<Row>) -> FormField {
        let column = question.column
        let hint =
            question.isWholeColumn
            ? Term("沒有哪一欄匯入到這裡，新增的都填這個", en: "No column goes here; new rows get it")
            : Term("有 \(question.rows) 列空白，新增的填這個", en: "\(question.rows) rows are blank")
        return column.field(
            choices.defaults[column.name.text] ?? (question.assumed ?? ""), errors: errors,
            hint: hint,
            isOptional: question.mayStayOpen)
    }

    private var headings: [TableColumn<TableHeader.Column>] {
        [
            TableColumn(Term("檔案的欄名", en: "Heading")) { HTML($0.written) },
            TableColumn(Term("匯入到", en: "Goes to")) { [options, choices] heading in
                let name = "column-\(heading.column)"
                label(.class("vh"), .for(name)) {
                    Term("「\(heading.written)」匯入到", en: "“\(heading.written)” goes to")
                }
                select(.id(name), .name(name)) {
                    for choice in options {
                        option(
                            .value(choice.name),
                            .when(
                                choice.name == choices.matching.fields[heading.column] ?? "",
                                .selected)
                        ) { choice.term }
                    }
                }
            },
            TableColumn(Term("內容", en: "Content")) { [table] heading in
                HTML(table.samples(of: heading.column).map(\.shortened).joined(separator: "、"))
            },
        ]
    }

    private var options: [(name: String, term: Term)] {
        [("", Term("不匯入", en: "Leave out"))]
            + columns.entered.map { ($0.name.text, $0.term) }
            + [(Matching.agency, Term("機關（核對用）", en: "Agency (to check)"))]
    }
}

extension Columns {
    /// What was chosen on the page of the columns.
    func choices(_ form: Fields, _ table: ReadTable) -> ImportChoices {
        var fields: [Int: String] = [:]
        for heading in table.columns {
            let name = form["column-\(heading.column)"]
            let isKnown = name == Matching.agency || self[name]?.isDerived == false
            if isKnown, !fields.values.contains(name) { fields[heading.column] = name }
        }
        let given = entered.map { ($0.name.text, form[$0.name.text]) }.filter { !$0.1.isEmpty }
        return ImportChoices(
            Matching(fields), defaults: Dictionary(uniqueKeysWithValues: given))
    }

    /// What must still be said, and answers that a field cannot have.
    func unanswered(_ choices: ImportChoices, _ table: ReadTable) -> [FieldError] {
        var errors: [FieldError] = []
        for question in questions(of: table, choices.matching) {
            let column = question.column
            let typed = choices.defaults[column.name.text] ?? ""
            if typed.isEmpty, question.mayStayOpen { continue }
            do throws(FieldProblem) {
                _ = try column.read(typed)
            } catch {
                errors.append(
                    FieldError(
                        field: column.name, message: error.message(column.term, column.input)))
            }
        }
        return errors
    }
}
