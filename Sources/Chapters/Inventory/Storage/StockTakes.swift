import Access
import Attachments
import Exchange
import Foundation
import Kernel
import Ledger
import Registers
import Storage

/// What people do with the yearly stock-take, each as one change through the Door.
package struct StockTakes: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// The files of the rounds: photos of stamped sheets, notes of the check. What was signed on
    /// paper keeps a file that shows it.
    package var files: RecordFiles {
        RecordFiles(
            of: StockTake.kind, door: door, edit: .editAssets,
            losesLast: { id, view in
                guard try StockTake.find(id, view).signature?.means != .sheet else {
                    throw StockTakeRefusal.stampKept
                }
            },
            agency: { id, view in try StockTake.find(id, view).agencyID })
    }

    /// Begins the round of a year. What is in use or idle stands in it from now on, to be checked.
    ///
    /// - Throws: `StockTakeRefusal.yearTaken` where the agency has a round of that year.
    package func open(
        _ year: ROCYear, from opensOn: Day, to closesOn: Day, leader: String, by caller: Caller
    ) async throws -> UUID {
        guard closesOn >= opensOn else { throw StockTakeRefusal.badPeriod }
        guard !leader.isEmpty else { throw StockTakeRefusal.leaderNeeded }
        return try await door.change(
            .openStockTake, in: caller.agency, needs: .editAssets, by: caller
        ) {
            change in
            let taken = try change.view.value(
                "SELECT 1 FROM stockTake WHERE agencyID = \(change.agency) AND year = \(year.number)",
                as: Int.self)
            guard taken == nil else { throw StockTakeRefusal.yearTaken(year) }
            let stockTake = StockTake(
                recordID: UUID(version7At: change.now), agencyID: change.agency, year: year,
                opensOn: opensOn, closesOn: closesOn, leader: leader, openedBy: caller.name,
                openerID: caller.person?.uuid)
            try change.insert(stockTake)
            try change.tell(
                of: stockTake,
                Term(
                    "開始盤點，\(closesOn.rocSlashes) 前完成",
                    en: "it begins, to be done by \(closesOn)"))
            return stockTake.recordID
        }
    }

    /// Says that assets are as the register has them: chosen ones, those that a filter finds, or
    /// all that remain.
    ///
    /// - Returns: how many were confirmed, and the entry by which that is taken back.
    package func confirm(
        _ chosen: StockTakeChoice, in id: UUID, by caller: Caller
    ) async throws -> (count: Int, entry: EntryID?) {
        let items = try await door.change(
            .confirmAssets, in: caller.agency, needs: .editAssets, by: caller
        ) { change in
            let stockTake = try change.ownStockTake(id)
            guard stockTake.isOpen else { throw StockTakeRefusal.signed }
            let assets = try stockTake.pending(chosen, change.view)
            guard !assets.isEmpty else { throw StockTakeRefusal.nothingChosen }
            let items = assets.map { StockTakeItem(.unchanged, of: $0, in: id, change) }
            try change.insert(contentsOf: items)
            return items
        }
        let entry = try await door.entry(of: .confirmAssets, writing: items.first, by: caller)
        return (items.count, entry)
    }

    /// Takes back what was confirmed at once, while the round is open. Assets of which something
    /// else was found since stay as they are.
    ///
    /// - Throws: as `Door.undo`; `StockTakeRefusal.signed` once the register is frozen.
    package func unconfirm(
        _ entry: EntryID, in id: UUID, by caller: Caller
    ) async throws -> Undoing {
        try await door.undo(
            entry, of: [Verb.confirmAssets.name], as: .unconfirmAssets, needs: .editAssets,
            by: caller,
            after: { change in
                guard try change.ownStockTake(id).isOpen else { throw StockTakeRefusal.signed }
            }
        ) { change, lines in try change.takeBack(lines, in: id) }
    }

    /// Gives an open round another last day, or another leader. Who works on it is told of the day.
    ///
    /// - Parameters:
    ///   - version: the one that the caller saw; `nil` for whatever stands there.
    ///   - schedule: the last day and the leader, told the round as it stands; no day where none was
    ///     given that can be read.
    /// - Throws: `StockTakeRefusal.lastDayNeeded`; `.badPeriod` for a day before the round began;
    ///   `.leaderNeeded`; `.signed` once the register is frozen; `ChangeRefusal.changedMeanwhile`.
    package func reschedule(
        _ id: UUID, seen version: Int? = nil, by caller: Caller,
        _ schedule: @escaping @Sendable (StockTake) -> (closesOn: Day?, leader: String)
    ) async throws {
        try await door.change(
            .rescheduleStockTake, in: caller.agency, needs: .editAssets, by: caller
        ) { change in
            let old = try change.ownStockTake(id)
            guard old.isOpen else { throw StockTakeRefusal.signed }
            if let version, version != old.version { throw ChangeRefusal.changedMeanwhile }
            let (day, leader) = schedule(old)
            guard let closesOn = day else { throw StockTakeRefusal.lastDayNeeded }
            guard closesOn >= old.opensOn else { throw StockTakeRefusal.badPeriod }
            guard !leader.isEmpty else { throw StockTakeRefusal.leaderNeeded }
            var new = old
            new.closesOn = closesOn
            new.leader = leader
            try change.update(new, from: old)
            guard closesOn != old.closesOn else { return }
            try change.tell(
                of: new,
                Term(
                    "結束日改到 \(closesOn.rocSlashes)", en: "it is to be done by \(closesOn) now"))
        }
    }

    /// Opens a signed round again; what was signed before stays as it was.
    package func reopen(_ id: UUID, because reason: String, by caller: Caller) async throws {
        try await door.change(
            .reopenStockTake, in: caller.agency, needs: .signStockTake, by: caller
        ) { change in
            let old = try change.ownStockTake(id)
            guard !old.isOpen else { throw StockTakeRefusal.notSigned }
            guard !reason.isEmpty else { throw StockTakeRefusal.reasonNeeded }
            var new = old
            new.signature = nil
            new.reopenedBecause = reason
            try change.update(new, from: old)
            try change.tell(
                of: new, Term("重新開啟，\(reason)", en: "opened again, \(reason)"))
        }
    }
}

/// Which of the assets that wait in a round are meant.
package enum StockTakeChoice: Hashable, Sendable {
    case assets([UUID])
    case matching(StockTakeFilter)

    /// All that wait.
    package static let rest = StockTakeChoice.matching(StockTakeFilter())
}

extension Change {
    /// The caller's own round.
    ///
    /// - Throws: `StockTakeRefusal.unknown` out of reach; `ChangeRefusal.notAllowed` where the
    ///   caller may look but not write.
    func ownStockTake(_ id: UUID) throws -> StockTake {
        let stockTake = try StockTake.find(id, view)
        guard stockTake.agencyID == agency else { throw ChangeRefusal.notAllowed(.editAssets) }
        return stockTake
    }
}

extension Verb {
    package static let ofInventory: [Verb] = [
        .openStockTake, .rescheduleStockTake, .confirmAssets, .unconfirmAssets, .signStockTake,
        .reopenStockTake, .sayAssetChanged, .settleNotice, .markLabelled,
    ]

    static let openStockTake = Verb("stockTake.open", Term("開始盤點", en: "opened the stock-take"))
    static let rescheduleStockTake = Verb(
        "stockTake.reschedule", Term("改盤點的結束日或負責人", en: "rescheduled the stock-take"))
    static let confirmAssets = Verb(
        "stockTake.confirm", Term("確認沒有變動", en: "confirmed assets as unchanged"))
    static let unconfirmAssets = Verb(
        "stockTake.undo", Term("復原確認", en: "took confirmations back"))
    static let signStockTake = Verb("stockTake.sign", Term("簽核盤點", en: "signed the stock-take"))
    static let reopenStockTake = Verb(
        "stockTake.reopen", Term("重新開啟盤點", en: "reopened the stock-take"))
}
