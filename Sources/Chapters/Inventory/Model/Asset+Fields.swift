import Kernel
import Registers
import Storage
import Systems

extension Asset {
    static let systemField = Field<Asset, String?>(
        "systemName", \.systemName, Term("資訊及資通系統名稱", en: "System"),
        FieldTraits(
            aliases: ["系統名稱", "資通系統名稱"],
            hint: Term(
                "它屬於哪個資通系統，照系統清單的名稱寫；不屬於任何系統就空著。",
                en: "The system that it belongs to, by its name; blank for none."),
            listed: true, searched: true),
        rules: .atMost(100))

    static let nameField = Field<Asset, String>(
        "name", \.name, Term("資產名稱", en: "Name"),
        FieldTraits(
            aliases: ["財產名稱", "品名", "設備名稱"],
            hint: Term(
                "NAS、印表機、無線基地臺、小型不斷電系統都算。",
                en: "NAS, printers, access points and small UPSs count too."),
            listed: true, sorted: true, searched: true),
        rules: .atMost(100))

    static let classField = Field<Asset, AssetClass>(
        "assetClass", \.assetClass, Term("資產類別", en: "Class"),
        FieldTraits(
            aliases: ["類別", "分類", "主分類", "資產分類"],
            hint: Term(
                "資訊：資料庫、文件、報表、稽核紀錄。軟體：應用程式、套裝軟體、Windows 和 Office。"
                    + "實體：電腦、網路設備、手機、行動硬碟。支援服務：電力、消防、空調。人員不列在資產清冊。",
                en:
                    "Information: data and papers. Software: programs. Physical: devices. Support: power, fire protection. People are not assets."
            ),
            listed: true, filtered: true, assumed: AssetClass.physical.rawValue))

    static let placeField = words(
        "place", \.place, Term("存放位置", en: "Place"), aliases: ["放置地點", "存置地點", "存放地點"],
        hint: Term(
            "哪一棟、哪一間。帶回家遠端辦公的筆電，寫平常保管的地方。",
            en: "Building and room; for a laptop taken home, where it is kept."))

    static let needField = Field<Asset, ProtectionNeed?>(
        "need", \.need, Term("防護需求等級", en: "Protection need"),
        FieldTraits(
            aliases: ["防護需求", "防護等級", "資通系統防護需求等級"],
            hint: Term(
                "屬於某個資通系統的，跟著系統的等級走，不用填。",
                en: "Follows the system's where there is one."),
            listed: true, filtered: true))

    static let numberField = Field<Asset, String?>(
        "propertyNumber", \.label.propertyNumber, Term("財產編號", en: "Property number"),
        FieldTraits(
            aliases: ["資產編號", "財編", "物品編號"],
            hint: Term("照財產標籤上的寫；沒有財產編號就空著。", en: "As on the property label."),
            searched: true, group: .label),
        rules: .atMost(60))

    static let kindField = Field<Asset, String?>(
        "kind", \.details.kind, Term("子類別", en: "Kind"),
        FieldTraits(
            aliases: ["子分類", "資產子類別"],
            hint: Term(
                "例如：資料庫、系統文件、應用軟體、作業系統、個人電腦、網路設備、電力",
                en: "As: database, operating system, computer"),
            group: .details),
        rules: .atMost(60))

    static func words(
        _ name: SQLName, _ path: any KeyPath<Asset, String?> & Sendable, _ term: Term,
        aliases: [String], isAsked: Bool = false, hint: Term
    ) -> Field<Asset, String?> {
        Field(
            name, path, term,
            FieldTraits(
                aliases: aliases, hint: hint, listed: true, searched: true,
                assumed: isAsked ? "" : nil),
            rules: .atMost(60))
    }

    static func label(
        _ name: SQLName, _ path: any KeyPath<Asset, String?> & Sendable, _ term: Term,
        aliases: [String]
    ) -> Field<Asset, String?> {
        Field(
            name, path, term, FieldTraits(aliases: aliases, searched: true, group: .label),
            rules: .atMost(60))
    }

    static func detail(
        _ name: SQLName, _ path: any KeyPath<Asset, String?> & Sendable, _ term: Term,
        aliases: [String]
    ) -> Field<Asset, String?> {
        Field(
            name, path, term, FieldTraits(aliases: aliases, searched: true, group: .details),
            rules: .atMost(200))
    }

    static func mark(
        _ name: SQLName, _ path: any KeyPath<Asset, Mark> & Sendable, _ term: Term,
        aliases: [String]
    ) -> Field<Asset, Mark> {
        Field(name, path, term, FieldTraits(aliases: aliases, group: .details))
    }

    static let questions = [
        RowQuestion("unlabelled", Term("實體資產還沒貼標", en: "Devices without a label")) { _ in
            """
            item.labelledOn IS NULL AND item.assetClass = 'physical' AND item.state <> 'scrapped'
            """
        },
        RowQuestion("bareLabel", Term("標籤資料不全", en: "Labels that lack something")) { _ in
            """
            (item.propertyNumber IS NULL OR item.keeper IS NULL OR item.maker IS NULL
              OR item.model IS NULL) AND item.assetClass = 'physical' AND item.state <> 'scrapped'
            """
        },
        RowQuestion("unmanaged", Term("沒有管理者", en: "Without a manager")) { _ in
            "item.manager IS NULL AND item.state <> 'scrapped'"
        },
        RowQuestion("unsupported", Term("已停止支援", en: "Support has ended")) { today in
            "item.supportEndsOn < \(today) AND item.state <> 'scrapped'"
        },
        RowQuestion("iot", Term("物聯網設備", en: "IoT devices")) { _ in
            "item.iot = \(true) AND item.state <> 'scrapped'"
        },
        RowQuestion("cloud", Term("雲端服務", en: "Cloud services")) { _ in
            "item.cloud = \(true) AND item.state <> 'scrapped'"
        },
        RowQuestion("marked", Term("有廠牌註記", en: "With an origin mark")) { _ in
            "item.origin IS NOT NULL AND item.state <> 'scrapped'"
        },
    ]
}
