import Access
import Foundation
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What each step of an import asks of the database, with sign-in and layout.
///
/// Two things make the same step cost more or less. While nothing was written, an embedded database
/// answers who asks, and how many messages wait, from memory; a cluster never does. And an entry at
/// an even place of the log fills no node of its tree, which saves a question or two. Each import
/// here is the first of a fresh city, or follows the same one.
@Suite struct ImportCostTests {
    /// The questions of each step, in the order in which people go.
    struct Steps: Equatable {
        var upload = 0
        var matching = 0
        var preview = 0
        var start = 0
        var report = 0
    }

    @Test(arguments: TestEngine.allCases, [30, 400])
    func `an import costs the same questions however long its file is`(
        _ engine: TestEngine, _ count: Int
    ) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.officer, city)
        let isEmbedded = engine == .sqlite

        let new = try await steps(of: file(count), visitor, city)
        let unchanged = try await steps(of: file(count), visitor, city)
        let changed = try await steps(of: file(count, owner: "學務處"), visitor, city)

        // New rows are written by two hundred.
        var expected = Steps(
            upload: 6, matching: 4, preview: isEmbedded ? 4 : 6,
            start: (isEmbedded ? 22 : 21) + (count - 1) / 200, report: 4)
        #expect(new == expected)
        expected.upload = isEmbedded ? 5 : 6
        expected.start = isEmbedded ? 6 : 7
        expected.report = 3
        #expect(unchanged == expected)
        // A changed row is written by itself; its number is asked for, and its words are written,
        // with those of five hundred.
        expected.start = isEmbedded ? 22 + count : 21 + count
        expected.report = 4
        #expect(changed == expected)
    }

    @Test(arguments: TestEngine.allCases)
    func `new rows are written by two hundred, their words and lines by five hundred`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.officer, city)
        let isEmbedded = engine == .sqlite

        let new = try await steps(of: file(1_900), visitor, city)
        let unchanged = try await steps(of: file(1_900), visitor, city)

        // A thousand are made, then nine hundred: once more their numbers are asked for, nine times
        // more there are rows, and three times more words and lines of the ledger.
        let words = isEmbedded ? 3 : 2
        let start = (isEmbedded ? 22 : 21) + 1 + 9 + 3 * words + 3
        let preview = isEmbedded ? 4 : 6
        #expect(
            new == Steps(upload: 6, matching: 4, preview: preview, start: start, report: 4))
        #expect(
            unchanged
                == Steps(
                    upload: isEmbedded ? 5 : 6, matching: 4, preview: preview,
                    start: isEmbedded ? 6 : 7, report: 3))
    }

    private func file(_ count: Int, owner: String = "總務處") -> [UInt8] {
        let rows = (1...count).map { "A-\($0),電腦 \($0),實體資產,\(owner),資訊組,教師,使用中" }
        return Array((["財產編號,資產名稱,類別,擁有者,管理者,使用者,狀態"] + rows).joined(separator: "\n").utf8)
    }

    private func steps(
        of file: [UInt8], _ visitor: Visitor, _ city: TestCity
    ) async throws -> Steps {
        var steps = Steps()
        var preview = ""
        steps.upload = try await asked(city) {
            let told = try await visitor.send("/assets/imports", file: ("清冊.csv", file))
            #expect(told.status == 303)
            preview = try #require(told.location)
        }
        // Everything in the file is clear, so that it goes on to what would change.
        #expect(preview.hasSuffix("/preview"))
        let place = String(preview.dropLast("/preview".count))
        steps.matching = try await get(place, visitor, city)
        steps.preview = try await get(preview, visitor, city)
        steps.start = try await asked(city) {
            let told = try await visitor.post(place + "/start")
            #expect(told.status == 303)
        }
        steps.report = try await get(place, visitor, city)
        return steps
    }

    private func get(_ path: String, _ visitor: Visitor, _ city: TestCity) async throws -> Int {
        try await asked(city) {
            let told = try await visitor.get(path)
            #expect(told.status == 200)
        }
    }

    private func asked(
        _ city: TestCity, _ work: () async throws -> Void
    ) async throws -> Int {
        try await city.database.statements(during: work).count
    }
}
