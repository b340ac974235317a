import Registers

/// An invented information system, as somebody would type it.
struct ModelSystem {
    let typed: TypedFields

    /// The systems of an agency of `kind`; some are planned, some ungraded, some without hours, as
    /// real lists are.
    static func all(
        of place: ModelPlace, using generator: inout SeededGenerator
    ) -> [ModelSystem] {
        let plans = place.organisation.isSchool ? schools : offices
        return (0..<place.size.systems).map { number in
            ModelSystem(plans[number % plans.count], round: number / plans.count, using: &generator)
        }
    }

    private typealias Plan = (
        name: String, owner: String, business: String, building: String, rank: Int
    )

    private static let offices: [Plan] = [
        ("公文管理系統", "秘書室", "公文收發與檔案管理", "centralised", 1),
        ("全球資訊網", "資訊室", "對外公告與便民服務", "outsourced", 0),
        ("線上申辦系統", "業務科", "受理民眾申請案件", "outsourced", 2),
        ("人事差勤系統", "人事室", "差勤與人事資料", "own", 1),
        ("會計作業系統", "會計室", "預算與決算", "centralised", 1),
        ("資料交換平臺", "資訊室", "跨機關資料介接", "own", 2),
        ("電子郵件系統", "資訊室", "內外部聯繫", "centralised", 1),
    ]

    private static let schools: [Plan] = [
        ("學校網站", "教務處", "校務公告", "centralised", 0),
        ("校務行政系統", "教務處", "學籍與成績", "centralised", 1),
        ("無線網路管理系統", "資訊組", "校園網路", "own", 0),
        ("圖書管理系統", "圖書館", "借還書", "outsourced", 0),
    ]

    private init(_ plan: Plan, round: Int, using generator: inout SeededGenerator) {
        let isPlanned = Int.random(in: 0..<9, using: &generator) == 0
        var words = [
            "name": round == 0 ? plan.name : "\(plan.name)（\(round + 1)）", "owner": plan.owner,
            "business": plan.business,
            "building": plan.building, "citizenFacing": plan.rank == 1 ? "false" : "true",
            "state": isPlanned ? "planned" : "inUse",
        ]
        if !isPlanned {
            words.merge(Self.grades(plan.rank, using: &generator)) { $1 }
        }
        if Int.random(in: 0..<5, using: &generator) > 0 {
            words["longestOutageHours"] = ["24", "48", "72"].randomElement(using: &generator)
            words["recoveryHours"] = ["4", "8", "24"].randomElement(using: &generator)
            words["dataLossHours"] = ["1", "24"].randomElement(using: &generator)
        }
        typed = TypedFields(words)
    }

    private static func grades(
        _ rank: Int, using generator: inout SeededGenerator
    ) -> [String: String] {
        let needs = ["普", "中", "高"]
        let reasons = ["影響有限，可用其他方式辦理", "影響部分業務，可能有賠償", "影響嚴重，涉及大量個資"]
        var words: [String: String] = [:]
        for side in ["confidentiality", "integrity", "availability", "compliance"] {
            let grade = max(0, rank - Int.random(in: 0...1, using: &generator))
            words[side] = needs[grade]
            words["\(side)Reason"] = reasons[grade]
        }
        return words
    }
}
