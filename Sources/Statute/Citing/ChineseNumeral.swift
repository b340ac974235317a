/// Numbers as Chinese legal texts write them: 「十一」, 「壹拾壹」, 「11」, 「１１」.
enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0,
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "貳": 2, "參": 3, "叁": 3, "肆": 4, "伍": 5, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let units: [Character: Int] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100,
    ]

    static func isDigit(_ character: Character) -> Bool {
        digits[character] != nil || units[character] != nil || arabic(character) != nil
    }

    /// The number that `text` writes, up to 9,999; `nil` where it is no numeral.
    static func value(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        var arabicValue = 0
        if text.allSatisfy({ arabic($0) != nil }) {
            guard text.count <= 4 else { return nil }
            for character in text { arabicValue = arabicValue * 10 + (arabic(character) ?? 0) }
            return arabicValue
        }
        var total = 0
        var current: Int?
        for character in text {
            if let digit = digits[character] {
                current = (current ?? 0) * (current == nil ? 1 : 10) + digit
            } else if let unit = units[character] {
                total += (current ?? 1) * unit
                current = nil
            } else {
                return nil
            }
            guard total < 10_000, (current ?? 0) < 10_000 else { return nil }
        }
        return total + (current ?? 0)
    }

    /// 「十一」 for 11, up to 99.
    static func plain(_ number: Int) -> String {
        write(number, digits: Array("零一二三四五六七八九"), ten: "十", oneTen: "十")
    }

    /// 「壹拾壹」 for 11, up to 99, as the plan numbers its chapters.
    static func formal(_ number: Int) -> String {
        write(number, digits: Array("零壹貳參肆伍陸柒捌玖"), ten: "拾", oneTen: "壹拾")
    }

    private static func write(
        _ number: Int, digits: [Character], ten: String, oneTen: String
    ) -> String {
        guard (0...99).contains(number) else { return "\(number)" }
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        guard tens > 0 else { return String(digits[ones]) }
        return (tens == 1 ? oneTen : String(digits[tens]) + ten)
            + (ones == 0 ? "" : String(digits[ones]))
    }

    private static func arabic(_ character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return nil }
        switch scalar.value {
        case 0x30...0x39: return Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
        default: return nil
        }
    }
}
