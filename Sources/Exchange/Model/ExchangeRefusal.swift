import Kernel

/// Why an import, an export or the undoing of one is turned down.
package enum ExchangeRefusal: Refusal, Hashable {
    case unknownRegister(String, known: [String])
    case unknownImport
    /// A file has no such visible tab.
    case unknownSheet(String, known: [String])
    case noFile
    case tooLarge(megabytes: Int)
    case noRows
    case unknownField(String)
    case isDone
    case gone
    case tooLate
    case notUndoable
    case nothingToDo
    case busy
    case tooManyWaiting(most: Int)

    package var kind: RefusalKind {
        switch self {
        case .unknownImport: .notFound
        case .isDone, .gone, .tooLate, .notUndoable, .nothingToDo: .conflict
        case .tooLarge, .tooManyWaiting: .limit
        case .busy: .unavailable
        case .unknownRegister, .unknownSheet, .noFile, .noRows, .unknownField: .invalid
        }
    }

    package var code: String {
        switch self {
        case .unknownRegister: "exchange.unknown_register"
        case .unknownImport: "exchange.unknown_import"
        case .unknownSheet: "exchange.unknown_sheet"
        case .noFile: "exchange.no_file"
        case .tooLarge: "exchange.too_large"
        case .noRows: "exchange.no_rows"
        case .unknownField: "exchange.unknown_field"
        case .isDone: "exchange.is_done"
        case .gone: "exchange.gone"
        case .tooLate: "exchange.too_late"
        case .notUndoable: "exchange.not_undoable"
        case .nothingToDo: "exchange.nothing_to_do"
        case .busy: "exchange.busy"
        case .tooManyWaiting: "exchange.too_many_waiting"
        }
    }

    package var message: Term {
        switch self {
        case .unknownRegister(let name, let known):
            Term(
                "沒有「\(name)」這個清單，可以用：\(known.joined(separator: "、"))。",
                en: "There is no register “\(name)”. Known: \(known.joined(separator: ", ")).")
        case .unknownImport:
            Term("找不到這次匯入。", en: "There is no such import.")
        case .unknownSheet(let name, let known):
            Term(
                "檔案裡沒有「\(name)」這個工作表，\(known.isEmpty ? "它沒有分工作表" : "有的是：\(known.joined(separator: "、"))")。",
                en: "The file has no sheet “\(name)”; it has: \(known.joined(separator: ", ")).")
        case .noFile:
            Term("選一個檔案，或把表格貼上。", en: "Choose a file, or paste a table.")
        case .tooLarge(let megabytes):
            Term(
                "檔案要小於 \(megabytes) MB。可以先刪掉圖片，或分成兩個檔。",
                en: "The file must be smaller than \(megabytes) MB. Split it in two.")
        case .noRows:
            Term("檔案裡有欄名，但沒有資料列。", en: "The file has headings and no rows.")
        case .unknownField(let name):
            Term("沒有「\(name)」這個欄位。", en: "There is no field “\(name)”.")
        default: stateMessage
        }
    }

    private var stateMessage: Term {
        switch self {
        case .isDone:
            Term("這個檔案已經匯入過了。", en: "This file has been imported already.")
        case .gone:
            Term(
                "上傳的檔案只保留一天，已經清掉了。重新上傳一次。",
                en: "Uploads are kept for a day. Upload the file again.")
        case .tooLate:
            Term("超過 7 天，不能整批復原了。可以逐筆修改。", en: "Only the last 7 days can be undone.")
        case .notUndoable:
            Term("這個動作不能整批復原。", en: "This cannot be undone as a whole.")
        case .busy:
            Term("現在有很多檔案在處理，過一分鐘再試。", en: "Many files are being read. Try again soon.")
        case .tooManyWaiting(let most):
            Term(
                "您已經有 \(most) 個檔案在等著匯入。等其中一個完成，再匯入這一個。",
                en: "\(most) of your files are waiting already. Import this one when one is done.")
        default:
            Term("沒有要寫入的資料，都和清單裡的一樣。", en: "Everything is in the list already.")
        }
    }
}
