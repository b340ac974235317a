import Access
import Foundation
import Inventory
import Kernel
import Registers
import Statute
import Team
import TestCity
import Testing

@testable import Programme

/// Whoever reads a page may go where its links lead.
@Suite struct LinkTests {
    @Test(arguments: Role.allCases)
    func `no link leads its reader to a page that is not there for them`(
        _ role: Role
    ) async throws {
        let city = try await TestCity()
        try await city.live()
        try await city.fillRegisters()
        try await city.begin()
        let reader = try await Visitor(role, city)
        let own = try await city.caller(role).agency
        var asked: Set<String> = []
        var shapes: [Substring: Int] = [:]
        var waiting = ["/", "/agencies/\(own)"]
        while let path = waiting.popLast() {
            let shape = path.prefix { $0 != "?" }
                .replacing(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+/, with: "*")
            guard asked.insert(path).inserted, shapes[shape, default: 0] < 2 else { continue }
            shapes[shape, default: 0] += 1
            let page = try await reader.get(path)

            #expect(page.status == 200 || page.status == 303, "\(path) \(page.status)")
            guard page.text.hasPrefix("<!doctype html>") else { continue }
            waiting += Self.links(in: page.text)
        }
        #expect(asked.count > 5)
    }

    /// Where a page leads to, apart from files that are made for it and what a browser fetches.
    private static func links(in page: String) -> [String] {
        page.matches(of: /<a [^>]*href="(\/[^"#]*)/).map { String($0.1) }
            .map { $0.replacing("&amp;", with: "&") }
            .filter { !$0.contains("format=") && !$0.hasPrefix("/static") }
    }
}

extension TestCity {
    /// What is begun and not finished, of several hands: a round, a notice, a CISO in office.
    fileprivate func begin() async throws {
        for place in [Place.own, .child] {
            let clerk = Caller.console("tester", in: agency(place))
            let year = ROCYear(of: clock.now.day)
            _ = try await StockTakes(door: door).open(
                year, from: year.firstDay, to: year.lastDay, leader: "資訊組", by: clerk)
            _ = try await AssetNotices(door: door).say("印表機", changed: "搬走", by: clerk)
            _ = try await RegisterDesk<CISOAppointment>(door: door).add(
                TypedFields([
                    "name": "張仁恩", "post": "副局長", "fromOn": "2026-01-01",
                    "approvedOn": "2025-12-20", "document": "簽字第 1 號", "approver": "局長",
                ]), by: clerk)
        }
    }
}
