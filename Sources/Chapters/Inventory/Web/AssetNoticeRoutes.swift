import Access
import Attachments
import Evidence
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
            Route(.get, one, .needs(.seeAssets), look),
            Route(.post, one + "/settlement", .needs(.editAssets), settle),
        ] + fileRoutes
    }

    private var fileRoutes: [Route] {
        RecordFileRoutes(
            notices.files, at: "asset-notices", see: .editAssets, edit: .editAssets
        ) { uuid, request, sent in
            try await page(of: uuid, request, sent)
        }.routes
    }

    /// The photos that come with what somebody says.
    private var pictures: FormFiles { FormFiles(door: notices.door, needs: .reportIncidents) }

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
        var draft = NoticeDraft(what: form["what"], change: form["change"])
        do {
            try await pictures.give(of: request) { pictures in
                _ = try await notices.say(
                    form["what"], changed: form["change"], pictures: pictures, by: request.caller)
            }
        } catch let refusal as AssetNoticeRefusal where refusal.kind == .invalid {
            draft.problem = FieldMessage(
                field: draft.what.isEmpty ? "what" : "change", message: refusal.message)
            return try await again(request, draft)
        } catch let refusal as EvidenceRefusal where refusal.field != nil {
            draft.problem = FieldMessage(refusal)
            return try await again(request, draft)
        }
        return .redirect(to: .assetNotices)
            .saying(Toast(Term("已通知推行小組，清冊更新後會結案", en: "The team is told")))
    }

    /// The list with the form as it comes back.
    private func again(_ request: WebRequest, _ draft: NoticeDraft) async throws -> Answer {
        var draft = draft
        draft.held = try await pictures.hold(request)
        return try await page(request, draft).with(.unprocessableContent)
    }

    private func look(_ request: WebRequest) async throws -> Answer {
        try await page(of: id(request), request)
    }

    /// - Parameter sent: a form of evidence that was not taken.
    private func page(
        of id: UUID, _ request: WebRequest, _ sent: SentEvidence? = nil
    ) async throws -> Answer {
        let caller = try request.caller
        let seen = try await notices.look(id, by: caller)
        return .page(
            AssetNoticePage(
                seen: seen, isKeeper: caller.may(.editAssets), today: request.now.day,
                sent: sent
            ).page)
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
    var problem: FieldMessage?
    /// The photos that arrived with it.
    var held: [HeldFile] = []

    /// What is wrong with one of its fields.
    func error(_ field: String) -> Term? { problem.about(field) }
}

extension Path {
    static let assetNotices: Path = "/asset-notices"
}
