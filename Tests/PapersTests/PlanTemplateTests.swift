import Foundation
import Testing

@testable import Papers

@Suite struct PlanTemplateTests {
    @Test func `the plan has the seventeen chapters of the programme`() throws {
        let chapters = try PlanTemplate.standard().document.chapterList
        #expect(chapters.count == 17)
        #expect(chapters.map(\.path).last == "壹拾柒")
        #expect(chapters[8].clause.text.plainText == "資通安全防護及控制措施")
    }

    /// How many rows the list of demands has in each chapter, 0 for those across chapters. The last
    /// of chapters 1 and 7 and the last six of chapter 6 are asked by the law of today and not by
    /// the plan of February 2020.
    static let rows = [
        0: 8, 1: 4, 2: 4, 3: 4, 4: 25, 5: 20, 6: 30, 7: 17, 8: 7, 9: 17, 10: 8, 11: 20, 12: 16,
        13: 10, 14: 4, 15: 31, 16: 4, 17: 6,
    ]

    @Test(arguments: 0...17)
    func `every demand of a chapter is answered by exactly one clause`(_ chapter: Int) throws {
        let document = try PlanTemplate.standard().document
        let tied = document.chapters.placed.flatMap(\.clause.requirements)
            .filter { $0.chapter == chapter }.sorted()
        let count = try #require(Self.rows[chapter])

        #expect(tied == (1...count).map { RequirementNumber(chapter: chapter, row: $0) })
    }

    @Test func `a demand is answered in the chapter it belongs to`() throws {
        for placed in try PlanTemplate.standard().document.chapters.placed {
            let chapter = ChineseNumeral.formal.number(placed.path.prefix { $0 != "/" })
            let foreign = placed.clause.requirements.filter { $0.chapter != chapter }
            #expect(foreign.allSatisfy { $0.chapter == 0 }, "\(placed.path)")
        }
    }

    @Test func `every mention names a clause or one of the three annexes`() throws {
        let document = try PlanTemplate.standard().document
        let ids = Set(document.chapters.placed.map(\.clause.id))
            .union(["annex.agencies", "annex.business", "annex.team"].map(ClauseID.init))
        let texts = document.chapters.placed.flatMap { placed in
            [placed.clause.text]
                + placed.clause.blocks.map { block in
                    if case .paragraph(let text) = block { text } else { [] }
                }
        }
        for case .reference(let id) in texts.flatMap({ $0 }) { #expect(ids.contains(id)) }
    }

    @Test func `nothing stands in the text that only the template needs`() throws {
        let document = try PlanTemplate.standard().document
        let words = document.chapters.placed.map(\.clause.ownText).joined()
        #expect(words.filter { "⟦⟧{}→".contains($0) }.isEmpty)
        #expect(!words.contains("台"))
    }

    @Test func `filled fields keep their name and others stay empty`() throws {
        let name = FieldName("機關數")
        let document = try PlanTemplate.standard().document.filled([name: "144"])
        let scope = try #require(document.chapters.placed.first { $0.clause.id.text == "scope" })
        #expect(document.fields.contains(name))
        #expect(scope.clause.ownText.contains("所屬機關144個及學校〔學校數〕所"))
    }

    @Test func `an agency's addition stands apart from the city's words`() throws {
        let city = try PlanTemplate.standard().document
        let own = Clause(ClauseID("own.wifi"), .number, [.text("校園無線網路另訂使用規定。")])
        let agency = city.adding(own, below: ClauseID("safeguards.devices"))
        let added = try #require(agency.chapters.placed.first { $0.clause.id == own.id })

        #expect(added.path == "玖/七/3")
        #expect(added.clause.origin == .agency)
        #expect(Comparison(from: city, to: agency).changes.map(\.kind) == [.added])
    }

    @Test(arguments: [
        ("壹、甲", PlanTemplateFault.line(1, .id)), ("貳、甲 ⟦a⟧", .line(1, .number)),
        ("壹、甲 ⟦a⟧\n\n一、乙 ⟦a⟧", .line(3, .id)),
        ("壹、甲 ⟦a 18-1⟧", .line(1, .requirement("18-1"))), ("壹、{甲 ⟦a⟧", .line(1, .brace)),
    ])
    func `a mistake in a template is found with its line`(
        _ text: String, _ fault: PlanTemplateFault
    ) {
        #expect(throws: fault) { try PlanTemplate(text: text) }
    }
}
