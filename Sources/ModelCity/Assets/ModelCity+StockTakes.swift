import Access
import Evidence
import Foundation
import Inventory
import Kernel
import Registers
import Storage

extension ModelCity {
    /// The yearly stock-takes of all organisations.
    func stockTakes(_ places: [ModelPlace], until now: Instant) -> [Happening] {
        places.flatMap { ModelRound.all(of: $0, today: now.day, plan) }.map { round in
            Happening(at: round.at) { try await take(round) }
        }
    }

    private func take(_ round: ModelRound) async throws {
        let desk = StockTakes(door: programme.door)
        let caller = round.place.console
        let leader = round.place.organisation.isSchool ? "總務主任" : "秘書室主任"
        let id = try await desk.open(
            round.year, from: round.opensOn, to: round.opensOn.adding(days: 30), leader: leader,
            by: caller)
        try await find(round)
        guard round.progress != .begun else { return }
        _ = try await desk.confirm(.rest, in: id, by: caller)
        guard round.progress == .signed else { return }
        let signing = Signing.onSheet(
            name: "機關首長", day: clock.now.day, scans: [try Self.stampedSheet()])
        try await desk.sign(id, signing, by: caller)
    }

    /// What a telephone makes of a stamped sheet.
    private static func stampedSheet() throws -> NewFile {
        guard
            let url = Bundle.module.url(
                forResource: "stamped-sheet", withExtension: "png", subdirectory: "Pictures")
        else { throw CocoaError(.fileNoSuchFile) }
        let bytes = Array(try Data(contentsOf: url))
        return try NewFile(
            FileName("盤點表簽章頁.png"), at: url, size: bytes.count, digest: Digest(of: bytes))
    }

    /// What a check finds: a few things stand elsewhere, one is worn out.
    private func find(_ round: ModelRound) async throws {
        let desk = RegisterDesk<Asset>(door: programme.door)
        let caller = round.place.console
        let looked = try await some(of: round)
        for (number, asset) in looked.enumerated() {
            let words =
                number == 0
                ? [
                    "state": "scrapped", "disposedOn": round.opensOn.description,
                    "wiped": "實體破壞",
                ]
                : ["place": "2F 辦公室"]
            _ = try await desk.revise(
                asset.id, TypedFields(words), seen: asset.version, by: caller)
        }
    }

    /// Four of the things that an organisation has.
    private func some(of round: ModelRound) async throws -> [(id: UUID, version: Int)] {
        let agency = round.place.agency.id
        return try await programme.door.read(by: round.place.console) { view in
            try view.all(
                """
                SELECT id, version FROM asset
                WHERE agencyID = \(agency) AND assetClass = 'physical' AND state = 'inUse'
                  AND removedAt IS NULL
                ORDER BY name, id LIMIT 4
                """
            ) { row in (try row.next(), try row.next()) }
        }
    }
}
