import Access
import Attachments
import Evidence
import Foundation
import Kernel
import Ledger
import Registers
import Storage

/// What people do with notices of change, each as one change through the Door.
package struct AssetNotices: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Pictures of what somebody saw, for those who keep the register.
    package var files: RecordFiles {
        RecordFiles(of: AssetNotice.kind, door: door, edit: .editAssets) { id, view in
            try AssetNotice.own(id, view).agencyID
        }
    }

    /// Tells the team that something changed. Every member of staff may.
    ///
    /// - Parameter pictures: what shows it, kept with the notice.
    package func say(
        _ what: String, changed change: String, pictures: [NewFile] = [], by caller: Caller
    ) async throws -> UUID {
        guard !what.isEmpty, !change.isEmpty else { throw AssetNoticeRefusal.empty }
        guard max(what.count, change.count) <= 200 else { throw AssetNoticeRefusal.tooLong }
        let contents = door.contents
        if caller.may(.reportIncidents) { for picture in pictures { try contents.keep(picture) } }
        return try await door.change(
            .sayAssetChanged, in: caller.agency, needs: .reportIncidents, by: caller
        ) { entry in
            let notice = AssetNotice(
                recordID: UUID(version7At: entry.now), agencyID: entry.agency, what: what,
                change: change, saidBy: caller.name, sayerID: caller.person?.uuid,
                saidAt: entry.now)
            try entry.insert(notice)
            if !pictures.isEmpty {
                try entry.attach(
                    pictures, to: files.record(notice.recordID), effectiveOn: nil, note: "",
                    in: contents)
            }
            try entry.tell(of: notice)
            return notice.recordID
        }
    }

    /// Ends a notice with the asset whose row was updated since.
    ///
    /// - Throws: `AssetNoticeRefusal.notUpdated` while the row is as it was.
    package func settle(_ id: UUID, with asset: UUID, by caller: Caller) async throws {
        try await settle(id, by: caller) { change, notice in
            let _: Asset = try change.own(asset)
            let record = RecordID(kind: Asset.kind, uuid: asset)
            let last = try History.history(of: record, limit: 1, in: change.view.session).first
            guard let last, last.at >= notice.saidAt else { throw AssetNoticeRefusal.notUpdated }
            return NoticeSettlement(
                assetID: asset, answer: nil, by: caller.name, at: change.now)
        }
    }

    /// Ends a notice that needs no change of the register, with the reason.
    package func settle(_ id: UUID, because answer: String, by caller: Caller) async throws {
        try await settle(id, by: caller) { change, _ in
            guard !answer.isEmpty else { throw AssetNoticeRefusal.answerNeeded }
            return NoticeSettlement(
                assetID: nil, answer: answer, by: caller.name, at: change.now)
        }
    }

    private func settle(
        _ id: UUID, by caller: Caller,
        _ settlement: @escaping @Sendable (Change, AssetNotice) throws -> NoticeSettlement
    ) async throws {
        try await door.change(
            .settleNotice, in: caller.agency, needs: .editAssets, by: caller
        ) { change in
            let old = try AssetNotice.own(id, change.view)
            guard old.isOpen else { throw AssetNoticeRefusal.settled }
            var new = old
            new.settlement = try settlement(change, old)
            try change.update(new, from: old)
        }
    }

    /// The notices that the caller sees: the agency's for those who keep the register, else one's
    /// own; the open ones first.
    func list(by caller: Caller) async throws -> [AssetNotice] {
        try await door.read(by: caller) { view in
            let whose: SQL =
                caller.may(.editAssets)
                ? "TRUE" : "assetNotice.sayerID = \(caller.person?.uuid)"
            return try view.all(
                """
                SELECT \(AssetNotice.columns) FROM assetNotice
                WHERE assetNotice.agencyID = \(caller.agency) AND \(whose)
                ORDER BY CASE WHEN assetNotice.settledAt IS NULL THEN 0 ELSE 1 END,
                  CASE WHEN assetNotice.settledAt IS NULL THEN assetNotice.saidAt
                    ELSE -assetNotice.saidAt END, assetNotice.id
                LIMIT 200
                """)
        }
    }

    /// A notice, and the assets that its words may mean.
    func look(_ id: UUID, by caller: Caller) async throws -> SeenNotice {
        try await door.read(by: caller) { view in
            let notice = try AssetNotice.own(id, view)
            return SeenNotice(
                notice: notice, assets: try notice.assets(view),
                files: try EvidenceFile.all(of: files.record(id), view))
        }
    }
}

/// A notice as its own page shows it: with the assets that it may mean, and its pictures.
struct SeenNotice: Sendable {
    let notice: AssetNotice
    let assets: [Asset]
    let files: [EvidenceFile]
}

extension AssetNotice {
    /// The assets that its words may mean: as they stand, else each for itself, as in 「教務處的印表機」.
    fileprivate func assets(_ view: View) throws -> [Asset] {
        let apart = what.replacing("的", with: " ")
        for words in what == apart ? [what] : [what, apart] {
            let query = ListQuery(words: words, agency: agencyID, limit: 20)
            let slice: Slice<Listed<Asset>> = try view.list(query)
            if !slice.rows.isEmpty { return slice.rows.map(\.row) }
        }
        return []
    }

    static func find(_ id: UUID, _ view: View) throws -> AssetNotice {
        let found: AssetNotice? = try view.first(
            """
            SELECT \(columns) FROM assetNotice
            WHERE id = \(id) AND \(view.reach(.open), covers: "assetNotice.agencyID")
            """)
        guard let found else { throw AssetNoticeRefusal.unknown }
        return found
    }

    /// A notice of the caller's own agency: one of an agency below is that agency's to settle.
    static func own(_ id: UUID, _ view: View) throws -> AssetNotice {
        let found = try find(id, view)
        guard found.agencyID == view.caller.agency else {
            throw ChangeRefusal.notAllowed(.editAssets)
        }
        return found
    }
}

extension Verb {
    static let sayAssetChanged = Verb(
        "assetNotice.say", Term("通知東西有變動", en: "said that something changed"))
    static let settleNotice = Verb(
        "assetNotice.settle", Term("處理變動通知", en: "settled a notice of change"))
}

extension Migration {
    static let assetNotice = Migration(
        "2026-11-26 inventory: notices of change",
        """
        CREATE TABLE assetNotice (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          what TEXT NOT NULL CHECK (what <> ''),
          change TEXT NOT NULL CHECK (change <> ''),
          saidBy TEXT NOT NULL CHECK (saidBy <> ''),
          sayerID UUID,
          saidAt BIGINT NOT NULL,
          assetID UUID,
          answer TEXT CHECK (answer <> ''),
          settledBy TEXT CHECK (settledBy <> ''),
          settledAt BIGINT CHECK (settledAt >= saidAt),
          FOREIGN KEY (agencyID, assetID) REFERENCES asset (agencyID, id),
          CHECK ((settledAt IS NULL) = (settledBy IS NULL)),
          CHECK (settledAt IS NULL OR (assetID IS NULL) <> (answer IS NULL)),
          CHECK (settledAt IS NOT NULL OR (assetID IS NULL AND answer IS NULL))
        );

        CREATE INDEX assetNoticeOfAgency ON assetNotice (agencyID, saidAt, id);
        CREATE INDEX assetNoticeOpen ON assetNotice (agencyID, saidAt, id)
          WHERE settledAt IS NULL;
        """)
}
