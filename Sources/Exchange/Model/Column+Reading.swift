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

    init(written: String, typed: String, value: StoredValue?, advice: Term?) {
        self.written = written
        self.typed = typed
        self.value = value
        self.advice = advice
    }

    /// A cell with nothing in it.
    static let empty = blank("")

    /// A cell whose words say that there is nothing.
    static func blank(_ written: String) -> ReadCell {
        ReadCell(written: written, typed: "", value: .null, advice: nil)
    }

    var isBlank: Bool { typed.isEmpty && advice == nil }
}

extension Column {
    /// Reads a cell: full-width digits, stray spaces and every way to write a date are understood;
    /// the words of people stay as they are.
    func read(_ cell: CellValue) -> ReadCell {
        let written = cell.text.tidied
        guard !written.isEmpty else { return .empty }
        if isText {
            // 「無」 is an answer; these say that there is none.
            if !isRequired, Gap.words.isSaid(by: written) { return .blank(written) }
            return read(written, as: written)
        }
        let read = input == .day ? readDay(cell, written) : read(written, as: word(for: written))
        guard read.advice != nil, !isRequired else { return read }
        return Gap.answers.isSaid(by: written) ? .blank(written) : read
    }

    private var isText: Bool { input == .line || input == .paragraph }

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
    static let answers = words.union(["無", "沒有", "不適用"])
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
        }
    }
}

extension Set<String> {
    /// Whether a short text is one of these words, in capitals or not.
    fileprivate func isSaid(by text: String) -> Bool {
        text.utf8.count <= 9 && contains(text.uppercased())
    }
}
