import Kernel
import Registers

/// What is wrong with one cell of a file, so that whoever filled it knows where and what to write.
package struct ImportError: Hashable, Sendable {
    /// The row as the spreadsheet program numbers it.
    package let row: Int
    /// The heading as the file writes it.
    package let column: String
    /// What stands in the cell.
    package let value: String
    package let message: Term
}

extension ImportError: Encodable {
    private enum Key: String, CodingKey {
        case row, column, value, message
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(row, forKey: .row)
        try container.encode(column, forKey: .column)
        try container.encode(value, forKey: .value)
        try container.encode(message.zh, forKey: .message)
    }
}

extension ImportError {
    /// 「第 14 列：防護需求等級寫「重要」，要改成 普、中、高 其中一個」.
    static func wrong(_ row: Int, _ column: String, _ value: String, _ advice: Term) -> Self {
        let zh = advice.zh.hasSuffix("。") ? String(advice.zh.dropLast()) : advice.zh
        return ImportError(
            row: row, column: column, value: value,
            message: Term(
                "第 \(row) 列：\(column)寫「\(value.shortened)」，\(zh)",
                en: "Row \(row): \(column) says “\(value.shortened)”. \(advice.en)"))
    }

    /// 「第 4 列：沒有寫資產類別，要寫 資訊、軟體、實體、支援服務 其中一個」.
    static func missing(_ row: Int, _ column: String, _ input: FieldInput) -> Self {
        let advice: Term =
            switch input {
            case .choice(let choices):
                Term(
                    "，要寫 \(choices.map(\.term.zh).joined(separator: "、")) 其中一個",
                    en: "; it must be one of \(choices.map(\.term.en).joined(separator: ", "))")
            case .yesOrNo: Term("，要寫 是 或 否", en: "; write yes or no")
            case .wholeNumber: Term("，要填整數，例如 24", en: "; write a whole number, such as 24")
            case .day: Term("，要寫成 115/03/13", en: "; write a date, as 2026-03-13")
            case .line, .paragraph: Term("", en: "")
            }
        return ImportError(
            row: row, column: column, value: "",
            message: Term(
                "第 \(row) 列：沒有寫\(column)\(advice.zh)",
                en: "Row \(row): \(column) is not given\(advice.en)"))
    }

    /// Two rows of the file are about the same record.
    static func twice(_ row: Int, _ first: Int, _ column: String, _ value: String) -> Self {
        ImportError(
            row: row, column: column, value: value,
            message: Term(
                "第 \(row) 列：和第 \(first) 列重複，\(column)都寫「\(value.shortened)」，留一列就好",
                en: "Row \(row): the same as row \(first) by \(column), “\(value.shortened)”."))
    }

    /// The register has several rows that may be meant.
    static func several(_ row: Int, _ count: Int, _ column: String, _ value: String) -> Self {
        ImportError(
            row: row, column: column, value: value,
            message: Term(
                "第 \(row) 列：\(column)「\(value.shortened)」在清單裡有 \(count) 筆，不知道是哪一筆；先在清單裡改成不同的名稱",
                en: "Row \(row): the list has \(count) rows with \(column) “\(value.shortened)”."))
    }

    /// A row of a program that leaves out a part of what it is recognised by.
    static func leftOut(_ row: Int, _ column: String) -> Self {
        ImportError(
            row: row, column: column, value: "",
            message: Term(
                "第 \(row) 列：沒有送 \(column)，這一筆要靠它認出來；沒有值就送 null",
                en: "Row \(row): \(column) identifies it. Send it, or null where there is none."))
    }

    static func ofAnother(_ row: Int, _ column: String, _ value: String) -> Self {
        ImportError(
            row: row, column: column, value: value,
            message: Term(
                "第 \(row) 列：\(column)寫「\(value.shortened)」，不是這個機關的資料",
                en: "Row \(row): this belongs to “\(value.shortened)”, another agency."))
    }
}

extension String {
    /// Long cells are cut in messages.
    var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
