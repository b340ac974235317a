import Kernel

/// Why a paper cannot be set as PDF now; every other form still can be made.
package enum PaperRefusal: Refusal, Hashable {
    case typesetterMissing
    case fontsMissing
    case tooLong
    case busy
    case typesetterFailed

    package var kind: RefusalKind { self == .tooLong || self == .busy ? .limit : .unavailable }

    package var code: String {
        switch self {
        case .typesetterMissing: "paper.typesetter_missing"
        case .fontsMissing: "paper.fonts_missing"
        case .tooLong: "paper.too_long"
        case .busy: "paper.busy"
        case .typesetterFailed: "paper.typesetter_failed"
        }
    }

    package var message: Term {
        switch self {
        case .typesetterMissing:
            Term(
                "這台主機沒有安裝排版程式 typst，無法產生 PDF。請改下載 ODT，或請系統管理者安裝。",
                en: "typst is not installed, so no PDF can be made; take the ODT, or install it.")
        case .fontsMissing:
            Term(
                "這台主機缺少公文字型，無法產生 PDF。請改下載 ODT，或請系統管理者安裝全字庫正楷體、Noto CJK 與 Liberation 字型。",
                en: "Fonts are missing, so no PDF can be made; take the ODT, or install the fonts.")
        case .tooLong:
            Term(
                "文件太長，排版逾時，無法產生 PDF。請改下載 ODT，或分機關列印附件。",
                en: "The paper took too long to typeset; take the ODT, or print annexes apart.")
        case .busy:
            Term(
                "其他文件正在排版，請一分鐘後再下載；ODT 現在就可以下載。",
                en: "Other papers are being typeset. Try again in a minute, or take the ODT now.")
        case .typesetterFailed:
            Term(
                "排版程式沒有接受這份文件，無法產生 PDF。請改下載 ODT，並通知系統管理者。",
                en: "The typesetter refused the paper; take the ODT and tell the operator.")
        }
    }
}
