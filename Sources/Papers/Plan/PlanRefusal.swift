import Kernel

/// Why a file cannot be read as a plan.
package enum PlanRefusal: Refusal, Hashable, Codable {
    case tooLarge(limit: Int)
    case notText
    case noChapter
    case unreadableDocument

    package var kind: RefusalKind {
        switch self {
        case .tooLarge: .limit
        case .notText, .noChapter, .unreadableDocument: .invalid
        }
    }

    package var code: String {
        switch self {
        case .tooLarge: "plan.too_large"
        case .notText: "plan.not_text"
        case .noChapter: "plan.no_chapter"
        case .unreadableDocument: "plan.unreadable_document"
        }
    }

    package var message: Term {
        switch self {
        case .tooLarge(let limit):
            Term(
                "檔案太大。計畫的文字請在 \(limit / 1_000_000) MB 以內。",
                en: "The file is too large; keep a plan's text within \(limit / 1_000_000) MB.")
        case .notText:
            Term(
                "這個檔案不是 UTF-8 文字，也不是 ODT。請另存為 UTF-8 文字檔或 ODT 再讀入。",
                en: "The file is neither UTF-8 text nor ODT; save it as one of these.")
        case .noChapter:
            Term(
                "檔案裡找不到「壹、」開始的章。請確認這是資通安全維護計畫的全文。",
                en: "No chapter beginning with 壹、 was found; check that this is a whole plan.")
        case .unreadableDocument:
            Term(
                "這個 ODT 的內容讀不出來。請用 LibreOffice 開啟後另存一次。",
                en: "The ODT's content cannot be read; open it in LibreOffice and save it again.")
        }
    }
}
