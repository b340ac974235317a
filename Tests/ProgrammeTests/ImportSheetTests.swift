import Foundation
import TestCity
import Testing

/// A workbook with several tabs on its way into a register.
@Suite struct ImportSheetTests {
    @Test func `another tab is chosen, has columns of its own, and is what is imported`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        let sent = try await officer.send("/assets/imports", file: ("清冊.xlsx", try workbook()))
        let place = try #require(sent.location).replacing("/preview", with: "")
        let first = try await officer.get(place).text
        #expect(first.contains(#"<option value="硬體">硬體</option>"#))
        #expect(first.contains(#"<option value="軟體" selected>軟體</option>"#))

        let chosen = try await officer.post(place, ["sheet": "硬體"])
        #expect(chosen.status == 303 && chosen.location == place)
        let second = try await officer.get(place).text
        #expect(second.contains(#"<option value="硬體" selected>硬體</option>"#))
        #expect(second.contains("讀到 4 列資料") && first.contains("讀到 1 列資料"))

        let unknown = try await officer.post(place, ["sheet": "沒有這個"])
        #expect(unknown.status == 422 && unknown.text.contains("有的是：硬體、軟體"))
    }

    private func workbook() throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Array(
            Data(contentsOf: tests.appending(path: "ExchangeTests/Fixtures/awkward-openpyxl.xlsx")))
    }
}
