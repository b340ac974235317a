import Access
import Attachments
import Evidence
import Exchange
import Foundation
import HTML
import Kernel
import Ledger
import Registers
import Sheets
import Web

/// What programs can do with the yearly stock-take. To sign it on screen, and to open a signed one
/// again, is a person's act and has no place here; a stamped sheet can be sent.
struct StockTakeAPI: Sendable {
    let stockTakes: StockTakes

    var routes: [Route] {
        let list = "/api/v1/stock-takes"
        let one = list + "/:id"
        return [
            Route(.get, list, .needs(.seeAssets), self.list),
            Route(.post, list, .needs(.editAssets), open),
            Route(.get, one, .needs(.seeAssets), find),
            Route(.get, one + "/assets", .needs(.seeAssets), assets),
            Route(.post, one + "/schedule", .needs(.editAssets), reschedule),
            Route(.post, one + "/confirmation", .needs(.editAssets), confirm),
            Route(.post, one + "/changes/:entry/undo", .needs(.editAssets), undo).oneAtATime,
            Route(.post, one + "/sheet-signature", .needs(.editAssets), signSheet),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let rounds = try await stockTakes.rounds(of: ROCYear(of: request.now.day), by: caller)
        return try .resource(ResourceList(items: rounds.own.map { StockTakeResource($0) }))
    }

    private func open(_ request: WebRequest) async throws -> Answer {
        let sent = try request.json(as: NewRound.self)
        guard let first = sent.year.flatMap({ Day(year: $0, month: 1, day: 1) }),
            case let year = ROCYear(of: first), year.gregorian == sent.year
        else { throw StockTakeRefusal.badYear }
        let from = sent.opensOn.flatMap { Day($0) } ?? request.now.day
        let id = try await stockTakes.open(
            year, from: from, to: sent.closesOn.flatMap { Day($0) } ?? max(from, year.lastDay),
            leader: sent.leader ?? "", by: request.caller)
        return try .made(
            try await resource(id, request),
            at: Path(segments: ["api", "v1", "stock-takes", id.hyphenated]))
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try .resource(try await resource(id(request), request))
    }

    /// What is left out stays as it is.
    private func reschedule(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let sent = try request.json(as: Schedule.self)
        let day = sent.closesOn.map { Day($0) }
        let leader = sent.leader?.tidied
        try await stockTakes.reschedule(id, by: request.caller) { round in
            (day ?? round.closesOn, leader ?? round.leader)
        }
        return try .resource(try await resource(id, request))
    }

    private func assets(_ request: WebRequest) async throws -> Answer {
        let question = try StockTakeQuestion(request.query)
        let look = try await stockTakes.look(
            id(request), question.result, question.filter, after: question.after,
            by: request.caller)
        return try .resource(
            StockTakeAssets(
                items: look.lines.map(StockTakeAssets.Asset.init),
                next: look.next.map { .init(after: $0.asset.hyphenated, from: $0.name) }))
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let sent = try request.json(as: Confirmation.self)
        let chosen = (sent.assets ?? []).compactMap { UUID(hyphenated: $0) }
        let (count, entry) = try await stockTakes.confirm(
            sent.isRest ?? false ? .rest : .assets(chosen), in: id, by: request.caller)
        var round = try await resource(id, request)
        round.confirmed = count
        round.entry = entry?.description
        return try .resource(round)
    }

    private func undo(_ request: WebRequest) async throws -> Answer {
        try .resource(
            UndoingResource(
                try await stockTakes.unconfirm(
                    request.parameter("entry"), in: id(request), by: request.caller)))
    }

    /// Takes the photo of the stamped sheet with who stamped it and when, as a form with a file.
    private func signSheet(_ request: WebRequest) async throws -> Answer {
        let id = try id(request)
        let fields = request.files.isEmpty ? Fields() : try request.form
        try await stockTakes.sign(
            id,
            .onSheet(
                name: fields["signedBy"], day: Day(fields["signedOn"]),
                scans: try NewFile.all(of: request)),
            by: request.caller)
        return try .resource(try await resource(id, request))
    }

    private func resource(_ id: UUID, _ request: WebRequest) async throws -> StockTakeResource {
        try await stockTakes.door.read(by: request.caller) { view in
            let round = try StockTake.find(id, view)
            return StockTakeResource(round, try round.tally(view))
        }
    }

    private func id(_ request: WebRequest) throws -> UUID {
        try request.parameter("id", as: ID<StockTake>.self).uuid
    }

    private struct NewRound: Decodable {
        let year: Int?
        let opensOn: String?
        let closesOn: String?
        let leader: String?
    }

    private struct Schedule: Decodable {
        let closesOn: String?
        let leader: String?
    }

    private struct Confirmation: Decodable {
        let assets: [String]?
        /// All that wait.
        let isRest: Bool?

        enum CodingKeys: String, CodingKey {
            case assets
            case isRest = "rest"
        }
    }
}

/// A round as the API gives it.
struct StockTakeResource: Encodable {
    let id: String
    let agencyID: String
    let year: Int
    let opensOn: String
    let closesOn: String
    let leader: String
    let isSigned: Bool
    let signedBy: String?
    let signedOn: String?
    let means: String?
    /// The digest of the frozen register.
    let digest: String?
    /// How many assets have which result; only where one round is asked for.
    let counts: [String: Int]?
    /// How many assets were just confirmed, and the entry by which that is taken back; only in the
    /// answer to a confirmation.
    var confirmed: Int?
    var entry: String?

    init(_ round: StockTake, _ tally: StockTakeTally? = nil) {
        id = round.recordID.hyphenated
        agencyID = round.agencyID.description
        year = round.year.gregorian
        opensOn = round.opensOn.description
        closesOn = round.closesOn.description
        leader = round.leader
        isSigned = !round.isOpen
        signedBy = round.signature?.name
        signedOn = round.signature?.on.description
        means = round.signature?.means.rawValue
        digest = round.signature?.register.digest.description
        counts = tally.map { tally in
            Dictionary(
                StockTakeResult.allCases.map { ($0.rawValue, tally[$0]) }
            ) { $1 }
        }
    }
}

/// A page of a round's assets as the API gives it.
struct StockTakeAssets: Encodable {
    let items: [Asset]
    /// What `after` and `from` must be for the next page; absent on the last.
    let next: Next?

    struct Next: Encodable {
        let after: String
        let from: String
    }

    struct Asset: Encodable {
        let assetID: String
        let name: String
        let propertyNumber: String?
        let place: String?
        let keeper: String?
        let result: String
        let decidedAt: String?
        let decidedBy: String?

        init(_ line: StockTakeLine) {
            assetID = line.assetID.hyphenated
            name = line.asset.name
            propertyNumber = line.asset.propertyNumber
            place = line.asset.place
            keeper = line.asset.keeper
            result = line.result.rawValue
            decidedAt = line.decidedAt?.description
            decidedBy = line.decidedBy
        }
    }
}
