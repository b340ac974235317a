import Access
import Foundation
import HTML
import Kernel
import Registers
import Storage
import Web

/// The short form for what changes most often about an asset: who has it, where it is, and whether
/// it is still used.
struct CorrectionRoutes: Sendable {
    let desk: RegisterDesk<Asset>
    let notices: AssetNotices

    static let fields: [SQLName] = [
        "keeper", "manager", "usedBy", "place", "state", "disposedOn", "erasure",
    ]

    var routes: [Route] {
        [
            Route(.get, "/assets/:id/correction", .needs(.editAssets), show),
            Route(.post, "/assets/:id/correction", .needs(.editAssets), correct),
        ]
    }

    private func show(_ request: WebRequest) async throws -> Answer {
        let asset = try await asset(request)
        let origin = CorrectionOrigin(try request.query)
        return .page(
            CorrectionPage(asset: asset, typed: TypedFields(of: asset), errors: [], origin: origin)
                .page)
    }

    private func correct(_ request: WebRequest) async throws -> Answer {
        let asset = try await asset(request)
        let form = try request.form
        let origin = CorrectionOrigin(form)
        let sent = TypedFields(
            form.byName.filter { sent in Self.fields.contains { $0.text == sent.key } })
        do {
            _ = try await desk.revise(
                asset.head.uuid, sent, seen: form.value("version") ?? 0, by: request.caller)
        } catch let invalid as InvalidRow {
            let page = CorrectionPage(
                asset: asset, typed: sent, errors: invalid.errors, origin: origin)
            return .page(page.page).with(.unprocessableContent)
        }
        if let notice = origin.notice {
            try await notices.settle(notice.uuid, with: asset.head.uuid, by: request.caller)
        }
        return .redirect(to: origin.next ?? .asset(asset.head.uuid))
            .saying(Toast(Term("「\(asset.name)」已儲存", en: "“\(asset.name)” is saved")))
    }

    private func asset(_ request: WebRequest) async throws -> Asset {
        let caller = try request.caller
        let id = try request.parameter("id", as: ID<Asset>.self).uuid
        let asset = try await desk.find(id, by: caller).row
        guard asset.agencyID == caller.agency else { throw RegisterRefusal.ofAnotherAgency }
        return asset
    }
}

/// From where somebody came to correct an asset: a round, a notice, or the asset itself.
struct CorrectionOrigin: Hashable, Sendable {
    let round: ID<StockTake>?
    let notice: ID<AssetNotice>?

    init(_ fields: Fields) {
        round = fields.value("round")
        notice = fields.value("notice")
    }

    /// Where the work goes on.
    var next: Path? {
        round.map { .stockTake($0.uuid) } ?? notice.map { _ in .assetNotices }
    }
}

/// The page of the short form.
struct CorrectionPage: Sendable {
    let asset: Asset
    let typed: TypedFields
    let errors: [FieldError]
    let origin: CorrectionOrigin

    private var place: Path { .asset(asset.head.uuid) }

    var page: Page {
        let title = Term("「\(asset.name)」有變動", en: "What changed about “\(asset.name)”")
        return Page(
            title, width: .narrow,
            trail: [
                Crumb(Term("資產清冊", en: "Assets"), "/assets"),
                Crumb(Term(asset.name, en: asset.name), place),
            ]
        ) {
            ErrorSummary(InvalidRow(errors).fieldMessages)
            PageHeading(title)
            form(
                .post, to: place.appending("correction"), .class("stack"), .data("guard", "")
            ) {
                hiddenField("version", String(asset.version))
                if let round = origin.round { hiddenField("round", round.description) }
                if let notice = origin.notice { hiddenField("notice", notice.description) }
                for name in CorrectionRoutes.fields {
                    if let column = Asset.register.columns[name.text] {
                        column.field(typed[name], errors: errors)
                    }
                }
                div(.class("row")) {
                    submit(Term("儲存", en: "Save"))
                    ActionLink(Term("改其他欄位", en: "Other fields"), place.appending("edit"))
                }
            }
        }
    }
}
