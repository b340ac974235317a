import Access
import Inventory
import Kernel
import Registers
import Sheets
import Storage
import TestCity
import TestEngines
import Testing

@testable import Exchange

@Suite struct ImportPlanTests {
    private let header = ["財產編號", "資產名稱", "資產類別", "擁有者", "購置日期", "數量", "備註"]

    /// Imports `before`, and tells what `table` would do then.
    private func plan(
        _ table: ReadTable, after before: ReadTable? = nil, defaults: [String: String] = [:],
        in city: TestCity? = nil
    ) async throws -> ImportPlan<Property> {
        let city = if let city { city } else { try await TestCity.withProperties() }
        let officer = try await city.caller(.officer)
        if let before {
            let plan = try await city.properties.run(before, .guessed(before), by: officer)
            #expect(plan.errors.isEmpty)
        }
        return try await city.properties.plan(
            table, .guessed(table, defaults: defaults), by: officer)
    }

    /// The new rows that `table` makes, in its order.
    private func created(
        _ table: ReadTable, after before: ReadTable? = nil, defaults: [String: String] = [:],
        in city: TestCity? = nil
    ) async throws -> [Property] {
        let city = if let city { city } else { try await TestCity.withProperties() }
        let officer = try await city.caller(.officer)
        if let before {
            try await city.properties.run(before, .guessed(before), by: officer)
        }
        let stood = try await Set(city.rows(by: officer).map(\.head.uuid))
        try await city.properties.run(
            table, .guessed(table, defaults: defaults), by: officer)
        return try await city.rows(by: officer).filter { !stood.contains($0.head.uuid) }
            .sorted { $0.head.uuid.uuidString < $1.head.uuid.uuidString }
    }

    @Test func `cells are read as people write them`() async throws {
        let table = sheet(
            header,
            ["Ａ－１", " 個人　電腦 ", "實體資產", "教務處", "中華民國115年3月13日", "１，０２４", "NA"],
            ["A-2", "林堃成的電腦", "hardware", "𠮷田", "115.3.13", "-", "無"],
            ["A-3", "台北", "Physical", "臺北", "1150313", "", "第一行\n第二行"])

        let plan = try await plan(table)

        #expect(plan.errors.isEmpty)
        let created = try await created(table)
        #expect(created.map(\.number) == ["A-1", "A-2", "A-3"])
        #expect(created.map(\.name) == ["個人 電腦", "林堃成的電腦", "台北"])
        #expect(created.map(\.owner) == ["教務處", "𠮷田", "臺北"])
        #expect(Set(created.map(\.boughtOn)) == [Day(year: 2026, month: 3, day: 13)])
        #expect(created.map(\.count) == [1_024, nil, nil])
        #expect(created.map(\.remark) == [nil, "無", "第一行\n第二行"])
    }

    @Test func `units, codes and grades beside an answer are understood`() async throws {
        let table = sheet(
            header,
            ["A-1", "電腦", "HW 實體資產", "教務處", "", "24 台", ""],
            ["A-2", "電腦", "SW軟體資產", "教務處", "", "一台", ""],
            ["A-3", "電腦", "實體資產", "教務處", "", "３組", ""],
            ["A-4", "電腦", "實體資產", "教務處", "", "2.0", ""])

        let plan = try await plan(table)

        #expect(plan.errors.map(\.message.zh) == [])
        let created = try await created(table)
        #expect(created.map(\.count) == [24, 1, 3, 2])
    }

    @Test func `half a thing is no count, and a day that lost its format is told as such`()
        async throws
    {
        let table = sheet(
            header, ["A-1", "電腦", "實體資產", "教務處", "", "1.5", ""],
            ["A-2", "電腦", "實體資產", "教務處", "44270", "", ""])

        let plan = try await plan(table)

        #expect(
            plan.errors.map(\.message.zh) == [
                "第 2 列：數量寫「1.5」，要填整數，例如 24",
                "第 3 列：購置日期寫「44270」，是試算表的日期序號，把這一欄的格式設成日期再存檔",
            ])
    }

    @Test func `every bad cell is told with its row, what it says and what it must be`()
        async throws
    {
        let table = sheet(
            header,
            ["A-1", "電腦", "重要", "教務處", "113.2.30", "數台", ""],
            ["A-2", "", "實體資產", "教務處", "26/3/1", "0", ""],
            ["A-3", "電腦", "實體資產", "教務處", "", "0", ""])

        let plan = try await plan(table)

        #expect(plan.created == 0 && plan.refused == [2, 3, 4])
        #expect(
            Set(plan.errors.map(\.message.zh)) == [
                "第 2 列：資產類別寫「重要」，要改成 實體資產、軟體資產 其中一個",
                "第 2 列：購置日期寫「113.2.30」，沒有這一天，查明後改正",
                "第 2 列：數量寫「數台」，要填整數，例如 24",
                "第 3 列：購置日期寫「26/3/1」，看不出是民國還是西元，要寫完整的年，例如 115/03/13",
                "第 4 列：數量是 0 要說明原因",
            ])
        #expect(plan.errors.filter { $0.row == 2 }.map(\.column).contains("資產類別"))
    }

    @Test func `a blank cell that must be filled is told as such`() async throws {
        let table = sheet(header, ["A-2", "", "實體資產", "教務處", "", "", ""])
        let errors = try await plan(table).errors
        #expect(errors.map(\.message.zh) == ["第 2 列：沒有寫資產名稱"])
    }

    @Test func `identity decides what is new, changed or unchanged`() async throws {
        let before = sheet(
            header, ["A-1", "電腦", "實體資產", "教務處", "", "1", ""],
            ["A-2", "印表機", "實體資產", "教務處", "", "1", ""])
        let table = sheet(
            header, ["Ａ-１", "電腦", "實體資產", "教務處", "", "1", ""],
            ["a-2", "雷射印表機", "實體資產", "教務處", "", "1", ""],
            ["A-3", "螢幕", "實體資產", "教務處", "", "1", ""])

        let plan = try await plan(table, after: before)

        #expect(plan.unchanged == 1)
        #expect(plan.updated.map(\.new.name) == ["雷射印表機"])
        #expect(plan.updated.map(\.old.number) == ["A-2"])
        #expect(try await created(table, after: before).map(\.name) == ["螢幕"])
        #expect(plan.read == 3)
    }

    @Test func `what the file does not have stays, and answers are for new rows only`() async throws
    {
        let before = sheet(header, ["A-1", "電腦", "軟體資產", "教務處", "115/1/1", "1", "說明"])
        let table = sheet(["財產編號", "財產名稱"], ["A-1", "桌上電腦"], ["A-2", "螢幕"])

        let plan = try await plan(
            table, after: before, defaults: ["owner": "總務處", "sort": "hardware"])

        let old = try #require(plan.updated.first?.new)
        #expect(old.owner == "教務處" && old.sort == .software && old.remark == "說明")
        let created = try await created(
            table, after: before, defaults: ["owner": "總務處", "sort": "hardware"])
        let new = try #require(created.first)
        #expect(new.owner == "總務處" && new.sort == .hardware && new.remark == nil)
    }

    @Test func `a blank cell clears what may be empty and keeps what must stand`() async throws {
        let before = sheet(header, ["A-1", "電腦", "實體資產", "教務處", "115/1/1", "1", "說明"])
        let table = sheet(header, ["A-1", "電腦", "實體資產", "", "", "1", ""])

        let row = try #require(try await plan(table, after: before).updated.first?.new)

        #expect(row.owner == "教務處")
        #expect(row.boughtOn == nil && row.remark == nil)
    }

    @Test func `what blanks clear is counted by field, and what must stand is not`() async throws {
        let before = sheet(
            header, ["A-1", "電腦", "實體資產", "教務處", "115/1/1", "1", "說明"],
            ["A-2", "電腦", "實體資產", "教務處", "115/1/1", "1", ""])
        let table = sheet(
            header, ["A-1", "電腦", "實體資產", "", "", "1", "無此事"],
            ["A-2", "電腦", "實體資產", "", "-", "1", ""],
            ["A-3", "電腦", "實體資產", "教務處", "", "", ""])

        let plan = try await plan(table, after: before)

        #expect(plan.emptied == ["boughtOn": 2] && plan.emptiedCount == 2)
        #expect(plan.updated.map(\.isEmptied) == [true, true])
        #expect(Property.register.columns.losses(plan)?.zh == "購置日期 2 筆")
    }

    @Test func `two rows about one record are named with both lines`() async throws {
        let table = sheet(
            header, ["A-1", "電腦", "實體資產", "教務處", "", "", ""],
            ["A-2", "螢幕", "實體資產", "教務處", "", "", ""],
            ["Ａ-1", "另一台", "實體資產", "教務處", "", "", ""])

        let plan = try await plan(table)

        #expect(plan.created == 2 && plan.refused == [4])
        #expect(plan.errors.map(\.message.zh) == ["第 4 列：和第 2 列重複，財產編號都寫「A-1」，留一列就好"])
    }

    @Test func `rows that nothing identifies are known by all they say`() async throws {
        let table = sheet(
            header, ["", "椅子", "實體資產", "教務處", "", "1", ""],
            ["", "椅子", "實體資產", "教務處", "", "1", ""],
            ["", "桌子", "實體資產", "教務處", "", "1", ""])

        let first = try await plan(table)
        let again = try await plan(table, after: table)

        #expect(first.created == 3)
        #expect(again.unchanged == 3 && again.accepted == 0)
    }

    @Test func `a row of another agency is not taken`() async throws {
        let table = sheet(
            ["機關", "資產名稱", "資產類別", "擁有者"], ["教育局", "電腦", "實體資產", "秘書室"],
            ["衛生局", "電腦", "實體資產", "秘書室"])

        let plan = try await plan(table)

        #expect(plan.created == 1)
        #expect(plan.errors.map(\.message.zh) == ["第 3 列：機關寫「衛生局」，不是這個機關的資料"])
    }

    @Test func `the name of a system is spelled as its register does, or kept as words`()
        async throws
    {
        let city = try await TestCity.withProperties()
        let table = sheet(
            ["資產名稱", "資產類別", "擁有者", "資通系統"],
            ["甲", "實體資產", "秘書室", "教育局　校務系統"], ["乙", "實體資產", "秘書室", "沒有的系統"])

        let plan = try await plan(table, in: city)

        #expect(try await created(table, in: city).map(\.system) == ["教育局校務系統", "沒有的系統"])
        #expect(plan.notes.map(\.message.zh) == ["第 3 列：資通系統「沒有的系統」不在資通系統清單裡，照原文留著"])
    }

    @Test func `of two columns with one heading the one that fills a field is remembered`() {
        let headings = ["財產編號", "備註", "財產編號", "備註"].enumerated().map {
            TableHeader.Column(column: $0.offset, name: $0.element)
        }
        let remembered = Matching([0: "number", 3: "remark"]).remembered(headings)
        #expect(remembered == ["財產編號".comparable: "number", "備註".comparable: "remark"])
    }

    @Test func `a heading that is a field's own name goes before one that is an alias`() {
        let table = sheet(["存置地點", "財產名稱", "存放位置", "資產名稱"])
        #expect(
            Matching(guessing: table.columns, of: Property.register.columns).fields
                == [2: "place", 3: "name"])
    }

    @Test func `owner, manager and user of a file are asked for once, and may stay open`() {
        let table = sheet(["資產名稱", "資產類別", "使用者"], ["電腦", "實體", ""])
        let columns = Asset.register.columns
        let matching = Matching(guessing: table.columns, of: columns)
        let asked = columns.questions(of: table, matching)
        #expect(asked.map(\.column.name.text) == ["owner", "manager", "state"])
        #expect(asked.map(\.mayStayOpen) == [true, true, false])
        let assumed = columns.assumptions(matching, beside: [:])
        #expect(assumed.map(\.column.name.text) == ["state"])
    }

    @Test func `headings are known with their brackets, aliases and what was chosen before`() {
        let table = sheet(["數量", "存置地點", "名稱", "機關", "不認得"])
        let columns = Property.register.columns
        #expect(
            Matching(guessing: table.columns, of: columns).fields
                == [0: "count", 1: "place", 3: Matching.agency])
        let chosen = ["名稱": "name", "存置地點": ""]
        #expect(
            Matching(guessing: table.columns, of: columns, chosen: chosen).fields
                == [0: "count", 2: "name", 3: Matching.agency])
    }
}
