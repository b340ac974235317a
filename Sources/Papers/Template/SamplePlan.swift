import Kernel

/// The project's plan with the data of an invented city, for looking at every part of a paper.
package enum SamplePlan {
    /// The plan of 海角市 with its three annexes, sign-off and digest block.
    package static func document() throws -> Document {
        var document = try PlanTemplate.standard().document.filled(values)
        document.issuer = "海角市政府"
        document.edition = "115.01 版"
        document.issued = "中華民國 115 年 1 月 15 日"
        document.annexes = [agencies, businesses, team]
        let own = Clause(
            ClauseID("own.wireless"), .number,
            [.text("本府各機關提供民眾使用之無線網路，應與公務網路隔離，並公告使用規定。")])
        document = document.adding(own, below: ClauseID("safeguards.devices"))
        document.signOff = SignOff(posts: [
            .init("承辦人"), .init("單位主管"), .init("資通安全長"), .init("機關首長"),
        ])
        document.seal = Seal(
            digest: document.digest,
            address: "https://chengdun.example/papers/\(Seal.code(of: document.digest))")
        return document
    }

    /// The annex tables, as sheets take them: title and table.
    package static var annexes: [Annex] { [agencies, businesses, team] }

    private static let values = [
        "市府名稱": "海角市政府", "市府資安規定": "海角市政府資通安全管理規定", "資訊主管機關": "資訊處", "機關數": "18",
        "學校數": "24", "幼兒園數": "3", "資料日期": "115 年 1 月 2 日", "重大事件上限": "一", "高等級可用率": "99%",
        "民眾服務可用率": "97.5%", "事件程序": "海角市政府資通安全事件通報及應變程序",
        "資訊使用稽核規定": "海角市政府資訊使用管理稽核作業規定",
    ].reduce(into: [FieldName: String]()) { $0[FieldName($1.key)] = $1.value }

    private static var agencies: Annex {
        let columns: [Table.Column] = [
            .init("項次", share: 5, .center), .init("機關名稱", share: 24), .init("上級機關", share: 12),
            .init("責任等級", share: 9, .center), .init("核定日期及文號", share: 26),
            .init("資通安全長", share: 18), .init("應置專職人員", share: 8, .end),
            .init("現有專職(責)人員", share: 10, .end),
        ]
        let people = ["王堃", "林𠮷祥", "陳怡君", "張喆", "李婉瑜", "Ljaljav Pavavaljung", "吳游峯"]
        let rows = names.enumerated().map { place, agency in
            [
                "\(place + 1)", agency.name, agency.superior, agency.level,
                "114/12/\(10 + place % 18)\n府資安字第11400\(1_000 + place * 37)號",
                "\(agency.post)\n\(people[place % people.count])", agency.needed,
                agency.level < "D" ? agency.needed : "兼辦 1",
            ]
        }
        return Annex(
            ClauseID("annex.agencies"), title: "各機關責任等級及專職(責)人員設置表",
            blocks: [.table(Table(columns, rows: rows))])
    }

    private static let names:
        [(name: String, superior: String, level: String, post: String, needed: String)] = {
            let bureaus = [
                "秘書處", "民政處", "財政處", "教育處", "建設處", "工務處", "交通處", "社會處", "勞工處", "警察局", "消防局",
                "衛生局", "環境保護局", "資訊處", "地政處", "主計處", "人事處", "政風處",
            ].enumerated().map { place, name in
                (
                    "海角市政府\(name)", "海角市政府", name == "資訊處" ? "A" : place % 4 == 1 ? "B" : "C",
                    "副首長",
                    name == "資訊處" ? "4" : place % 4 == 1 ? "2" : "1"
                )
            }
            let schools = (1...24).map { number in
                let kind = number <= 3 ? "幼兒園" : number <= 18 ? "國民小學" : "國民中學"
                return (
                    "海角市立第\(ChineseNumeral.plain.text(number))\(kind)", "教育處", "D", "校（園）長", "0"
                )
            }
            return bureaus + schools
        }()

    private static var businesses: Annex {
        let columns: [Table.Column] = [
            .init("機關", share: 14), .init("業務", share: 12), .init("核心", share: 8, .center),
            .init("資通系統", share: 16), .init("重要性說明", share: 22),
            .init("業務失效影響說明", share: 22), .init("最大可容忍中斷時間", share: 11, .end),
            .init("防護需求等級", share: 8, .center),
        ]
        let rows = [
            ["資訊處", "市民服務入口", "核心", "市民服務網", "提供民眾線上申辦。", "申辦停頓，須改臨櫃。", "8 小時", "高"],
            ["資訊處", "公文流通", "核心", "公文整合系統", "全府公文之收發與簽核。", "公文無法收發及陳核。", "24 小時", "中"],
            ["警察局", "勤務指揮", "核心", "勤務派遣系統", "受理報案與派遣。", "派遣延誤，影響治安。", "4 小時", "高"],
            ["衛生局", "疫情通報", "核心", "疫情通報系統", "法定傳染病之通報。", "延誤防疫處置。", "8 小時", "高"],
            ["地政處", "登記業務", "核心", "地政整合系統（向上集中）", "不動產登記。", "登記案件停辦。", "24 小時", "高"],
            ["教育處", "教學支援", "核心", "校務行政系統", "學籍與成績。", "學籍、成績作業中斷。", "24 小時", "中"],
            ["秘書處", "場地借用", "非核心", "場地借用系統", "會議室借用。", "改以電話登記。", "72 小時", "普"],
            ["第四國民小學", "校園網站", "非核心", "無（使用市府共用平臺）", "對外公告。", "公告暫停。", "72 小時", "普"],
        ]
        return Annex(
            ClauseID("annex.business"), title: "核心業務(非核心業務)及重要性列表",
            blocks: [.table(Table(columns, rows: rows))])
    }

    private static var team: Annex {
        let columns: [Table.Column] = [
            .init("組別", share: 14), .init("職稱", share: 12), .init("單位", share: 16),
            .init("姓名", share: 12), .init("職掌", share: 36), .init("分機", share: 8, .center),
            .init("代理人", share: 12),
        ]
        let rows = [
            ["—", "召集人", "市長室", "王堃", "資通安全長，綜理全府資通安全事務。", "1001", "林𠮷祥"],
            ["策略規劃組", "組長", "資訊處", "陳怡君", "政策、目標、年度工作計畫及經費之規劃。", "2101", "張喆"],
            ["策略規劃組", "組員", "主計處", "吳游峯", "經費編列之協助。", "2318", "周宛儀"],
            ["資安防護組", "組長", "資訊處", "張喆", "防護設備、弱點管理、事件通報及應變。", "2105", "李婉瑜"],
            ["資安防護組", "組員", "警察局", "高慧君", "事件蒐證之協助。", "3110", "劉子駿"],
            ["績效管理組", "組長", "政風處", "李婉瑜", "稽核、改善追蹤及管理審查。", "4102", "吳游峯"],
        ]
        return Annex(
            ClauseID("annex.team"), title: "資通安全推動小組成員列表",
            blocks: [.table(Table(columns, rows: rows))])
    }
}
