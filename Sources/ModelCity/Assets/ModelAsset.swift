import Registers

/// An invented asset, as somebody would type it: some are without a label or a manager, some past
/// their support, as in real lists.
enum ModelAsset {
    private typealias Plan = (
        name: String, assetClass: String, kind: String, makers: [String], model: String
    )

    private static let plans: [Plan] = [
        ("個人電腦", "physical", "個人電腦", ["華碩", "宏碁"], "D500"),
        ("筆記型電腦", "physical", "個人電腦", ["華碩", "聯強"], "B14"),
        ("個人電腦", "physical", "個人電腦", ["宏碁", "華碩"], "M490"),
        ("平板電腦", "physical", "可攜式設備", ["華碩", "蘋果"], "T10"),
        ("印表機", "physical", "周邊設備", ["兄弟", "理光"], "L5100"),
        ("無線基地臺", "physical", "網路設備", ["友訊", "合勤"], "AX3000"),
        ("網路交換器", "physical", "網路設備", ["友訊", "合勤"], "GS1920"),
        ("個人電腦", "physical", "個人電腦", ["宏碁", "華碩"], "M690"),
        ("網路攝影機", "physical", "物聯網設備", ["晶睿", "海康"], "IP9164"),
        ("不斷電系統", "physical", "電源設備", ["飛瑞"], "A1000"),
        ("伺服器", "physical", "伺服器", ["華碩", "慧與"], "RS300"),
        ("網路儲存設備", "physical", "儲存設備", ["群暉", "威聯通"], "DS920"),
        ("資料庫", "information", "資料庫", [], ""),
        ("文書處理軟體", "software", "套裝軟體", [], ""),
        ("作業系統", "software", "作業系統", [], ""),
        ("電力供應", "support", "電力", [], ""),
    ]

    /// Where things stand, and which unit uses them there.
    private typealias Room = (place: String, unit: String)

    private static let rooms: [Room] = [
        ("教務處", "教務處"), ("學務處", "學務處"), ("總務處", "總務處"), ("輔導室", "輔導室"),
        ("電腦教室", "教務處"), ("圖書館", "教務處"), ("行政大樓 2F", "總務處"), ("機房", "資訊組"),
    ]
    private static let offices: [Room] = [
        ("秘書室", "秘書室"), ("資訊室", "資訊室"), ("人事室", "人事室"), ("會計室", "會計室"),
        ("業務科", "業務科"), ("檔案室", "秘書室"), ("3F 辦公室", "業務科"), ("機房", "資訊室"),
    ]

    static func typed(
        number: Int, of place: ModelPlace, systems: [String],
        using generator: inout SeededGenerator
    ) -> TypedFields {
        let plan = plans[Int.random(in: 0..<plans.count, using: &generator)]
        let rooms = place.organisation.isSchool ? rooms : offices
        let room = rooms.randomElement(using: &generator) ?? rooms[0]
        var words = [
            "name": "\(plan.name) \(number + 1)", "assetClass": plan.assetClass,
            "kind": plan.kind, "owner": place.organisation.isSchool ? "總務處" : "秘書室",
            "usedBy": room.unit, "place": room.place,
            "state": chance(25, &generator) ? "idle" : "inUse",
        ]
        if !chance(20, &generator) {
            words["manager"] = place.organisation.isSchool ? "資訊組" : "資訊室"
        }
        if plan.assetClass == "physical" {
            words.merge(label(number, plan, room.unit, using: &generator)) { $1 }
        } else {
            words["systemName"] = systems.randomElement(using: &generator)
            words["need"] = "普"
        }
        return TypedFields(words)
    }

    private static func label(
        _ number: Int, _ plan: Plan, _ unit: String, using generator: inout SeededGenerator
    ) -> [String: String] {
        let maker = plan.makers.randomElement(using: &generator) ?? ""
        var words = [
            "propertyNumber": "3140101-03-\(10_000 + number)", "keeper": unit, "maker": maker,
            "model": plan.model, "quantity": "1", "need": "普",
            "iot": plan.kind == "物聯網設備" ? "true" : "false",
        ]
        let year = Int.random(in: 104...114, using: &generator)
        words["acquiredOn"] = "\(year)-\(Int.random(in: 1...12, using: &generator))-15"
        if !chance(8, &generator) { words["labelledOn"] = "115-01-15" }
        if chance(12, &generator) { words["supportEndsOn"] = "114-10-14" }
        if maker == "海康" { words["origin"] = "mainland" }
        return words
    }

    /// One time in so many.
    private static func chance(_ count: Int, _ generator: inout SeededGenerator) -> Bool {
        Int.random(in: 0..<count, using: &generator) == 0
    }
}
