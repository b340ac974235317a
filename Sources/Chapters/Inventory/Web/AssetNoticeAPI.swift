import Access
import Foundation
import HTML
import Kernel
import Web

/// What programs can do with notices of change: say one, and work off those of the agency.
struct AssetNoticeAPI: Sendable {
    let notices: AssetNotices

    var routes: [Route] {
        let list = "/api/v1/asset-notices"
        let one = list + "/:id"
        return [
            Route(.get, list, .needs(.reportIncidents), self.list),
            Route(.post, list, .needs(.reportIncidents), say),
            Route(.get, one, .needs(.editAssets), find),
            Route(.post, one + "/settlement", .needs(.editAssets), settle),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let found = try await notices.list(by: request.caller)
        return try .resource(ResourceList(items: found.map(AssetNoticeResource.init)))
    }

    private func say(_ request: WebRequest) async throws -> Answer {
        let sent = try request.json(as: NewNotice.self)
        let id = try await notices.say(
            (sent.what ?? "").trimmed, changed: (sent.change ?? "").trimmed, by: request.caller)
        return try .made(
            try await resource(id, request), at: Path("api", "v1", "asset-notices", id.hyphenated))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try .resource(try await resource(id(request), request))
    }

    private func settle(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let sent = try request.json(as: Settlement.self)
        if let asset = sent.asset.flatMap({ UUID(hyphenated: $0) }) {
            try await notices.settle(id, with: asset, by: request.caller)
        } else {
            try await notices.settle(
                id, because: (sent.answer ?? "").trimmed, by: request.caller)
        }
        return try .resource(try await resource(id, request))
    }

    private func resource(_ id: UUID, _ request: WebRequest) async throws -> AssetNoticeResource {
        try await notices.door.read(by: request.caller) { view in
            AssetNoticeResource(try AssetNotice.own(id, view))
        }
    }

    private func id(_ request: WebRequest) throws -> UUID {
        try request.parameter("id", as: ID<AssetNotice>.self).uuid
    }

    private struct NewNotice: Decodable {
        let what: String?
        let change: String?
    }

    private struct Settlement: Decodable {
        /// The asset whose row was updated.
        let asset: String?
        /// Why none had to be.
        let answer: String?
    }
}

/// A notice of change as the API gives it.
struct AssetNoticeResource: Encodable {
    let id: String
    let agencyID: String
    let what: String
    let change: String
    let saidBy: String
    let saidAt: String
    let isOpen: Bool
    let assetID: String?
    let answer: String?
    let settledBy: String?
    let settledAt: String?

    init(_ notice: AssetNotice) {
        id = notice.recordID.hyphenated
        agencyID = notice.agencyID.description
        what = notice.what
        change = notice.change
        saidBy = notice.saidBy
        saidAt = notice.saidAt.description
        isOpen = notice.isOpen
        assetID = notice.settlement?.assetID?.hyphenated
        answer = notice.settlement?.answer
        settledBy = notice.settlement?.by
        settledAt = notice.settlement?.at.description
    }
}
