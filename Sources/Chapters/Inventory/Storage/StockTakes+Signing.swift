import Access
import Evidence
import Foundation
import Kernel
import Registers
import Storage

/// How a round is to be signed.
package enum Signing: Sendable {
    /// By the caller, with what makes up for it where the caller signs their own work.
    case onScreen(compensation: String)
    /// On the printed sheet, by whoever stamped it on a day; `scans` are photos of the stamps.
    case onSheet(name: String, day: Day?, scans: [NewFile])

    fileprivate var permission: Permission {
        switch self {
        case .onScreen: .signStockTake
        case .onSheet: .editAssets
        }
    }

    fileprivate var scans: [NewFile] {
        switch self {
        case .onScreen: []
        case .onSheet(_, _, let scans): scans
        }
    }
}

extension StockTakes {
    /// Ends a round: the register as it is now is kept and changes no more.
    ///
    /// - Throws: `StockTakeRefusal.pending` while assets wait; `.compensationNeeded` where the
    ///   caller opened the round and says nothing of what makes up for it; `.scanNeeded` for paper
    ///   that nobody photographed.
    package func sign(_ id: UUID, _ signing: Signing, by caller: Caller) async throws {
        try files.keep(signing.scans, by: caller)
        let contents = door.contents
        try await door.change(
            .signStockTake, in: caller.agency, needs: signing.permission, by: caller
        ) { change in
            let old = try change.ownStockTake(id)
            guard old.isOpen else { throw StockTakeRefusal.signed }
            let waiting = try old.tally(change.view)[.pending]
            guard waiting == 0 else { throw StockTakeRefusal.pending(waiting) }
            var new = old
            new.signings += 1
            let register = try new.freeze(change.view)
            new.signature = try old.signature(signing, register, change)
            try change.update(new, from: old)
            if !signing.scans.isEmpty {
                try change.attach(
                    signing.scans, to: files.record(id), effectiveOn: new.signature?.on,
                    note: "", in: contents)
            }
            let signatory = new.signature?.name ?? caller.name
            try change.tell(
                of: new, Term("\(signatory)已簽核", en: "signed by \(signatory)"))
        }
    }
}

extension StockTake {
    /// Whether the caller would sign what they opened themselves.
    package func isOwnWork(of caller: Caller) -> Bool {
        openerID != nil && openerID == caller.person?.uuid
    }

    fileprivate func signature(
        _ signing: Signing, _ register: FrozenRegister, _ change: Change
    ) throws -> StockTakeSignature {
        let today = change.now.day
        switch signing {
        case .onScreen(let compensation):
            if isOwnWork(of: change.caller) && compensation.isEmpty {
                throw StockTakeRefusal.compensationNeeded
            }
            return StockTakeSignature(
                name: change.caller.name, on: today, at: change.now, means: .screen,
                compensation: compensation.isEmpty ? nil : compensation, register: register)
        case .onSheet(let name, let day, let scans):
            guard !name.isEmpty, let day else { throw StockTakeRefusal.signatoryNeeded }
            guard day <= today else { throw StockTakeRefusal.futureSignature }
            guard !scans.isEmpty else { throw StockTakeRefusal.scanNeeded }
            return StockTakeSignature(
                name: name, on: day, at: change.now, means: .sheet, compensation: nil,
                register: register)
        }
    }

    /// Keeps the register as it stands, with what the round says of each row.
    fileprivate func freeze(_ view: View) throws -> FrozenRegister {
        try view.session.execute(
            """
            INSERT INTO stockTakeRow (
              stockTakeID, signing, ordinal, agencyID, assetID, result, decidedAt, decidedBy,
              \(AssetLine.frozenColumns))
            SELECT item.stockTakeID, \(signings),
              ROW_NUMBER() OVER (ORDER BY COALESCE(asset.systemName, ''), asset.name, asset.id),
              asset.agencyID, asset.id, item.result, item.decidedAt, item.decidedBy,
              \(AssetLine.columns(of: "asset"))
            FROM stockTakeItem AS item
            JOIN asset ON asset.id = item.assetID
            WHERE item.stockTakeID = \(recordID) AND asset.removedAt IS NULL
            """)
        return try frozenRegister(view)
    }

    /// The rows kept at the latest signing, counted and digested as they stand now.
    package func frozenRegister(_ view: View) throws -> FrozenRegister {
        let lines: [String] = try view.all(
            """
            SELECT assetID, result, decidedAt, decidedBy, \(AssetLine.frozenColumns)
            FROM stockTakeRow
            WHERE stockTakeID = \(recordID) AND signing = \(signings) ORDER BY ordinal
            """
        ) { row in
            let asset: UUID = try row.next()
            let result: StockTakeResult = try row.next()
            let at: Instant = try row.next()
            let by: String = try row.next()
            let head = [asset.hyphenated, result.rawValue, "\(at.microseconds)", by]
            return "["
                + (head + (try AssetLine(&row)).words).map(\.jsonQuoted).joined(separator: ",")
                + "]"
        }
        return FrozenRegister(
            rowCount: lines.count, digest: Digest(of: Array(lines.joined(separator: "\n").utf8)))
    }
}
