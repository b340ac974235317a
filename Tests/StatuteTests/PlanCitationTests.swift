import Kernel
import Testing

@testable import Statute

@Suite struct PlanCitationTests {
    /// What the plan of February 2020 cites, clause by clause: the citing words, the place, and where
    /// it stands now; an empty string stands for the instrument as a whole.
    private static let cited: [(String, String, String)] = [
        ("資通安全管理法第10條及其", "act 第10條", "第13條"),
        ("施行細則第6條。", "rules 第6條", "第9條"),
        ("二、臺北市政府資訊安全管理規範。", "city-rule ", ""),
        ("並依「臺北市政府資訊安全管理規範」為", "city-rule ", ""),
        ("「資通安全事件通報及應變辦法」所定義", "incidents ", ""),
        ("依「資通安全責任等級分級辦法」之附表九「資通系統防護需求分級原則」所評鑑", "levels 附表九", "附表九"),
        ("依本法第11條之規定", "act 第11條", "第12條"),
        ("依「臺北市政府資訊安全管理規範」貳、資訊安全組織規定辦理", "city-rule 貳", ""),
        ("依資通安全責任等級分級辦法之規定，設置", "levels ", ""),
        ("參考「臺北市政府資訊安全管理規範」及", "city-rule ", ""),
        ("「資通安全責任等級分辦法」之附表九「資通系統防護需求分級原則」、", "levels 附表九", "附表九"),
        ("附表十「資通系統防護基準」，實施", "levels 附表十", "附表十"),
        ("依「臺北市政府資訊安全管理規範」陸、網路安全管理及", "city-rule 陸", ""),
        ("柒、系統存取控制規定辦理", "city-rule 柒", ""),
        ("詳「臺北市政府資訊安全管理規範」-壹拾、資訊安全事件之管理規定", "city-rule 壹拾", ""),
        ("並依國家機密保護法之規定", "secrets ", ""),
        ("依據公務機關所屬人員資通安全事項獎懲辦法及", "conduct ", ""),
        ("依「臺北市政府及所屬各機關辦理資訊使用管理稽核作業規定」辦理", "city-use-audit ", ""),
        ("應依資通安全管理法施行細則第4條規定", "rules 第4條", "第7條"),
        ("依據資通安全管理法第12條之規定", "act 第12條", "第14條"),
    ]

    @Test func `every citation of the plan is found and traced`() throws {
        let text = "中華民國109年2月\n" + Self.cited.map(\.0).joined(separator: "\n")
        let found = try CitationReader(law).citations(in: text, on: .of("2026-11-23"))
        #expect(
            found.map { "\($0.instrumentID) \($0.article?.zh ?? "")" } == Self.cited.map(\.1))
        #expect(found.map { $0.now.first?.article?.zh ?? "" } == Self.cited.map(\.2))
        #expect(found.map(\.line) == Array(2...Self.cited.count + 1))
        #expect(found.allSatisfy { $0.now.count == 1 })
    }

    @Test func `legal compliance is no citation of the act`() throws {
        let text = "中華民國109年2月\n資通安全管理法遵事項業務"
        #expect(try CitationReader(law).citations(in: text, on: .of("2026-11-23")).isEmpty)
    }

    @Test func `when the plan was issued everything it cites was current`() throws {
        let text = "中華民國109年2月\n" + Self.cited.map(\.0).joined(separator: "\n")
        let found = try CitationReader(law).citations(in: text, on: .of("2020-02-15"))
        #expect(found.count == Self.cited.count)
        for citation in found { #expect(citation.isCurrent, "\(citation.text)") }
    }
}
