import Access
import Exchange
import Foundation
import HTML
import Kernel
import Ledger
import Registers
import Storage
import Web

/// Which labels somebody asks for: the question of the asset list, or chosen assets.
struct LabelQuestion: Sendable {
    static let path: Path = "/assets/labels"

    var list: ListQuery
    var chosen: [UUID]
    var grid: LabelGrid

    /// Labels are for devices that are not scrapped (柒/一/3).
    init(_ fields: Fields, in agency: AgencyID) throws {
        list = try ListQuery(fields, of: Asset.register.columns)
        list.agency = agency
        list.limit = 200
        list.filters.removeAll { $0.column == "assetClass" }
        chosen = fields.all("row").compactMap { UUID(hyphenated: $0) }
        grid = LabelGrid(rawValue: fields["grid"]) ?? .twentyFour
    }

    var pairs: [(name: String, value: String)] {
        list.pairs + [("grid", grid.rawValue)] + chosen.map { ("row", $0.hyphenated) }
    }

    func place(after key: PageKey) -> Path {
        var question = self
        question.list.after = key
        return Self.path.with(question.pairs)
    }
}

/// The label sheets, and the one act that marks what is labelled.
struct LabelRoutes: Sendable {
    let door: Door

    var routes: [Route] {
        [
            Route(.get, "/assets/labels", .needs(.seeAssets), show),
            Route(.post, "/assets/labels/marks", .needs(.editAssets), mark),
        ]
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let question = try LabelQuestion(request.query, in: caller.agency)
        let (assets, next) = try await door.read(by: caller) { view in
            try view.labelled(question)
        }
        let page = LabelPage(
            assets: assets, question: question, next: next, agencyName: caller.agencyName,
            mayMark: caller.may(.editAssets),
            address: { request.fullAddress(of: .asset($0.head.uuid)) })
        return .page(page.page)
    }

    private func mark(_ request: WebRequest) async throws -> Answer {
        let chosen = try request.form.all("row").compactMap { UUID(hyphenated: $0) }
        let (count, entry) = try await door.markLabelled(chosen, by: request.caller)
        return .redirect(to: LabelQuestion.path.with("only", "unlabelled"))
            .saying(
                Toast(
                    Term("\(count) 筆記為今天貼標", en: "\(count) marked as labelled today"),
                    undo: entry.map { Asset.register.place.undo($0) }))
    }
}

extension View {
    /// The devices that a question about labels finds.
    func labelled(_ question: LabelQuestion) throws -> ([Asset], PageKey?) {
        guard question.chosen.isEmpty else {
            let assets = try rows(
                of: Asset.self,
                where: """
                    item.agencyID = \(caller.agency) AND item.removedAt IS NULL
                    AND item.id IN \(list: question.chosen)
                    """)
            return (assets, nil)
        }
        var list = question.list
        let physical = AssetClass.physical
        list.filters.append(
            ListFilter(
                column: "assetClass", value: physical.stored, typed: physical.rawValue))
        let slice: Slice<Listed<Asset>> = try self.list(list)
        return (slice.rows.map(\.row).filter { $0.life.state != .scrapped }, slice.next)
    }
}

extension Door {
    /// Says that assets bear their label since today, in one change.
    ///
    /// - Returns: how many did not before, and the entry by which that is taken back.
    func markLabelled(
        _ chosen: [UUID], by caller: Caller
    ) async throws -> (count: Int, entry: EntryID?) {
        let assets = try await change(
            .markLabelled, in: caller.agency, needs: .editAssets, by: caller
        ) { change in
            let assets = try change.view.rows(
                of: Asset.self,
                where: """
                    item.agencyID = \(change.agency) AND item.removedAt IS NULL
                    AND item.labelledOn IS NULL AND item.id IN \(list: chosen)
                    """)
            guard !assets.isEmpty else { throw StockTakeRefusal.nothingChosen }
            for asset in assets {
                try change.update(asset.labelled(on: change.now.day), from: asset)
            }
            return assets
        }
        let entry = try await entry(of: .markLabelled, writing: assets.first, by: caller)
        return (assets.count, entry)
    }
}

extension Verb {
    static let markLabelled = Verb(
        "asset.label", Term("記為已貼標", en: "marked as labelled"))
}
