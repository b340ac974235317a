import Kernel
import Registers
import Sheets
import Storage

/// What a cell of a file says for a field of a register. Cells that say the same are one object, for
/// a long file has millions.
final class ReadCell: Sendable {
    /// What stands in the cell, tidied.
    let written: String
    /// What somebody would type for it; empty for nothing.
    let typed: String
    /// The field's value; `nil` where the cell cannot be read as one.
    let value: StoredValue?
    /// What to write instead.
    let advice: Term?
    /// The value that it gives a new row, which spells a name as the register does that has it.
    let newValue: StoredValue?
    /// Whether it is written as no name or as several are.
    let isUnclear: Bool
    /// Whether the row says nothing of the field, not even that it is blank.
    let isAbsent: Bool

    init(
        written: String, typed: String, value: StoredValue?, advice: Term?, isAbsent: Bool = false
    ) {
        self.isAbsent = isAbsent
        self.written = written
        self.typed = typed
        self.value = value
        self.advice = advice
        newValue = value
        isUnclear = false
    }

    /// A cell that names a row of another register.
    ///
    /// - Parameter read: reads what a cell says.
    init(_ cell: ReadCell, among names: KnownNames, _ read: (CellValue) -> ReadCell) {
        written = cell.written
        typed = cell.typed
        value = cell.value
        advice = cell.advice
        let spelling = cell.typed.isEmpty ? cell.typed : names.spelling(of: cell.typed)
        isUnclear = !cell.typed.isEmpty && !names.isName(cell.typed)
        isAbsent = cell.isAbsent
        newValue =
            spelling == nil || spelling == cell.typed
            ? cell.value : spelling.flatMap { read(.text($0)).value }
    }

    /// A cell with nothing in it.
    static let empty = blank("")

    /// No cell at all, where that is no blank.
    static let absent = ReadCell(
        written: "", typed: "", value: .null, advice: nil, isAbsent: true)

    /// A cell whose words say that there is nothing.
    static func blank(_ written: String) -> ReadCell {
        ReadCell(written: written, typed: "", value: .null, advice: nil)
    }

    var isBlank: Bool { typed.isEmpty && advice == nil }
}

extension Column {
    /// Reads a cell: full-width digits, stray spaces and every way to write a date are understood;
    /// the words of people stay as they are.
    ///
    /// - Parameter heading: what stands above; it says what a 「是」 means.
    func read(_ cell: CellValue, under heading: String) -> ReadCell {
        let written = cell.text.tidied
        guard !written.isEmpty else { return .empty }
        guard !cell.isFault else {
            return ReadCell(
                written: written, typed: written, value: nil,
                advice: Term("是算不出來的公式，改寫成該有的內容", en: "A formula failed. Write what belongs here."))
        }
        guard !written.lacksCharacter else {
            return ReadCell(
                written: written, typed: written, value: nil,
                advice: Term(
                    "有一個字讀不出來（〓），多半是自造字，補上這個字", en: "A character is missing at 〓. Write it."))
        }
        if isText {
            // 「無」 is an answer; these say that there is none.
            if !isRequired, Gap.words.isSaid(by: written) { return .blank(written) }
            return read(written, as: written)
        }
        let read =
            input == .day ? readDay(cell, written) : readAnswer(written, under: heading.comparable)
        guard read.advice != nil, !isRequired else { return read }
        return Gap.answers.isSaid(by: written) ? .blank(written) : read
    }

    private var isText: Bool { input == .line || input == .paragraph }

    /// Reads an answer or a figure as it stands or, where that is none, as people mean it.
    private func readAnswer(_ written: String, under heading: String) -> ReadCell {
        let plain = read(written, as: word(for: written))
        guard plain.advice != nil else { return plain }
        let meant = meanings(of: written, under: heading).map { read(written, as: $0) }
        return meant.first { $0.advice == nil } ?? plain
    }

    /// What is meant by 「24小時」 and 「一台」, by 「普級」 and 「HW 硬體」, and by a 「是」 under the name of a
    /// choice.
    private func meanings(of written: String, under heading: String) -> [String] {
        switch input {
        case .wholeNumber:
            let bare = Measure.all.first(where: written.hasSuffix).map {
                String(written.dropLast($0.count)).tidied
            }
            if let bare {
                return [bare, Measure.numerals[bare].map(String.init)].compactMap(\.self)
            }
            // 「1.0」, as programs write that keep every figure as a fraction.
            let parts = written.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy { $0 == "0" }
                ? [String(parts[0])] : []
        case .choice(let choices):
            let named = choices.filter { heading.contains($0.term.zh.comparable) }
            guard !Gap.agreement.isSaid(by: written) else {
                return named.count == 1 ? [named[0].word] : []
            }
            let uncoded = written.drop { $0.isASCII }
            let ungraded = written.hasSuffix("級") ? [String(written.dropLast())] : []
            return ungraded + (uncoded.isEmpty ? [] : [String(uncoded)])
        case .line, .paragraph, .yesOrNo, .day: return []
        }
    }

    private func read(_ written: String, as typed: String) -> ReadCell {
        do {
            let value = try self.read(typed)
            return ReadCell(written: written, typed: typed, value: value, advice: nil)
        } catch {
            return ReadCell(written: written, typed: typed, value: nil, advice: advice(error))
        }
    }

    private func readDay(_ cell: CellValue, _ written: String) -> ReadCell {
        do throws(WrittenDayRefusal) {
            guard let day = try Day.written(cell) else { return .blank(written) }
            return read(written, as: day.description)
        } catch {
            let advice: Term =
                switch error {
                case .noSuchDay:
                    Term("沒有這一天，查明後改正", en: "There is no such day.")
                case .ambiguousYear:
                    Term("看不出是民國還是西元，要寫完整的年，例如 115/03/13", en: "Write the year in full.")
                case .notADate where written.wholeMatch(of: /[2-6][0-9]{4}/) != nil:
                    Term("是試算表的日期序號，把這一欄的格式設成日期再存檔", en: "Format the column as dates.")
                case .notADate:
                    Term("不是日期，要寫成 115/03/13", en: "Write a date, as 2026-03-13.")
                }
            return ReadCell(written: written, typed: written, value: nil, advice: advice)
        }
    }

    /// The word of the choice that is meant: 「台」 and 「臺」 or a stray space make no difference.
    private func word(for written: String) -> String {
        guard case .choice(let choices) = input else { return written }
        let plain = written.comparable
        let found = choices.first {
            [$0.word, $0.term.zh, $0.term.en].contains { $0.comparable == plain }
        }
        return found?.word ?? written
    }

    private func advice(_ problem: FieldProblem) -> Term {
        switch (problem, input) {
        case (_, .choice(let choices)):
            let zh = choices.map(\.term.zh).joined(separator: "、")
            let en = choices.map(\.term.en).joined(separator: ", ")
            return Term("要改成 \(zh) 其中一個", en: "It must be one of \(en).")
        case (_, .wholeNumber) where problem.message.zh.hasPrefix("填"),
            (_, .yesOrNo) where problem.message.zh.hasPrefix("填"):
            return Term("要\(problem.message.zh)", en: problem.message.en)
        default: return problem.message
        }
    }

}

/// How people write that nothing is there.
private enum Gap {
    static let words: Set = ["NA", "N/A", "-", "--", "－", "—", "/", "NULL"]
    /// In a column of figures, days or answers these say the same.
    static let answers = words.union(["無", "沒有", "不適用", "否", "尚未核定", "未核定", "尚未填寫"])
    static let agreement: Set = ["是", "有", "Y", "YES", "V", "✓"]
}

/// What people write after a figure: of what it counts.
private enum Measure {
    static let all = ["小時", "時", "台", "臺", "部", "個", "支", "套", "件", "組", "式"]
    static let numerals = Dictionary(
        uniqueKeysWithValues: zip("一二三四五六七八九".map(String.init), 1...))
}

extension String {
    /// Whether there is a 〓, for which a quick look is enough in nearly all cells.
    fileprivate var lacksCharacter: Bool {
        utf8.contains(0x93) && contains(String.missingCharacter)
    }
}

extension FieldProblem {
    fileprivate var message: Term {
        switch self {
        case .empty: Term("填寫內容", en: "Write something.")
        case .other(let message): message
        }
    }
}

extension StoredValue {
    /// Whether two values say the same; stray spaces and the width of digits are no difference.
    func saysTheSame(as other: StoredValue) -> Bool {
        if self == other { return true }
        guard case .text(let a) = self, case .text(let b) = other else { return false }
        return a.tidied == b.tidied
    }

    /// The text by which rows are known again.
    var identifying: String {
        switch self {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): Gap.words.isSaid(by: text) ? "" : text.comparable
        case .blob: ""
        case .id(let id): id.hyphenated
        }
    }
}

extension Set<String> {
    /// Whether a short text is one of these words, in capitals or not.
    fileprivate func isSaid(by text: String) -> Bool {
        text.utf8.count <= 12 && contains(text.uppercased())
    }
}
