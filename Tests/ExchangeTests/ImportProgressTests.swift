import Foundation
import Kernel
import Synchronization
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportProgressTests {
    @Test(arguments: TestEngine.allCases)
    func `an import under way tells how many of its rows are done`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let table = sheet(
            [["財產編號", "資產名稱", "資產類別", "擁有者"]]
                + (1...2_500).map { ["A-\($0)", "電腦 \($0)", "實體資產", "堃"] })
        let (uuid, progress) = (UUID(), ImportProgress())
        let desk = ExchangeDesk(
            city.properties.exchange.noting(uuid, in: progress), door: city.door)
        let seen = Mutex<[Int]>([])

        #expect(progress.rows(of: uuid) == nil)
        progress.begin(uuid, of: table.rows.count)
        #expect(progress.rows(of: uuid).map { [$0.done, $0.total] } == [0, 2_500])
        let looked = try await desk.plan(
            table, .guessed(table), by: officer, looked: progress.noting(uuid))
        #expect(looked.created == 2_500)
        #expect(progress.rows(of: uuid)?.done == 1_250)
        progress.begin(uuid, of: table.rows.count)
        try await desk.run(
            table, .guessed(table), by: officer, looked: progress.noting(uuid)
        ) { _, _ in
            seen.withLock { $0.append(progress.rows(of: uuid)?.done ?? 0) }
        }
        progress.end(uuid)

        #expect(seen.withLock { $0 } == [2_500])
        #expect(progress.rows(of: uuid) == nil)
        let again = try await city.properties.plan(table, .guessed(table), by: officer)
        #expect(again.unchanged == 2_500)
    }

    @Test(arguments: TestEngine.allCases)
    func `rows of which nothing is written are done when they were looked at`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity.withProperties(on: engine)
        let officer = try await city.caller(.officer)
        let heading = ["財產編號", "資產名稱", "資產類別", "擁有者"]
        let standing = (1...20).map { ["A-\($0)", "電腦 \($0)", "實體資產", "堃"] }
        let first = sheet([heading] + standing)
        try await city.properties.run(first, .guessed(first), by: officer)
        // Twenty as they stand, ten wrong ones, ten twice in the file, one changed, one new.
        let wrong = (21...30).map { ["A-\($0)", "電腦 \($0)", "不是類別", "堃"] }
        let twice = (1...10).map { ["A-\($0)", "別名 \($0)", "實體資產", "堃"] }
        let mixed = sheet(
            [heading] + standing.dropLast() + [["A-20", "筆電", "實體資產", "堃"]] + wrong + twice
                + [["A-31", "新的", "實體資產", "堃"]])

        for (table, looked) in [(first, 20), (mixed, 40)] {
            let (uuid, progress) = (UUID(), ImportProgress())
            let desk = ExchangeDesk(
                city.properties.exchange.noting(uuid, in: progress), door: city.door)
            progress.begin(uuid, of: table.rows.count)
            let plan = try await desk.plan(
                table, .guessed(table), by: officer, looked: progress.noting(uuid))
            #expect(progress.rows(of: uuid)?.done == looked)
            #expect(plan.read == table.rows.count)

            let seen = Mutex<[Int]>([])
            try await desk.run(
                table, .guessed(table), by: officer, looked: progress.noting(uuid)
            ) { _, _ in
                seen.withLock { $0.append(progress.rows(of: uuid)?.done ?? 0) }
            }

            #expect(seen.withLock { $0.last } == table.rows.count)
        }
    }

    @Test func `who waits sees the part that is done, and looks again without a script`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let exchange = city.properties.exchange
        let shelf = ImportShelf(exchange: exchange, door: city.door)
        let uuid = try await shelf.keep([1], named: "清冊.ods", by: officer)
        let file = try await shelf.find(uuid, by: officer)
        func text(_ ahead: Int, _ rows: (done: Int, total: Int)?) -> String {
            WaitingPage(exchange: exchange, file: file, ahead: ahead, rows: rows)
                .page.content.text
        }

        let waiting = text(2, nil)
        let underWay = text(0, (done: 24_000, total: 50_000))

        #expect(waiting.contains("前面還有 2 個檔案") && !waiting.contains("%"))
        #expect(underWay.contains("已處理 48%") && underWay.contains("／50000"))
        #expect(text(0, (done: 50_000, total: 50_000)).contains("已處理 99%"))
        for page in [waiting, underWay] {
            #expect(page.contains("href=\"/properties/imports/\(uuid.uuidString.lowercased())\""))
        }
    }

    @Test func `after a restart the recent imports say which were interrupted`() async throws {
        let city = try await TestCity.withProperties()
        let officer = try await city.caller(.officer)
        let exchange = city.properties.exchange
        let shelf = ImportShelf(exchange: exchange, door: city.door)
        let uuid = try await shelf.keep([1], named: "清冊.ods", by: officer)
        try await shelf.choose(ImportChoices(Matching([:])), for: uuid, [], by: officer)
        try await shelf.start(uuid, by: officer)
        let recent = try await shelf.recent(by: officer)
        func text(underWay: Bool) -> String {
            UploadPage(exchange: exchange, recent: recent, isUnderWay: { _ in underWay })
                .page.content.text
        }

        #expect(text(underWay: true).contains("匯入中"))
        #expect(!text(underWay: false).contains("匯入中"))
        #expect(text(underWay: false).contains("服務重新啟動過"))
    }
}
