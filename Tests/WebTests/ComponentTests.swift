import HTML
import Kernel
import Testing

@testable import Web

@Suite struct ComponentTests {
    @Test func `a state is a sign, a word and a weight`() {
        for state in Status.allCases {
            let drawn = status(state).text
            #expect(drawn.contains("<svg"))
            #expect(drawn.contains(state.term.zh))
            #expect(drawn.contains("tag--\(state.look)"))
        }
    }

    @Test func `a field is tied to its label, hint and mistake`() {
        let drawn = FormField(
            "rto", Term("復原時間", en: "RTO"), .number("\"8", unit: Term("小時", en: "hours")),
            hint: Term("小時", en: "hours"), error: Term("填整數", en: "Enter a number")
        ).body.text

        #expect(drawn.contains("<label for=\"field-rto\">復原時間</label>"))
        #expect(drawn.contains("aria-describedby=\"field-rto-hint field-rto-error\""))
        #expect(drawn.contains("aria-invalid=\"true\""))
        #expect(drawn.contains("<span class=\"vh\">錯誤：</span>填整數"))
        #expect(drawn.contains("value=\"&quot;8\""))
    }

    @Test func `the summary of mistakes counts them and leads to the fields`() {
        let messages = ["a", "b", "c"].map {
            FieldMessage(field: $0, message: Term("填寫 \($0)", en: "Enter \($0)"))
        }
        let drawn = ErrorSummary(messages).body.text

        #expect(drawn.contains("有 3 個地方要改"))
        #expect(drawn.contains("<a href=\"#field-b\">填寫 b</a>"))
        #expect(ErrorSummary([]).body.isEmpty)
    }

    @Test func `a table has scopes, names its rows and says how it is sorted`() {
        let drawn = DataTable(
            Term("系統", en: "Systems"),
            columns: [
                TableColumn(Term("名稱", en: "Name"), sort: TableSort(.descending, "/s")) { $0 },
                TableColumn(Term("字數", en: "Length"), kind: .number) { $0.count },
            ], rows: ["<甲>"]
        ).body.text

        #expect(drawn.contains("<th scope=\"col\" aria-sort=\"descending\">"))
        #expect(drawn.contains("<th scope=\"row\">&lt;甲&gt;</th><td class=\"r num\">3</td>"))
        #expect(drawn.contains("<caption class=\"vh\">系統</caption>"))
    }

    @Test func `figures stand under their heading, in the first column too`() {
        let drawn = DataTable(
            Term("列", en: "Rows"),
            columns: [TableColumn(Term("列", en: "Row"), kind: .number) { $0 }], rows: [14]
        ).body.text

        #expect(drawn.contains("<th scope=\"col\" class=\"r num\">列</th>"))
        #expect(drawn.contains("<th scope=\"row\" class=\"r num\">14</th>"))
    }

    @Test func `what is missing is said and can be given`() {
        let drawn = SummaryList([
            .init(Term("代理人", en: "Deputy"), text: "", change: "/deputy")
        ]).body.text

        #expect(drawn.contains("尚未填寫"))
        #expect(drawn.contains("現在填<span class=\"vh\">：代理人</span>"))
    }

    @Test(arguments: [(-3, "逾期 3 天"), (0, "今天到期"), (1, "明天到期"), (4, "剩 4 天")])
    func `a date says how far it is`(_ days: Int, _ words: String) throws {
        let today = try #require(Day("2026-11-23"))

        #expect(today.distance(to: today.adding(days: days)).zh == words)
    }

    @Test func `a bar stays within its ends`() {
        #expect(ProgressBar(9, of: 3, unit: Term("題", en: "")).body.text.contains("width=\"176\""))
        #expect(!ProgressBar(0, of: 0, unit: Term("題", en: "")).body.text.contains("bar-fg"))
    }

    @Test func `a conflict shows both values and is decided against what stands`() {
        let drawn = ConflictView(
            to: "/s/1", version: 8, sentence: Term("王主任改了", en: "Changed"),
            differences: [
                .init(
                    "rto", Term("復原", en: "RTO"), typed: ("8", HTML("8 <h>")),
                    stored: ("24", HTML("24")))
            ], others: [Fields.Pair(name: "name", value: "甲")]
        ).body.text

        #expect(drawn.contains("name=\"version\" value=\"8\""))
        #expect(drawn.contains("8 &lt;h&gt;"))
        #expect(drawn.contains("name=\"rto\" value=\"24\""))
        #expect(drawn.contains("name=\"name\" value=\"甲\""))
    }

    @Test(arguments: [
        ("en-US,en", Language.english), ("zh-CN", .chinese), ("fr", .chinese), ("", .chinese),
    ])
    func `a browser's wish picks the language`(_ wish: String, _ language: Language) {
        #expect(Language(preferredIn: wish) == language)
    }

    @Test func `a line of the log stays one line`() {
        var line = ""
        JSONLog.add(quoted: "a\"\n\\\u{1}", to: &line)
        #expect(line == "\"a\\\"\\u000a\\\\\\u0001\"")
    }

    @Test
    func `a cell of a whole board is short, keeps its word, and is empty where nothing is owed`() {
        let path: Path = "/duties/a"
        let drawn = DenseMatrix(
            Term("全部", en: "All"), corner: Term("機關", en: "Agency"),
            columns: [.init(Term("甲", en: "A"))],
            rows: [
                .init(
                    .init(Term("<某局>", en: "A bureau"), path: "/agencies/a"),
                    [
                        .init(.progress, Term("已聲明", en: "Declared")), nil,
                        .init(.done, Term("已完成", en: "Done")),
                        .init(.late, Term("已逾期", en: "Overdue"), path: path),
                    ])
            ]
        ).body.text

        let row = "<tr><th scope=row><a href=\"/agencies/a\">&lt;某局&gt;</a>"
        let cells = "<td>已聲明<td><td class=m0>已完成<td class=m3><a href=\"/duties/a\">已逾期</a></tr>"
        #expect(drawn.contains(row + cells))
    }
}
