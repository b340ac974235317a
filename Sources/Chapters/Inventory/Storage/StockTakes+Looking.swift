import Access
import Evidence
import Foundation
import Kernel
import Ledger
import Storage

/// Everything that the page of a round shows.
struct StockTakeLook: Sendable {
    let stockTake: StockTake
    let agencyName: String
    /// How its agency ended; nobody signs a round of one that is no more.
    let end: AgencyEnd?
    let tally: StockTakeTally
    let lines: [StockTakeLine]
    let next: StockTakeKey?
    let places: [String]
    let keepers: [String]
    let files: [EvidenceFile]
    /// How many of those that the filter finds still wait.
    let matching: Int
}

/// What the list of rounds shows: one's own, and where those below stand this year.
struct StockTakeRounds: Sendable {
    let own: [StockTake]
    let year: ROCYear
    let assets: Int
    let standings: [StockTakeStanding]
    /// Whether these are only the signed rounds of one agency and year.
    var isNarrowed = false
}

extension StockTakes {
    /// What of a year is signed in one agency, as the plan counts it.
    func signedRounds(
        of year: ROCYear, in agency: AgencyID, by caller: Caller
    ) async throws -> StockTakeRounds {
        try await door.read(by: caller) { view in
            let signed = try StockTake.all(of: agency, view).filter {
                $0.year == year && $0.signature != nil
            }
            return StockTakeRounds(
                own: signed, year: year, assets: 0, standings: [], isNarrowed: true)
        }
    }

    func rounds(of year: ROCYear, by caller: Caller) async throws -> StockTakeRounds {
        try await door.read(by: caller) { view in
            let count = try view.value(
                """
                SELECT count(*) FROM asset
                WHERE agencyID = \(caller.agency) AND removedAt IS NULL AND state <> 'scrapped'
                """, as: Int.self)
            return StockTakeRounds(
                own: try StockTake.all(of: caller.agency, view), year: year, assets: count ?? 0,
                standings: caller.supervises
                    ? try StockTake.standings(year, view.reach(.open), view) : [])
        }
    }

    /// One page of a round.
    ///
    /// - Throws: `StockTakeRefusal.unknown` outside the caller's reach.
    func look(
        _ id: UUID, _ result: StockTakeResult?, _ filter: StockTakeFilter,
        after key: StockTakeKey?, by caller: Caller
    ) async throws -> StockTakeLook {
        try await door.read(by: caller) { view in
            let stockTake = try StockTake.find(id, view)
            let lines = try stockTake.lines(result, filter, after: key, limit: 201, view)
            let page = Array(lines.prefix(200))
            return StockTakeLook(
                stockTake: stockTake, agencyName: try stockTake.agencyName(view),
                end: try caller.agency == stockTake.agencyID
                    ? nil : AgencyEnd.all(in: .agency(stockTake.agencyID), view.session).first,
                tally: try stockTake.tally(view), lines: page,
                next: lines.count > 200
                    ? page.last.map { StockTakeKey(name: $0.asset.name, asset: $0.assetID) } : nil,
                places: try stockTake.words(of: "place", view),
                keepers: try stockTake.words(of: "keeper", view),
                files: try EvidenceFile.all(of: files.record(id), view),
                matching: filter.isEmpty || !stockTake.isOpen
                    ? 0 : try stockTake.pending(.matching(filter), view).count)
        }
    }

    /// The round with all its rows, as the printed sheet has them.
    func sheet(
        _ id: UUID, by caller: Caller
    ) async throws -> (StockTake, agencyName: String, StockTakeTally, [StockTakeLine]) {
        try await door.read(by: caller) { view in
            let stockTake = try StockTake.find(id, view)
            let lines = try stockTake.lines(
                nil, StockTakeFilter(), after: nil, limit: 20_000, view)
            return (
                stockTake, try stockTake.agencyName(view), try stockTake.tally(view), lines
            )
        }
    }
}

extension StockTake {
    func agencyName(_ view: View) throws -> String {
        try view.value("SELECT name FROM agency WHERE id = \(agencyID)") ?? ""
    }
}
