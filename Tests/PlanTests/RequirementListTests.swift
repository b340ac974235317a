import Duties
import Foundation
import Papers
import Statute
import TestCity
import Testing

@testable import Plan

@Suite struct RequirementListTests {
    let list: RequirementList
    let template: Document

    init() throws {
        list = try RequirementList.bundled()
        template = try PlanTemplate.standard().document
    }

    @Test func `every demand that the plan's own text names has its row, and no other`() {
        let named = template.chapters.placed.flatMap(\.clause.requirements).sorted()

        #expect(named.count == 235)
        #expect(list.all.map(\.number).sorted() == named)
    }

    @Test func `a row's clause lies in its own chapter`() {
        for requirement in list.all where requirement.number.chapter > 0 {
            let chapter = ChineseNumeral.formal.text(requirement.number.chapter)
            // Treatment of risk is asked for where the review looks at it.
            let isForeign = requirement.number == RequirementNumber("08-7")
            #expect(
                isForeign || requirement.clause.prefix { $0 != "/" } == chapter,
                "\(requirement.number)")
        }
    }

    /// The clauses of the plan of February 2020, as its reader numbers them.
    static let clauses = """
        壹/一 壹/二 肆/一/8 肆/二/(一)/3 肆/二/(二)/3 肆/三 肆/四/2 肆/五 伍/一/9 伍/二/(一) 陸/一/1/(4) \
        陸/一/6 陸/二/4 柒/一/2/(4) 柒/一/4 柒/二 捌/一/3 捌/二 玖/六 玖/七/2 壹拾壹/一/(四) 壹拾壹/二/(四) \
        壹拾貳/一/5/(4) 壹拾貳/二/5 壹拾參/一 壹拾參/二/2/(4) 壹拾參/二/4 壹拾伍/一 壹拾伍/二/(一)/4 \
        壹拾伍/二/(二)/5 壹拾伍/三/2/(4)/E 壹拾伍/三/2/(8) 壹拾伍/三/3 壹拾柒/5
        """.split(separator: " ").map(String.init)

    /// Brothers before a clause exist when it does, and so do the clauses above it.
    private static var known: Set<String> {
        var known = Set(
            (1...17).map { ChineseNumeral.formal.text($0) })
        for path in clauses {
            var parts: [String] = []
            for part in path.split(separator: "/").map(String.init) {
                for brother in brothers(upTo: part) {
                    known.insert((parts + [brother]).joined(separator: "/"))
                }
                parts.append(part)
            }
        }
        return known
    }

    private static func brothers(upTo part: String) -> [String] {
        for level in ClauseLevel.allCases {
            let all = (1...20).map(level.numeral)
            if let place = all.firstIndex(of: part) { return Array(all[...place]) }
        }
        return [part]
    }

    @Test func `every row's clause exists in the plan of February 2020`() {
        let unknown = list.all.map(\.clause).filter { !Self.known.contains($0) }

        #expect(unknown == [])
    }

    @Test func `every duty that a row names is in the law in force`() throws {
        let known = Set(try Law.bundled().duties.map(\.rule.id))
        let named = Set(list.all.flatMap(\.duties))

        #expect(named.subtracting(known) == [])
    }

    @Test func `every duty of the law stands beside some clause`() throws {
        let known = Set(try Law.bundled().duties.map(\.rule.id))
        let named = Set(list.all.flatMap(\.duties))

        #expect(known.subtracting(named) == [])
    }

    @Test func `a row that nothing can prove says what is missing and what one can do`() {
        for row in list.all {
            let canBeProven =
                !row.duties.isEmpty && !row.isAskedOfAll || !row.lists.proving.isEmpty
                || row.lists.limit != nil || !row.figures.isEmpty || !row.papers.isEmpty
                || row.builtIn != nil
            #expect(canBeProven || row.missing != nil, "\(row.number)")
            #expect((row.missing == nil) == (row.meanwhile == nil), "\(row.number)")
        }
        let sentences = list.all.compactMap(\.missing?.zh)
        #expect(sentences.count >= 60)
    }

    @Test func `a duty that keeps evidence meanwhile can be declared`() async throws {
        let city = try await TestCity()
        let judge = city.programme.standings.judge
        for row in list.all {
            guard case .duty(let id) = row.meanwhile?.place else { continue }
            #expect(judge.proof(of: MeasureID(id)) == nil, "\(row.number) \(id)")
            #expect(judge.shelf.law.duties(on: city.clock.now.day).contains { $0.rule.id == id })
        }
    }

    @Test func `every list that a row names is in the programme`() async throws {
        let city = try await TestCity()
        let known = Set(city.programme.recordSources.map(\.name))
        let named = Set(list.all.flatMap(\.lists.all)).union(
            list.all.compactMap {
                guard case .list(let name) = $0.meanwhile?.place else { return nil }
                return name
            })

        #expect(named.subtracting(known) == [])
    }

    @Test func `a plan from a file has its rows at the clauses of their paths`() throws {
        let reading = try PlanReader().read(
            text: """
                壹、依據
                一、資通安全管理法。
                貳、適用範圍
                """)
        let rows = list.byClause(of: reading.document)
            .mapValues { $0.map(\.number.description) }

        #expect(rows[ClauseID("壹/一")] == ["01-1", "01-4"])
        #expect(rows[ClauseID("壹")] == ["01-2", "01-3"])
        #expect(rows[ClauseID("貳")] == ["02-1", "02-2", "02-3", "02-4"])
    }

    @Test func `a row that a version is too old to name stands at the clause of its path`() throws {
        let version = try PlanTemplate(
            text: """
                壹、依據及目的 ⟦basis 01-3⟧
                一、資通安全管理法。 ⟦basis.law⟧
                二、本市規定。 ⟦basis.rule 01-2⟧
                貳、適用範圍 ⟦scope 02-1 02-2 02-3⟧
                """)
        let rows = list.byClause(of: version.document).mapValues { $0.map(\.number.description) }

        #expect(rows[ClauseID("basis")] == ["01-3"])
        #expect(rows[ClauseID("basis.law")] == ["01-1", "01-4"])
        #expect(rows[ClauseID("basis.rule")] == ["01-2"])
        #expect(rows[ClauseID("scope")] == ["02-1", "02-2", "02-3", "02-4"])
    }
}
