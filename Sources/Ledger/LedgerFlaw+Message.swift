import Kernel

extension LedgerFlaw {
    /// What is wrong, in one sentence.
    package var message: Term {
        switch self {
        case .alteredLine, .missingLine, .addedLine, .unplacedLine: lineMessage
        case .alteredTree, .missingNode, .truncated, .otherThanKept: logMessage
        default: entryMessage
        }
    }

    private var lineMessage: Term {
        switch self {
        case .alteredLine(let at, let line?):
            Term(
                "第 \(at) 號紀錄的第 \(line) 行被改過。",
                en: "Line \(line) of entry \(at) was altered.")
        case .missingLine(let at, let line):
            Term(
                "第 \(at) 號紀錄缺第 \(line) 行。", en: "Line \(line) of entry \(at) is missing.")
        case .addedLine(let at, let line):
            Term(
                "第 \(at) 號紀錄多出第 \(line) 行。",
                en: "Line \(line) was added to entry \(at).")
        case .unplacedLine(let at, let entry):
            Term(
                "有一行不屬於任何紀錄（\(entry)），位置應在第 \(at) 號。",
                en: "A line belongs to no entry (\(entry)); its place would be \(at).")
        default:
            Term(
                "第 \(index) 號紀錄的內容被改過。", en: "The lines of entry \(index) were altered.")
        }
    }

    private var entryMessage: Term {
        switch self {
        case .missingEntry(let at):
            Term("第 \(at) 號紀錄不見了。", en: "Entry \(at) is missing.")
        case .missingPlaces(let at, let count):
            Term(
                "從第 \(at) 號起少了 \(count) 筆紀錄。",
                en: "\(count) entries are missing from \(at) on.")
        case .exchanged(let at, let other):
            Term(
                "第 \(at) 號與第 \(other) 號紀錄被對調。",
                en: "Entries \(at) and \(other) were exchanged.")
        case .ordinalGap(let at, let agency, let expected, let found):
            Term(
                "機關 \(agency) 的第 \(expected) 筆紀錄不見了：第 \(at) 號是它的第 \(found) 筆。",
                en: "Agency \(agency) lacks its entry \(expected): \(at) is its entry \(found).")
        case .rewritten(let at):
            Term(
                "第 \(at) 號紀錄被整筆改寫，與同機關的下一筆不符。",
                en: "Entry \(at) was written anew; the agency's next entry remembers another.")
        case .unplacedEntry(let at, let entry):
            Term(
                "紀錄 \(entry) 沒有位置，位置應在第 \(at) 號。",
                en: "Entry \(entry) has no place in the log; it would be \(at).")
        default:
            Term("第 \(index) 號紀錄被改過。", en: "Entry \(index) was altered.")
        }
    }

    private var logMessage: Term {
        switch self {
        case .alteredTree(let at, let range):
            Term(
                "第 \(at) 號紀錄與雜湊樹（\(range.lowerBound)–\(range.upperBound - 1)）不符。",
                en: "Entry \(at) does not match the tree over \(range.lowerBound)–"
                    + "\(range.upperBound - 1).")
        case .missingNode(let at, let range):
            Term(
                "雜湊樹缺第 \(range.lowerBound)–\(range.upperBound - 1) 號上面的一節，從第 \(at) 號起無法核對。",
                en: "The tree lacks its node over \(range.lowerBound)–\(range.upperBound - 1); "
                    + "nothing from \(at) on can be compared.")
        case .otherThanKept(let at, let size):
            Term(
                "紀錄與另外保存的檢核點（\(size) 筆）不符：第 \(at) 號起曾被改寫。",
                en: "The log differs from the kept checkpoint of \(size) entries: "
                    + "it was written anew from \(at) on.")
        case .truncated(let at, let known):
            Term(
                "紀錄到第 \(at) 號就斷了，原來至少有 \(known) 筆。",
                en: "The log is cut off at \(at); it had at least \(known) entries.")
        default:
            entryMessage
        }
    }
}
