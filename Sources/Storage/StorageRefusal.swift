import Kernel

/// Why a database is not served. Told to the operator at the start, before anybody signs in.
package enum StorageRefusal: Refusal, Equatable {
    /// Another process writes this file.
    case inUse(path: String)
    case missing(path: String)
    /// The data were last written by a later release; the names are migrations unknown here.
    case newerData(migrations: [String])
    /// The text of a released migration is not the one that was applied.
    case editedMigration(String)
    /// A setting with which an acknowledged change could be lost.
    case notDurable(setting: String)
    /// A server that lacks what the programme needs, such as its version or its encoding.
    case unsuitable(String)

    package var kind: RefusalKind { .unavailable }

    package var code: String {
        switch self {
        case .inUse: "storage.in_use"
        case .missing: "storage.missing"
        case .newerData: "storage.newer_data"
        case .editedMigration: "storage.edited_migration"
        case .notDurable: "storage.not_durable"
        case .unsuitable: "storage.unsuitable"
        }
    }

    package var message: Term {
        switch self {
        case .inUse(let path):
            Term(
                "\(path) 正由另一個城盾程序寫入。請先停止它，再啟動這一個。",
                en: "Another Chengdun process is writing \(path). Stop it before starting this one."
            )
        case .missing(let path):
            Term(
                "找不到 \(path)。請先執行 chengdun init。",
                en: "There is no \(path). Run chengdun init first.")
        case .newerData(let names):
            Term(
                "這份資料由較新的版本寫入（\(names.joined(separator: "、"))）。請改用新版程式。",
                en: "A later release wrote this data (\(names.joined(separator: ", ")))."
                    + " Use that release or a newer one.")
        case .editedMigration(let name):
            Term(
                "「\(name)」的內容與當初套用的不同。請使用原版程式，或從備份還原。",
                en: "The text of \"\(name)\" differs from the one applied."
                    + " Use the original program, or restore a backup.")
        case .notDurable(let setting):
            Term(
                "資料庫設定為 \(setting)，斷電時可能遺失已儲存的資料。請改正後再啟動。",
                en: "The database runs with \(setting), so saved work could be lost in a power cut."
                    + " Correct the setting, then start again.")
        case .unsuitable(let reason):
            Term(
                "這個資料庫不能使用：\(reason)。",
                en: "This database cannot be used: \(reason).")
        }
    }
}
