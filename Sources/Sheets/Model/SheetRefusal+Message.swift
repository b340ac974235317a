import Kernel

extension SheetRefusal {
    package var message: Term {
        switch self {
        case .archive(let refusal): refusal.message
        case .unknownFormat, .binaryFormat, .webPage, .encrypted, .documentType, .unknownEncoding:
            messageOfFormat
        case .damaged(let part):
            Term("檔案裡的「\(part)」損壞，請另存新檔後再試。", en: "“\(part)” in the file is damaged. Save it anew.")
        case .unclosedQuote(let row):
            Term(
                "第 \(row) 列有引號沒有結束，請補上引號後再試。",
                en: "A quotation mark in row \(row) is never closed. Close it and retry.")
        case .noHeader:
            Term("找不到欄名那一列，請在資料上方寫上欄名。", en: "No header row was found. Write one above the data.")
        case .notReadable:
            Term("這個檔案無法讀取，請另存為 ODS 後再試。", en: "The file cannot be read. Save it as ODS and retry.")
        case .unwritable(let characters):
            Term(
                "Big5 沒有這些字：\(characters.joined(separator: "、"))。請改用 UTF-8。",
                en: "Big5 lacks \(characters.joined(separator: ", ")). Use UTF-8.")
        default: messageOfLimit
        }
    }

    private var messageOfFormat: Term {
        switch self {
        case .binaryFormat:
            Term(
                "這是舊版 XLS 或設有密碼的檔案，請取消密碼並另存為 ODS 或 XLSX。",
                en: "This is an old XLS or has a password. Save it as ODS or XLSX without one.")
        case .webPage:
            Term(
                "這個檔案其實是網頁，請用試算表軟體開啟，另存為 ODS 或 XLSX。",
                en: "The file is really a web page. Open it and save it as ODS or XLSX.")
        case .encrypted:
            Term("檔案有密碼，請取消密碼後再試。", en: "The file has a password. Remove it and retry.")
        case .documentType:
            Term(
                "檔案含有不允許的宣告（DOCTYPE），為了安全沒有讀取。請另存新檔後再試。",
                en: "The file declares a document type, so it was not read. Save it anew.")
        case .unknownEncoding:
            Term(
                "看不出文字編碼，請另存為 UTF-8 編碼的 CSV。",
                en: "The encoding is not recognised. Save the file as CSV in UTF-8.")
        default:
            Term(
                "只能讀取 ODS、XLSX 或 CSV，請另存後再試。",
                en: "Only ODS, XLSX and CSV can be read. Save the file as one of them.")
        }
    }

    private var messageOfLimit: Term {
        switch self {
        case .tooManyRows(let limit):
            Term(
                "資料超過 \(limit) 列，請分成幾個檔案。", en: "There are more than \(limit) rows. Split the file."
            )
        case .tooManyColumns(let limit, let row):
            Term(
                "第 \(row) 列有資料在第 \(limit) 欄以後，請刪去多餘的欄。",
                en: "Row \(row) goes beyond column \(limit). Remove the columns not needed.")
        case .cellTooLong(let row):
            Term("第 \(row) 列有一格文字太長，請縮短。", en: "A cell in row \(row) is too long. Shorten it.")
        case .tooManyMerges(let limit):
            Term(
                "合併儲存格超過 \(limit) 處，請取消合併後再試。",
                en: "More than \(limit) merged cells. Undo the merging and retry.")
        case .tooMuchText:
            Term("檔案的文字太多，請分成幾個檔案。", en: "The file holds too much text. Split it.")
        default:
            Term(
                "讀取這個檔案要太多時間或記憶體，請分成幾個檔案。",
                en: "Reading the file takes too much time or memory. Split it.")
        }
    }
}
