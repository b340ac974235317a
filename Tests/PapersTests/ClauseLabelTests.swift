import Testing

@testable import Papers

@Suite struct ClauseLabelTests {
    @Test(arguments: [
        ("壹、依據", ClauseLevel.chapter, 1, "依據"), ("拾壹、 情資", .chapter, 11, "情資"),
        ("壹拾柒、參考", .chapter, 17, "參考"), ("十二、職掌", .section, 12, "職掌"),
        ("（三）檢討", .item, 3, "檢討"), ("㈡檢討", .item, 2, "檢討"), ("3. 帳號", .number, 3, "帳號"),
        ("３、帳號", .number, 3, "帳號"), ("(10) 清冊", .subnumber, 10, "清冊"),
        ("Ｂ．人力", .letter, 2, "人力"),
    ])
    func `a clause number is read in every form that offices write`(
        _ line: String, _ level: ClauseLevel, _ ordinal: Int, _ rest: String
    ) throws {
        let label = try #require(ClauseLabel(line[...]))
        #expect(label.level == level)
        #expect(label.ordinal == ordinal)
        #expect(label.rest == rest)
    }

    @Test(arguments: ["97.5%以上", "本計畫", "（以下簡稱）", "2026年", "一百", "", "、", "()", "115.03.13"])
    func `other words are no clause number`(_ line: String) {
        #expect(ClauseLabel(line[...]) == nil)
    }

    @Test(arguments: 1...99)
    func `a number in words reads back as itself`(_ number: Int) {
        #expect(ChineseNumeral.plain.number(ChineseNumeral.plain.text(number)) == number)
        #expect(ChineseNumeral.formal.number(ChineseNumeral.formal.text(number)) == number)
    }
}
