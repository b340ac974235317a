import Kernel

/// Why an archive that somebody gave us is not read.
package enum ZipRefusal: Refusal, Hashable, Codable {
    case notAnArchive
    case truncated
    case encrypted
    /// It uses the 64-bit extension, which only files beyond our limits need; some programs use it
    /// for small files too, so that the way out is to save the file anew.
    case tooNew
    case tooManyMembers(limit: Int)
    case tooLarge(limit: Int)
    case tooDense(String)
    case duplicate(String)
    case unsafeName(String)
    case unknownPacking(String)
    case nested(String)
    case damaged(String)
    case missing(String)

    package var kind: RefusalKind {
        switch self {
        case .tooManyMembers, .tooLarge, .tooDense, .tooNew: .limit
        default: .invalid
        }
    }

    package var code: String {
        switch self {
        case .notAnArchive: "archive.not_an_archive"
        case .truncated: "archive.truncated"
        case .encrypted: "archive.encrypted"
        case .tooNew: "archive.too_new"
        case .tooManyMembers: "archive.too_many_members"
        case .tooLarge: "archive.too_large"
        case .tooDense: "archive.too_dense"
        case .duplicate: "archive.duplicate"
        case .unsafeName: "archive.unsafe_name"
        case .unknownPacking: "archive.unknown_packing"
        case .nested: "archive.nested"
        case .damaged: "archive.damaged"
        case .missing: "archive.missing"
        }
    }

    package var message: Term {
        switch self {
        case .notAnArchive:
            Term("這不是壓縮格式的檔案，請確認檔案類型。", en: "This is not an archive. Check the type of the file.")
        case .truncated:
            Term("檔案不完整，請重新下載或另存後再試。", en: "The file is incomplete. Save it again and retry.")
        case .encrypted:
            Term("檔案有密碼，請取消密碼後再試。", en: "The file has a password. Remove it and retry.")
        case .tooNew:
            Term(
                "檔案用 ZIP64 格式壓縮，請用 LibreOffice 或 Excel 另存新檔後再試。",
                en: "The file is packed as ZIP64. Save it anew with LibreOffice or Excel.")
        case .tooLarge:
            Term("檔案展開後太大，請分成幾個檔案。", en: "The file is too large unpacked. Split it.")
        case .tooManyMembers(let limit):
            Term(
                "檔案裡的項目超過 \(limit) 個，請分成幾個檔案。", en: "It holds more than \(limit) members. Split it."
            )
        case .duplicate(let name), .unsafeName(let name), .tooDense(let name), .nested(let name):
            Term(
                "檔案裡的「\(name)」不合常理，為了安全沒有讀取。請另存新檔後再試。",
                en:
                    "“\(name)” in the file is not as it should be, so it was not read. Save it anew."
            )
        case .unknownPacking(let name), .damaged(let name):
            Term("檔案裡的「\(name)」損壞，請另存新檔後再試。", en: "“\(name)” in the file is damaged. Save it anew.")
        case .missing(let name):
            Term("檔案裡缺少「\(name)」，請確認檔案類型。", en: "The file lacks “\(name)”. Check its type.")
        }
    }
}
