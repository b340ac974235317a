import Registers

/// The invented businesses of an agency, as somebody would type them; some wait for an answer.
enum ModelBusiness {
    /// The names are those that the model's systems give as the business they support.
    static func all(of organisation: ModelOrganisation) -> [TypedFields] {
        switch organisation.kind {
        case "幼兒園": [school("教保業務", "教保組", "24"), support("總務業務", "總務組", "")]
        case _ where organisation.isSchool: schools
        default: offices
        }
    }

    private static let offices = [
        core("受理民眾申請案件", "業務科", "可能使民眾無法即時申辦，須改以人工受理。", "8"),
        core("跨機關資料介接", "資訊室", "可能使本機關部分業務中斷。", "24"),
        support("公文收發與檔案管理", "秘書室", "48"), support("差勤與人事資料", "人事室", "72"),
        support("預算與決算", "會計室", ""),
    ]

    private static let schools = [
        school("學籍與成績", "教務處", "24"), school("學生事務", "學務處", "72"),
        support("校務公告", "教務處", "72"), support("借還書", "圖書館", ""),
    ]

    private static func core(
        _ name: String, _ owner: String, _ effect: String, _ hours: String
    ) -> TypedFields {
        TypedFields([
            "name": name, "standing": "core", "legalGround": "組織法規所定的核心權責",
            "owner": owner, "importance": "為本機關依組織法執掌，足認為重要者。",
            "failureEffect": effect, "longestOutageHours": hours,
        ])
    }

    private static func school(_ name: String, _ owner: String, _ hours: String) -> TypedFields {
        TypedFields(
            core(name, owner, "可能影響教學或行政之正常運作。", hours).words.merging([
                "systemsAnswer": "centralised", "runBy": "臺北市政府教育局",
            ]) { $1 })
    }

    private static func support(_ name: String, _ owner: String, _ hours: String) -> TypedFields {
        TypedFields([
            "name": name, "standing": "nonCore", "owner": owner,
            "failureEffect": "可能使本機關部分業務中斷。", "longestOutageHours": hours,
        ])
    }
}
