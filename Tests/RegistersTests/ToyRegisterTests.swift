import Access
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@Suite struct ToyRegisterTests {
    private func typed(_ name: String, with changes: [String: String] = [:]) -> TypedFields {
        TypedFields(
            ["name": name, "floor": "3", "locked": "false", "color": "grey"]
                .merging(changes) { $1 })
    }

    @Test(arguments: TestEngine.allCases)
    func `every type of column comes back as it was typed`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine, migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)

        let id = try await desk.add(
            typed("堃𠮷", with: ["floor": "", "boughtOn": "115/2/28", "color": "紅"]), by: officer)

        let kiosk = try await desk.find(id, by: officer).row
        #expect(kiosk.name == "堃𠮷")
        #expect(kiosk.floor == nil)
        #expect(kiosk.boughtOn == Day(year: 2026, month: 2, day: 28))
        #expect(kiosk.color == .red)
    }

    @Test(arguments: TestEngine.allCases)
    func `pages by key show every row once in either order`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine, migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)
        for index in 0..<7 { _ = try await desk.add(typed("機 \(index % 3)"), by: officer) }

        for isDescending in [false, true] {
            var query = ListQuery(order: ListOrder("name", isDescending: isDescending), limit: 3)
            var seen: [Kiosk] = []
            while true {
                let (slice, count) = try await desk.list(query, by: officer)
                #expect(count.number == 7)
                seen += slice.rows.map(\.row)
                guard let next = slice.next else { break }
                query.after = PageKey(next.description)
                #expect(query.after == next)
            }
            #expect(Set(seen.map(\.head.uuid)).count == 7)
            let names = seen.map(\.name)
            let sorted = names.sorted()
            #expect(names == (isDescending ? sorted.reversed() : sorted))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a filter takes the column's own words`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine, migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)
        _ = try await desk.add(typed("一號", with: ["color": "red", "locked": "是"]), by: officer)
        _ = try await desk.add(typed("二號"), by: officer)

        for (name, value) in [("color", "紅"), ("locked", "true")] {
            let query = try ListQuery(.init([(name, value)]), of: Kiosk.register.columns)
            let (slice, _) = try await desk.list(query, by: officer)
            #expect(slice.rows.map(\.row.name) == ["一號"])
        }
    }

    @Test func `every wrong field is named and nothing is kept`() async throws {
        let city = try await TestCity(migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)
        let wrong = typed("", with: ["floor": "百", "color": "blue", "boughtOn": "110年2月30日"])

        let refusal = try await #require(throws: InvalidRow.self) {
            try await desk.add(wrong, by: officer)
        }

        #expect(refusal.errors.map(\.field.text) == ["name", "floor", "boughtOn", "color"])
        let (slice, _) = try await desk.list(ListQuery(), by: officer)
        #expect(slice.rows.isEmpty)
    }

    @Test func `a rule over several fields names the field to mend`() async throws {
        let city = try await TestCity(migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)

        let refusal = try await #require(throws: InvalidRow.self) {
            try await desk.add(typed("三號", with: ["locked": "是", "floor": ""]), by: officer)
        }

        #expect(refusal.errors.map(\.field.text) == ["floor"])
    }

    @Test func `a closed register is not the superior's to read`() async throws {
        let city = try await TestCity(migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let school = try await city.caller(.officer, in: .child)
        let id = try await desk.add(typed("校門口"), by: school)
        let bureau = try await city.caller(.officer)

        let (slice, count) = try await desk.list(ListQuery(), by: bureau)

        #expect(slice.rows.isEmpty && count.number == 0)
        await #expect(throws: RegisterRefusal.unknown(Kiosk.register.one)) {
            try await desk.find(id, by: bureau)
        }
    }

    @Test func `a short list asks how common the words are, and the rows; a row asks three times`()
        async throws
    {
        let city = try await TestCity(migrations: [Kiosk.migration])
        let desk = RegisterDesk<Kiosk>(door: city.door)
        let officer = try await city.caller(.officer)
        let id = try await desk.add(typed("一號"), by: officer)

        let list = try await city.database.statements {
            _ = try await desk.list(ListQuery(words: "一"), by: officer)
        }
        let look = try await city.database.statements { _ = try await desk.look(id, by: officer) }

        #expect(list.count == 2)
        #expect(look.count == 3)
    }
}
