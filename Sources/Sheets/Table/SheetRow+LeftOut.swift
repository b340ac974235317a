// How rows look that are no records.
extension SheetRow {
    /// Whether the row sums up others: 「合計」, 「總務處小計」 or 「共 2 件」, and beside it little else
    /// than numbers.
    var isTotal: Bool {
        var texts: [String] = []
        for cell in typed {
            guard case .text(let text) = cell.value, !text.utf8.allSatisfy(Self.isOfFigures)
            else { continue }
            guard texts.count < 2 else { return false }
            texts.append(text)
        }
        return texts.contains { $0.utf8.count <= 48 && Self.sumsUp($0.comparable) }
    }

    private static func sumsUp(_ words: String) -> Bool {
        let bare = words.prefix { $0 != "(" }
        var said = bare
        while let last = said.last, last.isNumber || countings.contains(last) { said.removeLast() }
        if said.count < bare.count, counts.contains(String(said)) { return true }
        if said.count > 1, said.last == "共" { said.removeLast() }
        return totals.contains(String(said)) || sums.contains(where: said.hasSuffix)
    }

    /// Whether the row is a remark, a place to sign or a line of print.
    ///
    /// - Parameters:
    ///   - words: what its first cell says, for comparing.
    ///   - afterNote: whether a remark stands in the row before.
    func isNote(_ words: String, afterNote: Bool) -> Bool {
        let typed = typed
        guard typed.dropFirst().first != nil else {
            return afterNote || words.contains("以下空白")
                || Self.notes.contains { words.utf8.starts(with: $0.utf8) }
        }
        guard Self.isToSign(words) else { return false }
        return typed.allSatisfy { cell in
            guard case .text(let text) = cell.value else { return false }
            return Self.isToSign(text.comparable)
        }
    }

    /// Whether somebody signs here: 「單位主管：」, 「製表人：陳怡君」, 「校長」.
    private static func isToSign(_ words: String) -> Bool {
        let label = words.utf8.prefix { $0 != UInt8(ascii: ":") }
        return words.utf8.last == UInt8(ascii: ":") || signers.contains(String(Substring(label)))
    }

    /// Whether the row says what those below it have in common: one text alone that is merged over
    /// others, or counted as headings are.
    func isGroupHeading(_ text: String) -> Bool {
        guard typed.dropFirst().first == nil, standsAlone else { return false }
        let isMerged = cells.count { $0.origin == .merged && !$0.value.isBlank } > 1
        return isMerged || Self.isCounted(text.tidied[...])
    }

    /// 「甲、電腦設備」, 「(一)軟體」.
    private static func isCounted(_ text: Substring) -> Bool {
        let bare = text.drop { "(（".contains($0) }
        let rest = bare.drop(while: ordinals.contains)
        return rest.count < bare.count && rest.first.map(")）、.．".contains) == true
    }

    /// Whether nothing is in the row but one text, which may be merged over several cells.
    package var standsAlone: Bool {
        var only: CellValue?
        for cell in cells where !cell.value.isBlank {
            guard case .text = cell.value, only == nil || only == cell.value else { return false }
            only = cell.value
        }
        return only != nil
    }

    /// Whether the row is the header of another table: nothing but names of columns.
    func isOtherHeader(_ names: Set<String>) -> Bool {
        var count = 0
        for cell in typed {
            guard case .text(let text) = cell.value, text.utf8.count <= 48,
                !text.utf8.contains(where: Self.figures.contains)
            else { return false }
            let plain = text.comparable
            guard names.contains(plain) || Self.headings.contains(where: plain.hasSuffix)
            else { return false }
            count += 1
        }
        return count > 2
    }

    private static let totals: Set = [
        "合計", "總計", "小計", "共計", "總數", "總和", "累計", "subtotal", "total", "grandtotal",
    ]
    /// Ends of 「總務處小計」 and 「本頁合計」.
    private static let sums = ["合計", "總計", "小計", "共計"]
    /// Before a figure: 「共 2 件」.
    private static let counts: Set = ["共", "計", "總共", "合共", "共有"]
    private static let countings: Set<Character> = [
        ":", ",", ".", "件", "筆", "台", "臺", "項", "個", "元", "組", "式", "種",
    ]
    /// Whether a byte stands in figures that are written as text: 「125,000」.
    private static func isOfFigures(_ byte: UInt8) -> Bool {
        figures.contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
    }

    private static let figures = UInt8(ascii: "0")...UInt8(ascii: "9")
    private static let ordinals = Set("甲乙丙丁戊己庚辛壬癸一二三四五六七八九十壹貳參肆伍陸柒捌玖拾")
    private static let notes = [
        "註:", "註1", "註一", "附註", "備註", "說明:", "※", "*", "製表", "填表", "承辦", "審核", "單位主管",
        "機關首長", "核章", "列印", "第1頁",
    ]
    private static let signers: Set = [
        "承辦", "承辦人", "承辦人員", "承辦單位", "經辦", "經辦人", "製表", "製表人", "填表", "填表人", "填報人",
        "盤點人", "監盤人", "保管人", "管理人", "覆核", "複核", "審核", "審核人", "核定", "核章", "會辦", "會簽",
        "組長", "科長", "股長", "課長", "室主任", "主任", "處長", "局長", "校長", "園長", "秘書", "主任秘書",
        "單位主管", "主管", "資訊組長", "事務組長", "總務主任", "教務主任", "會計", "主計", "會計主任", "主計主任",
        "會計室", "主計室", "機關首長", "首長", "資安長", "資通安全長",
    ]
    private static let headings = [
        "名稱", "編號", "代號", "日期", "到期日", "數量", "授權數", "單價", "總價", "金額", "單位", "備註", "期限",
        "序號", "項次", "姓名", "職稱", "電話", "版本", "廠牌", "型號", "地點", "說明", "類別", "用途",
    ]
}
