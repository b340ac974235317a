import Access
import Foundation
import Kernel
import TestCity
import TestEngines
import Testing

@testable import Programme

@Suite struct PeopleExportTests {
    @Test(
        arguments: TestEngine.allCases,
        [
            "", "?q=專責", "?role=ciso", "?state=uninvited", "?state=none", "?role=officer&q=承辦",
            "?state=nonsense", "?on=2026-11-24&role=ciso", "?on=2026-11-24&q=專責",
            "?on=2026-11-24&state=account",
        ])
    func `the file that a list of people leads to holds whom it shows`(
        _ engine: TestEngine, _ question: String
    ) async throws {
        let city = try await TestCity(on: engine)
        let console = Caller.console("tester", in: city.agency(.own))
        _ = try await People(door: city.door).add(
            PersonDetails(name: "沒有帳號的專責人員"), to: city.agency(.own).id, by: console)
        city.clock.advance(minutes: 2 * 24 * 60)
        let visitor = try await Visitor(.securityOfficer, city)
        let path = question.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? ""

        let page = try await visitor.get("/people\(path)").text
        let link = try #require(page.firstMatch(of: /href="(\/people\/export[^"]*format=csv)"/)?.1)
        let shown = page.matches(of: /<th scope="row"><a [^>]*>([^<]+)<\/a>/).map { String($0.1) }
        let csv = try await visitor.get(String(link).replacing("&amp;", with: "&")).text

        #expect(!shown.isEmpty)
        #expect(names(in: csv) == shown.sorted())
    }

    /// The names in a file, which stand after the agency's.
    private func names(in csv: String) -> [String] {
        csv.split(whereSeparator: \.isNewline).dropFirst()
            .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[1]) }.sorted()
    }
}
