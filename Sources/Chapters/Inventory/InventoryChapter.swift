import Access
import Duties
import Kernel
import Outline
import Registers
import Storage
import Web

extension Chapter {
    /// Chapter 柒 of the plan: what the agency has.
    package static func inventory(_ door: Door) -> Chapter {
        Chapter(
            number: 7,
            title: Term("資訊及資通系統之盤點", en: "Inventory"),
            registers: [
                OutlinedRegister<Asset>(door: door), OutlinedRegister<AssetKind>(door: door),
            ],
            places: [
                NavigationItem(
                    Term("年度盤點", en: "Stock-take"), .stockTakes, .needs(.seeAssets)),
                NavigationItem(
                    Term("東西有變動", en: "Something changed"), .assetNotices,
                    .needs(.reportIncidents)),
            ],
            proofs: [.stockTakeSigned],
            records: [RecordSource.stockTakes, .assetNotices] + RecordSource.partsOfAssets,
            papers: [.assets],
            routes: StockTakeRoutes(stockTakes: StockTakes(door: door)).routes
                + StockTakeAPI(stockTakes: StockTakes(door: door)).routes
                + CorrectionRoutes(
                    desk: RegisterDesk(door: door), notices: AssetNotices(door: door)
                ).routes
                + AssetNoticeRoutes(notices: AssetNotices(door: door)).routes
                + AssetNoticeAPI(notices: AssetNotices(door: door)).routes
                + LabelRoutes(door: door).routes + LabelAPI(door: door).routes,
            migrations: Migration.inventory)
    }
}
