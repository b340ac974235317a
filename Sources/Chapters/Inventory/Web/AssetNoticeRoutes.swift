import Access
import Foundation
import HTML
import Kernel
import Web

/// 「東西有變動」: two fields for everybody, and the list that the team works off.
struct AssetNoticeRoutes: Sendable {
    let notices: AssetNotices

    var routes: [Route] {
        let one = "/asset-notices/:id"
        return [
            Route(.get, "/asset-notices", .needs(.reportIncidents), list),
            Route(.post, "/asset-notices", .needs(.reportIncidents), say),
            Route(.get, one, .needs(.editAssets), look),
            Route(.post, one + "/settlement", .needs(.editAssets), settle),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        try await page(request, NoticeDraft())
    }

    private func page(_ request: WebRequest, _ draft: NoticeDraft) async throws -> Answer {
        let caller = try request.caller
        let notices = try await notices.list(by: caller)
        return .page(
            AssetNoticesPage(
                notices: notices, draft: draft, caller: caller, today: request.now.day
            ).page)
    }

    private func say(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        do {
            _ = try await notices.say(
                form["what"], changed: form["change"], by: request.caller)
        } catch let refusal as AssetNoticeRefusal where refusal.kind == .invalid {
            let draft = NoticeDraft(
                what: form["what"], change: form["change"], problem: refusal.message)
            return try await page(request, draft).with(.unprocessableContent)
        }
        return .redirect(to: .assetNotices)
            .saying(Toast(Term("已通知推行小組，清冊更新後會結案", en: "The team is told")))
    }

    private func look(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let (notice, assets) = try await notices.look(try id(request), by: caller)
        guard notice.agencyID == caller.agency else {
            throw ChangeRefusal.notAllowed(.editAssets)
        }
        return .page(
            AssetNoticePage(notice: notice, assets: assets, today: request.now.day).page)
    }

    private func settle(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let id = try id(request)
        if let asset = UUID(hyphenated: form["asset"]) {
            try await notices.settle(id, with: asset, by: request.caller)
        } else {
            try await notices.settle(id, because: form["answer"], by: request.caller)
        }
        return .redirect(to: .assetNotices).saying(Toast(Term("已結案", en: "Settled")))
    }

    private func id(_ request: WebRequest) throws -> UUID {
        try request.parameter("id", as: ID<AssetNotice>.self).uuid
    }
}

/// What somebody is about to say, and what is wrong with it.
struct NoticeDraft: Sendable {
    var what = ""
    var change = ""
    var problem: Term?
}

extension Path {
    static let assetNotices: Path = "/asset-notices"
}
