import Access
import Foundation
import HTML
import Kernel
import Registers
import Web

/// What programs that print labels ask for: what each label says, and the mark that it is on.
struct LabelAPI: Sendable {
    let door: Door

    var routes: [Route] {
        let list = "/api/v1/assets/labels"
        return [
            Route(.get, list, .needs(.seeAssets), self.list),
            Route(.post, list + "/marks", .needs(.editAssets), mark),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let question = try LabelQuestion(request.query, in: caller.agency)
        let (assets, next) = try await door.read(by: caller) { try $0.labelled(question) }
        return try .resource(
            ResourceList(
                items: assets.map {
                    LabelResource($0, at: request.fullAddress(of: .asset($0.head.uuid)))
                }, next: next?.description))
    }

    private func mark(_ request: WebRequest) async throws -> Answer {
        let sent = try request.json(as: Marks.self)
        let chosen = (sent.assets ?? []).compactMap { UUID(hyphenated: $0) }
        let (count, entry) = try await door.markLabelled(chosen, by: request.caller)
        return try .resource(Marked(marked: count, entry: entry?.description))
    }

    private struct Marks: Decodable {
        let assets: [String]?
    }

    private struct Marked: Encodable {
        let marked: Int
        /// By which it is taken back.
        let entry: String?
    }
}

/// What a label says (柒/一/3), as the API gives it.
struct LabelResource: Encodable {
    let assetID: String
    let name: String
    let propertyNumber: String?
    let keeper: String?
    let maker: String?
    let model: String?
    let isCore: Bool
    let labelledOn: String?
    /// Where the code on the label leads.
    let address: String

    init(_ asset: Asset, at address: String) {
        assetID = asset.head.uuid.hyphenated
        name = asset.name
        propertyNumber = asset.label.propertyNumber
        keeper = asset.label.keeper
        maker = asset.label.maker
        model = asset.label.model
        isCore = asset.isCore
        labelledOn = asset.label.labelledOn?.description
        self.address = address
    }
}
