import Access
import Inventory
import Kernel
import Registers
import TestCity
import Testing

@testable import Programme

/// What the head and the clerk read of a round before it is signed and after.
@Suite struct StockTakePageTests {
    @Test func `who signs reads what came of the round, and the sheet then says who signed`()
        async throws
    {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        _ = try await assets.add(TestCity.typedAsset(named: "筆電"), by: clerk)
        let stockTakes = StockTakes(door: city.door)
        let year = ROCYear(of: city.clock.now.day)
        let round = try await stockTakes.open(
            year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: clerk)
        _ = try await stockTakes.confirm(.rest, in: round, by: clerk)
        _ = try await assets.add(TestCity.typedAsset(named: "NAS"), by: clerk)
        let reader = try await Visitor(.ciso, city)
        let place = "/stock-takes/\(round.uuidString.lowercased())"

        let before = try await reader.get(place).text
        let toStamp = try await reader.get(place + "/sheet").text
        _ = try await reader.post(place + "/signature")
        let after = try await reader.get(place).text
        let signed = try await reader.get(place + "/sheet").text

        #expect(before.contains("都沒變 1 筆、新增 1 筆。簽核後這份清冊就凍結"))
        #expect(before.contains("tag--mark\">新增"))
        #expect(toStamp.contains("class=\"stamps\""))
        #expect(after.contains("<a href=\"\(place)/sheet\">2 筆</a>"))
        #expect(!signed.contains("class=\"stamps\"") && signed.contains("線上簽核，清冊凍結"))
    }

    @Test
    func `what is added from a round begins as in use, and leads back to the round`()
        async throws
    {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        let asset = try await assets.add(TestCity.typedAsset(named: "筆電"), by: clerk)
        let day = city.clock.now.day
        let round = try await StockTakes(door: city.door).open(
            ROCYear(of: day), from: day, to: day, leader: "資訊組", by: clerk)
        _ = try await assets.revise(
            asset, TypedFields(["state": "scrapped", "disposedOn": day.description]), seen: 1,
            by: clerk)
        let reader = try await Visitor(.officer, city)
        let place = "/stock-takes/\(round.hyphenated)"
        let new = "/assets/new?from=%2Fstock-takes%2F\(round.hyphenated)"

        let page = try await reader.get(place).text
        let form = try await reader.get(new).text
        let plain = try await reader.get("/assets/new").text
        var fields = ["name": "NAS", "assetClass": "physical", "state": "inUse", "from": place]
        let added = try await reader.post("/assets", fields)
        fields["name"] = ""
        let again = try await reader.post("/assets", fields)
        fields["name"] = "基地臺"
        fields["from"] = "https://example.org/"
        let abroad = try await reader.post("/assets", fields)
        let list = try await reader.get("/assets").text

        #expect(page.contains("href=\"\(new)\""))
        for begun in [form, plain] {
            #expect(begun.contains("name=\"state\" value=\"inUse\" checked"))
        }
        #expect(form.contains("name=\"from\" value=\"\(place)\""))
        #expect(form.contains("href=\"\(place)\""))
        #expect(added.status == 303 && added.location == place)
        #expect(again.status == 422 && again.text.contains("name=\"from\" value=\"\(place)\""))
        #expect(abroad.location?.hasPrefix("/assets/") == true)
        #expect(list.contains("<td>報廢</td>") && list.contains("3 個資產，其中 1 個已報廢"))
    }

    @Test func `a round past its last day says by how much it is late, until it is signed`()
        async throws
    {
        let city = try await TestCity()
        let clerk = try await city.caller(.officer)
        let assets = RegisterDesk<Asset>(door: city.door)
        _ = try await assets.add(TestCity.typedAsset(named: "筆電"), by: clerk)
        let day = city.clock.now.day
        let stockTakes = StockTakes(door: city.door)
        let round = try await stockTakes.open(
            ROCYear(of: day), from: day, to: day, leader: "資訊組", by: clerk)
        let place = "/stock-takes/\(round.hyphenated)"
        func pages() async throws -> [String] {
            let (own, superior) = (
                try await Visitor(.officer, city), try await Visitor(.city, city)
            )
            return [
                try await own.get("/stock-takes").text, try await own.get(place).text,
                try await superior.get("/stock-takes").text,
            ]
        }

        let inTime = try await pages()
        city.clock.advance(minutes: 24 * 60 * 3)
        let late = try await pages()
        _ = try await stockTakes.confirm(.rest, in: round, by: clerk)
        try await stockTakes.sign(
            round, .onScreen(compensation: ""), by: try await city.caller(.ciso))
        let signed = try await pages()

        #expect(inTime.allSatisfy { !$0.contains("逾期") })
        #expect(late.allSatisfy { $0.contains("逾期 3 天") })
        #expect(!late[0].contains("進行中") && late[2].contains("tag--over"))
        #expect(signed.allSatisfy { !$0.contains("逾期") })
    }
}
