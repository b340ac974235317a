import Access
import HTML
import Kernel
import Systems
import TestCity
import TestEngines
import Testing

@testable import Registers

@Suite struct DrawnListTests {
    @Test(arguments: TestEngine.allCases, Language.allCases)
    func `a list draws of each row what the whole row says`(
        _ engine: TestEngine, _ language: Language
    ) async throws {
        let city = try await TestCity(on: engine)
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let school = try await city.caller(.officer, in: .child)
        for name in ["<b>堃</b>", "𠮷 & \"公文\"", "無名", "尾"] {
            _ = try await desk.add(.system(name), by: school)
        }
        let reader = Reader(language: language)
        for caller in [school, try await city.caller(.officer)] {
            var query = ListQuery(limit: 2)
            repeat {
                let table = ListTable<InformationSystem>(query, caller)
                let drawn = try await desk.page(query, by: caller, drawing: table.row, for: reader)
                let (slice, count) = try await desk.list(query, by: caller)
                #expect(drawn.count == count)
                #expect(drawn.next == slice.next)
                #expect(drawn.shown == slice.rows.count)
                let whole = slice.rows.flatMap { cells($0, caller, reader) }
                #expect(cells(of: drawn.rows.text(for: reader)) == whole)
                query.after = drawn.next
            } while query.after != nil
        }
    }

    /// What stands in the cells of a drawn list, without the boxes.
    private func cells(of rows: String) -> [String] {
        rows.matches(of: /<t[dh][^>]*>(.*?)<\/t[dh]>/).map { String($0.1) }
            .filter { !$0.hasPrefix("<input") }
    }

    /// What a row would say there, read whole.
    private func cells(
        _ listed: Listed<InformationSystem>, _ caller: Caller, _ reader: Reader
    ) -> [String] {
        let row = listed.row
        var cells = InformationSystem.register.columns.listed.map { column in
            given(column.shown(row)).text(for: reader)
        }
        let place = InformationSystem.register.place(row.head.uuid).text
        cells[0] = "<a href=\"\(place)\">\(cells[0])</a>"
        return cells + (caller.supervises ? [HTML(listed.agencyName).text] : [])
    }
}
