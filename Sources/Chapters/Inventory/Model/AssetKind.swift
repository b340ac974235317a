import Access
import Kernel
import Registers
import Storage

/// A kind within one of the four classes of assets (子類別): the city's rows are for everybody, an
/// agency adds its own (柒/一/2).
package struct AssetKind: RegisterRow {
    package var head: RowHead
    package let name: String
    package let assetClass: AssetClass

    package static let register = Register<AssetKind>(
        kind: "assetKind", table: "assetKind", path: "asset-kinds",
        title: Term("資產子類別", en: "Kinds of assets"), one: Term("子類別", en: "Kind of asset"),
        emptyHint: Term(
            "還沒有自己的子類別。維護計畫列的（資料庫、應用軟體、電腦等）和市府訂的，填資產時就會出現，不用再建。",
            en: "No kinds of your own. Those of the plan and of the city are offered already."),
        sort: "name", see: .seeAssets, edit: .editAssets, supervision: .open,
        columns: Columns(
            identity: ["assetClass", "name"], make: AssetKind.init,
            Field(
                "name", \.name, Term("子類別", en: "Kind"),
                FieldTraits(
                    hint: Term("例如：行動裝置、門禁設備", en: "As: mobile devices"), listed: true,
                    sorted: true, searched: true), rules: .atMost(60)),
            Field(
                "assetClass", \.assetClass, Term("資產類別", en: "Class"),
                FieldTraits(listed: true, filtered: true))))

    /// The plan's own examples (柒/一/2).
    private static let ofPlan = [
        "資料庫", "資料檔案", "系統文件", "操作手冊", "訓練教材", "研究報告", "作業程序", "永續運作計畫", "稽核紀錄",
        "歸檔資訊", "應用軟體", "系統軟體", "開發工具", "套裝軟體", "作業系統", "電腦", "通訊設備", "可攜式設備",
        "資通系統設備", "電力", "消防",
    ]

    /// The kinds that the form of an asset offers: the plan's, the city's, the agency's own.
    package static func names(_ view: View) throws -> [String] {
        let kept: [String] = try view.values(
            """
            SELECT DISTINCT assetKind.name
            FROM assetKind JOIN agency ON agency.id = assetKind.agencyID
            WHERE assetKind.removedAt IS NULL
              AND (agency.parentID IS NULL OR assetKind.agencyID = \(view.caller.agency))
            ORDER BY assetKind.name
            """)
        return ofPlan + kept.filter { !ofPlan.contains($0) }
    }
}

extension Migration {
    static let assetKind = Migration(
        "2026-11-26 inventory: kinds of assets of the city's and agencies' own",
        """
        CREATE TABLE assetKind (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          assetClass TEXT NOT NULL
            CHECK (assetClass IN ('information', 'software', 'physical', 'support'))
        );

        CREATE INDEX assetKindByName ON assetKind (agencyID, name, id, removedAt);
        CREATE INDEX assetKindOfCityByName ON assetKind (name, id, agencyID, removedAt);
        """)

    static let assetAcquired = Migration(
        "2026-11-26 inventory: the day on which an asset was acquired",
        "ALTER TABLE asset ADD COLUMN acquiredOn TEXT;")
}
