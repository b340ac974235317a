import Foundation
import Testing

@testable import Papers

@Suite struct ComparisonTests {
    private let base = """
        壹、緣起 ⟦a⟧
        一、甲款之規定應予遵行。 ⟦a.1⟧
        二、乙款之件數為{件數}。 ⟦a.2⟧
        三、丙款另定之。 ⟦a.3⟧
        貳、附則 ⟦b⟧
        一、本規定每年檢討。 ⟦b.1⟧
        """

    @Test func `equal versions differ in nothing`() throws {
        let old = try document(base)
        #expect(Comparison(from: old, to: old).changes.isEmpty)
    }

    @Test func `an inserted clause does not make its brothers moved`() throws {
        let new = base.replacingOccurrences(
            of: "一、甲款", with: "一、新款。 ⟦a.0⟧\n二、甲款"
        ).replacingOccurrences(of: "二、乙", with: "三、乙")
            .replacingOccurrences(of: "三、丙", with: "四、丙")
        #expect(try kinds(base, new) == ["added 壹/一"])
    }

    @Test func `a removed clause is told by its old place`() throws {
        let new = base.replacingOccurrences(of: "三、丙款另定之。 ⟦a.3⟧\n", with: "")
        #expect(try kinds(base, new) == ["removed 壹/三"])
    }

    @Test func `a clause that passes a brother is moved, and only it`() throws {
        let new = """
            壹、緣起 ⟦a⟧
            一、丙款另定之。 ⟦a.3⟧
            二、甲款之規定應予遵行。 ⟦a.1⟧
            三、乙款之件數為{件數}。 ⟦a.2⟧
            貳、附則 ⟦b⟧
            一、本規定每年檢討。 ⟦b.1⟧
            """
        #expect(try kinds(base, new) == ["moved 壹/一"])
    }

    @Test func `a clause that changes chapter and words is moved and reworded`() throws {
        let new = """
            壹、緣起 ⟦a⟧
            一、甲款之規定應予遵行。 ⟦a.1⟧
            二、乙款之件數為{件數}。 ⟦a.2⟧
            貳、附則 ⟦b⟧
            一、本規定每年檢討。 ⟦b.1⟧
            二、丙款由市府另定之。 ⟦a.3⟧
            """
        #expect(try kinds(base, new) == ["moved 貳/二", "reworded 貳/二"])
    }

    @Test func `a changed figure is no rewording`() throws {
        let name = FieldName("件數")
        let old = try document(base).filled([name: "3"])
        let new = try document(base).filled([name: "4"])
        #expect(Comparison(from: old, to: new).changes.map(\.kind) == [.refilled])
    }

    @Test func `two long texts that share little are told apart at once`() throws {
        func plan(_ word: String) throws -> Document {
            let text = (1...30).flatMap { chapter in
                ["\(ChineseNumeral.formal.text(chapter))、\(word)章"]
                    + (1...30).map { "\(ChineseNumeral.plain.text($0))、\(word)款" }
            }.joined(separator: "\n")
            return try PlanReader().read(text: text).document
        }
        let (old, new) = (try plan("舊的"), try plan("新訂"))
        let kinds = Comparison(from: old, to: new).changes.map(\.kind)
        #expect(kinds.filter { $0 == .added }.count > 800)
    }

    @Test func `plans read from files are compared by words and place`() throws {
        let old = try PlanReader().read(text: SmallPlan.text).document
        let text = SmallPlan.text.replacingOccurrences(of: "   - (1) 寄錯機關。\n", with: "")
            .replacingOccurrences(of: "(2) 寄錯單位", with: "(1) 寄錯單位")
            .replacingOccurrences(of: "(3) 其他。", with: "(2) 其他。")
            .replacingOccurrences(of: "退文每年不高於3件", with: "退文每年不高於2件")
        let new = try PlanReader().read(text: text).document
        let found = Comparison(from: old, to: new).changes.map { change in
            "\(change.kind) \((change.new ?? change.old)?.path ?? "")"
        }
        #expect(found == ["reworded 貳/一/(一)/2", "removed 貳/一/(一)/2/(1)"])
    }

    private func document(_ text: String) throws -> Document {
        try PlanTemplate(text: text).document
    }

    private func kinds(_ old: String, _ new: String) throws -> [String] {
        Comparison(from: try document(old), to: try document(new)).changes.map { change in
            "\(change.kind) \((change.new ?? change.old)?.path ?? "")"
        }
    }
}
