import Access
import Attachments
import Evidence
import Exchange
import Foundation
import HTML
import Kernel
import Ledger
import Registers
import Web

/// What people ask of the yearly stock-take.
struct StockTakeRoutes: Sendable {
    let stockTakes: StockTakes

    var routes: [Route] {
        let one = "/stock-takes/:id"
        return [
            Route(.get, "/stock-takes", .needs(.seeAssets), list),
            Route(.post, "/stock-takes", .needs(.editAssets), open),
            Route(.get, one, .needs(.seeAssets), look),
            Route(.post, one + "/schedule", .needs(.editAssets), reschedule),
            Route(.post, one + "/confirmation", .needs(.editAssets), confirm),
            Route(.post, one + "/changes/:entry/undo", .needs(.editAssets), undo).oneAtATime,
            Route(.get, one + "/differences", .needs(.seeAssets), differences),
            Route(.get, one + "/sheet", .needs(.seeAssets), sheet),
            Route(.post, one + "/signature", .needs(.signStockTake), sign),
            Route(.post, one + "/sheet-signature", .needs(.editAssets), signSheet),
            Route(.post, one + "/reopening", .needs(.signStockTake), reopen),
        ] + fileRoutes
    }

    /// The photos of a stamped sheet.
    private var scans: FormFiles { FormFiles(door: stockTakes.door, needs: .editAssets) }

    private var fileRoutes: [Route] {
        RecordFileRoutes(
            stockTakes.files, at: "stock-takes", see: .seeAssets, edit: .editAssets
        ) { id, request, sent in try await page(of: id, request, sentEvidence: sent) }.routes
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let asked: Int? = query.value("year")
        let year = asked.flatMap { ROCYear($0) } ?? ROCYear(of: request.now.day)
        let rounds =
            query["state"] == "signed"
            ? try await stockTakes.signedRounds(
                of: year, in: query.value("agency") ?? caller.agency, by: caller)
            : try await stockTakes.rounds(of: year, by: caller)
        return .page(
            StockTakeListPage(rounds: rounds, caller: caller, today: request.now.day).page)
    }

    private func open(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let number: Int? = form.value("year")
        guard let year = number.flatMap({ ROCYear($0) }) else { throw StockTakeRefusal.badYear }
        let from = try form.day("opensOn") ?? request.now.day
        let id = try await stockTakes.open(
            year, from: from, to: try form.day("closesOn") ?? max(from, year.lastDay),
            leader: form["leader"], by: request.caller)
        return .redirect(to: .stockTake(id))
    }

    private func look(_ request: WebRequest) async throws -> Answer {
        try await page(of: id(request), request)
    }

    /// - Parameters:
    ///   - problem: what is wrong with a form that was just sent.
    ///   - sentEvidence: a form of evidence that was not taken.
    private func page(
        of id: UUID, _ request: WebRequest, _ problem: FieldMessage? = nil,
        sentEvidence: SentEvidence? = nil
    ) async throws -> Answer {
        let question = try StockTakeQuestion(request.query)
        let caller = try request.caller
        let look = try await stockTakes.look(
            id, question.result, question.filter, after: question.after, by: caller)
        return .page(
            StockTakePage(
                look: look, question: question, caller: caller, today: request.now.day,
                problem: problem, sent: problem == nil ? Fields() : try request.form,
                held: problem == nil ? [] : try await scans.hold(request),
                sentEvidence: sentEvidence
            ).page)
    }

    /// Changes, signs or opens again; what the form lacks is said on the round's page.
    private func act(
        on id: UUID, _ request: WebRequest, saying toast: Toast,
        _ body: () async throws -> Void
    ) async throws -> Answer {
        do {
            try await body()
        } catch let refusal as StockTakeRefusal where refusal.field != nil {
            let problem = refusal.field.map { FieldMessage(field: $0, message: refusal.message) }
            return try await page(of: id, request, problem).with(.unprocessableContent)
        } catch let refusal as EvidenceRefusal where refusal.field != nil {
            return try await page(of: id, request, FieldMessage(refusal))
                .with(.unprocessableContent)
        }
        return .redirect(to: .stockTake(id)).saying(toast)
    }

    private func reschedule(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let form = try request.form
        return try await act(on: id, request, saying: .saved) {
            let (day, leader) = (try form.day("closesOn"), form["leader"])
            try await stockTakes.reschedule(
                id, seen: form.value("version"), by: request.caller
            ) { _ in (day, leader) }
        }
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        let id = try id(request)
        let question = try StockTakeQuestion(form)
        let choice: StockTakeChoice =
            switch form["which"] {
            case "rest": .rest
            case "matching": .matching(question.filter)
            default: .assets(form.all("row").compactMap { UUID(hyphenated: $0) })
            }
        let (count, entry) = try await stockTakes.confirm(choice, in: id, by: request.caller)
        let words = Term("\(count) 筆都沒變，已確認", en: "\(count) confirmed as unchanged")
        return .redirect(to: question.place(of: id))
            .saying(Toast(words, undo: entry.map { Path.stockTake(id).undo($0) }))
    }

    private func undo(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let undoing = try await stockTakes.unconfirm(
            request.parameter("entry"), in: id, by: request.caller)
        let round = Crumb(Term("年度盤點", en: "Stock-take"), .stockTake(id))
        return .undone(undoing, in: round) { .asset($0) }
    }

    private func differences(_ request: WebRequest) async throws -> Answer {
        let comparison = try await stockTakes.comparison(try id(request), by: request.caller)
        return .page(DifferencesPage(comparison: comparison).page)
    }

    private func sheet(_ request: WebRequest) async throws -> Answer {
        let (stockTake, name, tally, lines) = try await stockTakes.sheet(
            try id(request), by: request.caller)
        return .page(
            StockTakeSheet(stockTake: stockTake, agencyName: name, tally: tally, lines: lines).page)
    }

    private func sign(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        return try await act(on: id, request, saying: .signed) {
            try await stockTakes.sign(
                id, .onScreen(compensation: try request.form["compensation"]), by: request.caller)
        }
    }

    private func signSheet(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let form = try request.form
        return try await act(on: id, request, saying: .signed) {
            try await scans.give(of: request) { scans in
                let signing = Signing.onSheet(
                    name: form["signedBy"], day: try form.day("signedOn"), scans: scans)
                try await stockTakes.sign(id, signing, by: request.caller)
            }
        }
    }

    private func reopen(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        return try await act(on: id, request, saying: Toast(Term("已重新開啟", en: "Open again"))) {
            try await stockTakes.reopen(
                id, because: try request.form["reason"], by: request.caller)
        }
    }

    private func id(_ request: WebRequest) throws -> UUID {
        try request.parameter("id", as: ID<StockTake>.self).uuid
    }
}

extension Toast {
    fileprivate static let signed = Toast(Term("已簽核，清冊已凍結", en: "Signed; the register is frozen"))
}

extension Path {
    static let stockTakes: Path = "/stock-takes"

    static func stockTake(_ id: UUID) -> Path { stockTakes.appending(id.hyphenated) }

    /// Where an asset is added from the page at `origin`, to which that leads back.
    static func newAsset(from origin: Path) -> Path {
        Path("assets", "new").with("from", origin.text)
    }

    static func asset(_ id: UUID) -> Path { Path("assets").appending(id.hyphenated) }
}

extension Fields {
    /// A day as browsers and people write it; `nil` where nothing stands.
    func day(_ name: String) throws -> Day? {
        guard !self[name].isEmpty else { return nil }
        guard let day = Day(self[name]) ?? Day(rocText: self[name]) else {
            throw WebRefusal.garbled
        }
        return day
    }
}
