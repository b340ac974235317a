/// Why an exported log is not proven.
package enum LogExportFlaw: Error, Hashable, Sendable {
    case notAnExport
    case unreadable(line: Int)
    case unsigned(key: String)
    case otherLog(origin: String)
    /// The log does not continue the checkpoint that the reader has kept.
    case otherThanKept(size: Int)
    /// The entry is not what the tree holds at its position.
    case altered(position: Int)
    case missing(position: Int)
    case gap(agency: String, expected: Int)
    /// The entry remembers another entry before it.
    case brokenChain(position: Int)
    case cutOff(entries: Int, of: Int)
    /// Entries agree with each other, but not with the root of the checkpoint.
    case otherRoot
}

extension LogExportFlaw {
    /// The sentence for the person, in Chinese and in English.
    package var sentences: (zh: String, en: String) {
        switch self {
        case .notAnExport:
            ("這不是城盾的紀錄匯出檔。", "This is not an exported log of Chengdun.")
        case .unreadable(let line):
            ("第 \(line) 行讀不出來。", "Line \(line) cannot be read.")
        case .unsigned(let key):
            ("檢核點沒有 \(key) 的有效簽章。", "The checkpoint has no valid signature of \(key).")
        case .otherLog(let origin):
            ("這是另一份紀錄：\(origin)。", "This is another log: \(origin).")
        case .otherThanKept(let size):
            (
                "紀錄不是保存的檢核點（\(size) 筆）的延續。",
                "The log does not continue the kept checkpoint of \(size) entries."
            )
        case .altered(let position):
            ("第 \(position) 號紀錄被改過。", "Entry \(position) was altered.")
        case .missing(let position):
            ("第 \(position) 號紀錄不見了。", "Entry \(position) is missing.")
        case .gap(let agency, let expected):
            (
                "機關 \(agency) 的第 \(expected) 筆紀錄不見了。",
                "Entry \(expected) of agency \(agency) is missing."
            )
        case .brokenChain(let position):
            (
                "第 \(position) 號紀錄與同機關的前一筆接不上。",
                "Entry \(position) does not follow the agency's entry before it."
            )
        case .cutOff(let entries, let total):
            (
                "檔案只有 \(entries) 筆紀錄，應有 \(total) 筆。",
                "The file has \(entries) entries of \(total)."
            )
        case .otherRoot:
            ("紀錄與檢核點不符。", "The entries do not match the checkpoint.")
        }
    }
}
