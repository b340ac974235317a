/// Numbers from 1 to 99 in the two Chinese hands that official papers use.
package enum ChineseNumeral: Sendable {
    /// 一、二、十一: sections and items.
    case plain
    /// 壹、貳、壹拾壹: chapters, in the hand that cannot be altered.
    case formal

    /// The number in words; 10 is 壹拾 in the formal hand, as the city's plan writes it.
    package func text(_ number: Int) -> String {
        let digits = self == .plain ? Self.plainDigits : Self.formalDigits
        let ten = self == .plain ? "十" : "拾"
        guard (1...99).contains(number) else { return "\(number)" }
        let (tens, units) = number.quotientAndRemainder(dividingBy: 10)
        var text = ""
        if tens > 0 { text = (tens == 1 && self == .plain ? "" : String(digits[tens])) + ten }
        if units > 0 { text.append(digits[units]) }
        return text
    }

    /// Reads a number in words, 壹拾壹 and 拾壹 alike; `nil` for anything else.
    package func number(_ text: some StringProtocol) -> Int? {
        var total = 0
        var unit: Int?
        var tenSeen = false
        for character in text {
            if isTen(character) {
                guard !tenSeen else { return nil }
                total = (unit ?? 1) * 10
                unit = nil
                tenSeen = true
            } else {
                guard unit == nil, let digit = digit(character) else { return nil }
                unit = digit
            }
        }
        let number = total + (unit ?? 0)
        return number > 0 ? number : nil
    }

    private func isTen(_ character: Character) -> Bool {
        self == .plain ? character == "十" : character == "拾"
    }

    private func digit(_ character: Character) -> Int? {
        // 参 is a form of 參 that some offices type.
        if self == .formal, character == "参" { return 3 }
        let digits = self == .plain ? Self.plainDigits : Self.formalDigits
        guard let place = digits.firstIndex(of: character), place > 0 else { return nil }
        return place
    }

    private static let plainDigits = Array("〇一二三四五六七八九")
    private static let formalDigits = Array("零壹貳參肆伍陸柒捌玖")
}
