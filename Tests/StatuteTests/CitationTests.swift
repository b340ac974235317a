import Foundation
import Kernel
import Testing

@testable import Statute

@Suite struct CitationTests {
    private let reader = CitationReader(law)

    @Test(arguments: [
        ("資通安全管理法第10條", "第10條", "資通安全管理法第13條"),
        ("資通安全管理法第 十 條", "第10條", "資通安全管理法第13條"),
        ("「資通安全管理法」第１１條", "第11條", "資通安全管理法第12條"),
        ("依本法第十一條", "第11條", "資通安全管理法第12條"),
        ("資通安全管理法第七條第二項", "第7條第2項", "資通安全管理法第8條"),
        ("資通安全管理法第13條", "第13條", "資通安全管理法第15條、資通安全管理法第16條"),
        ("資通安全管理法施行細則第4條", "第4條", "資通安全管理法施行細則第7條"),
        ("施行細則第6條第1項", "第6條第1項", "資通安全管理法施行細則第9條第1項"),
        (
            "資通安全事件通報及應變辦法第四條第一項", "第4條第1項",
            "資通安全事件通報應變及演練辦法第6條第1項"
        ),
        ("「資通安全責任等級分級辦法」之附表九", "附表九", "資通安全責任等級分級辦法附表九"),
        ("「資通安全責任等級分辦法」之附表十", "附表十", "資通安全責任等級分級辦法附表十"),
        ("資通安全責任等級分級辦法第11條第3項", "第11條第3項", "資通安全責任等級分級辦法第11條第3項"),
        ("「臺北市政府資訊安全管理規範」貳、資訊安全組織規定", "貳", "臺北市政府資通安全管理規定"),
    ])
    func `a citation of the old law is traced to the new`(
        _ text: String, _ article: String, _ now: String
    ) throws {
        let found = try #require(reader.citations(in: text, on: .of("2026-11-23")).first)
        #expect(found.article?.zh == article)
        #expect(found.now.map(\.zh).joined(separator: "、") == now)
        #expect(found.isCurrent == (found.instrument.zh + article == now))
    }

    @Test func `a text that shortens everything is read in one pass`() {
        let names = (0..<20_000).map { number in
            let word = String(number).compactMap { "零一二三四五六七八九".map(String.init)[Int(String($0))!] }
            return "資通安全管理法（以下簡稱甲\(word.joined())）"
        }
        let digits = String(repeating: "一", count: 100_000)
        let found = reader.mentions(in: CitedText(names.joined(separator: "，") + digits))
        #expect(found.count == 20_000)
    }

    @Test(arguments: [
        ("資通安全管理法第10條", "2020-06-01"), ("資通安全管理法第10條", "2025-11-30"),
        ("資通安全事件通報應變及演練辦法第6條第1項", "2026-06-01"),
        ("資通安全管理法第33條", "2019-06-01"),
    ])
    func `a citation is current while its own wording is in force`(
        _ text: String, _ day: String
    ) throws {
        let found = try #require(reader.citations(in: text, on: .of(day)).first)
        #expect(found.isCurrent)
        #expect(found.now.map(\.zh) == [text])
    }

    @Test func `a text says itself when it was written`() throws {
        let text = "中華民國115年3月\n依資通安全管理法第10條辦理。"
        let found = try #require(reader.citations(in: text, on: .of("2026-11-23")).first)
        #expect(found.subject?.zh == "委外選任與監督")
        #expect(found.isCurrent && found.line == 2)
    }

    @Test func `names are read by their context`() throws {
        let text = """
            依個人資料保護法（以下簡稱個資規定）辦理。資通安全責任等級分級辦法第3條、第4條及附表一；
            本法第12條。本辦法第11條。個人資料保護法施行細則第3條。日本法第5條。
            個資規定第6條。
            """
        let found = try reader.citations(in: text, on: .of("2020-06-01"))
        #expect(
            found.map { "\($0.instrumentID) \($0.article?.zh ?? "")" } == [
                "privacy ", "levels 第3條", "levels 第4條", "levels 附表一", "privacy 第12條",
                "levels 第11條", "privacy ", "privacy 第6條",
            ])
    }

    @Test(arguments: [
        "", "第", "第條", "本", "附表", "資通安全管理法第", "資通安全管理法第一百億條", "第10條",
        "資通安全管理法遵事項", "基本法第3條", "資通安全管理法（以下簡稱", "資通安全管理法第10條第",
    ])
    func `pieces of citations do no harm`(_ text: String) throws {
        let found = try reader.citations(in: text, on: .of("2026-11-23"))
        #expect(found.count <= 1)
        for citation in found { #expect(text.contains(citation.text)) }
    }

    @Test func `what was planted in any text is found`() throws {
        var random = Seeded(state: 58)
        let noise = Array("各機關應依規定辦理，並於時限內完成；其、及之「」（）12三\n 法辦 ab條項款表附本")
        let titles = [
            ("act", "資通安全管理法"), ("levels", "資通安全責任等級分級辦法"),
            ("incidents", "資通安全事件通報及應變辦法"), ("rules", "資通安全管理法施行細則"),
        ]
        for _ in 0..<2_000 {
            func rubbish() -> String {
                String(
                    (0..<Int.random(in: 0..<30, using: &random)).compactMap { _ in
                        noise.randomElement(using: &random)
                    })
            }
            let (id, title) = try #require(titles.randomElement(using: &random))
            let number = Int.random(in: 1...23, using: &random)
            let numeral =
                Bool.random(using: &random) ? "\(number)" : ChineseNumeral.plain(number)
            let text = rubbish() + "。" + title + "第\(numeral)條。" + rubbish()
            let found = try reader.citations(in: text, on: .of("2026-11-23"))
            #expect(
                found.contains {
                    $0.instrumentID == id && $0.article?.whole == .article(number: number)
                }, "\(text)")
        }
    }

    @Test func `random text never breaks the reader`() throws {
        var random = Seeded(state: 7)
        let pieces = [
            "資通安全管理法", "本法", "第", "十", "條", "項", "款", "之", "附表", "九", "「", "」", "、", "及",
            "臺北市政府資訊安全管理規範", "壹拾", "（以下簡稱", "）", "施行細則", "\n", " ", "👩‍💻", "99999",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0..<25, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            for citation in try reader.citations(in: text, on: .of("2026-11-23")) {
                #expect((1...max(1, lines)).contains(citation.line))
                #expect(!citation.text.isEmpty)
            }
        }
    }

    @Test func `numerals are read in every manner of writing`() {
        for number in 1...99 {
            #expect(ChineseNumeral.value(ChineseNumeral.plain(number)) == number)
            #expect(ChineseNumeral.value(ChineseNumeral.formal(number)) == number)
            #expect(ChineseNumeral.value("\(number)") == number)
        }
        #expect(ChineseNumeral.value("一百零八") == 108)
        #expect(ChineseNumeral.value("一〇八") == 108)
        #expect(ChineseNumeral.value("一千億") == nil)
    }
}

extension FoundCitation.Standing {
    fileprivate var zh: String { instrument.zh + (article?.zh ?? "") }
}
