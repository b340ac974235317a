import Access
import Foundation
import Kernel
import Ledger
import Storage

/// What became of an undoing: how many rows are as they were, and which were left alone.
package struct Undoing: Hashable, Sendable {
    /// For how many days an act on many rows can be taken back as a whole.
    package static let days = 7

    package internal(set) var restored = 0
    /// The rows that somebody changed since.
    package internal(set) var left: [Left] = []

    package struct Left: Hashable, Sendable {
        package let uuid: UUID
        package let name: String

        package init(uuid: UUID, name: String) {
            self.uuid = uuid
            self.name = name
        }
    }

    package init(restored: Int = 0, left: [Left] = []) {
        self.restored = restored
        self.left = left
    }
}

extension Door {
    /// Takes back what one entry did to many rows, as one change. Rows changed since stay; where no
    /// other is left, there is no change.
    ///
    /// - Parameters:
    ///   - verbs: what can be taken back so, by the words of the ledger.
    ///   - check: what must hold before the entry is looked at.
    ///   - body: takes back the lines of the entry.
    /// - Throws: `ExchangeRefusal.unknownImport` for an entry of another agency or none at all;
    ///   `.notUndoable` for another act; `.tooLate` after `Undoing.days`.
    package func undo(
        _ entry: EntryID, of verbs: Set<String>, as undoing: Verb, needs permission: Permission,
        by caller: Caller, after check: @escaping @Sendable (Change) throws -> Void = { _ in },
        _ body: @escaping @Sendable (Change, [HistoryLine]) throws -> Undoing
    ) async throws -> Undoing {
        do {
            return try await change(
                undoing, in: caller.agency, needs: permission, by: caller
            ) { change in
                try check(change)
                let lines = try History.lines(
                    of: entry, limit: 1_000_000, in: change.view.session)
                try Self.check(lines.first, is: verbs, change)
                let undoing = try body(change, lines)
                guard undoing.restored > 0 else { throw NothingUndone(undoing: undoing) }
                return undoing
            }
        } catch let nothing as NothingUndone {
            return nothing.undoing
        }
    }

    private static func check(
        _ line: HistoryLine?, is verbs: Set<String>, _ change: Change
    ) throws {
        guard let line, line.agency == change.agency else { throw ExchangeRefusal.unknownImport }
        guard verbs.contains(line.verb) else { throw ExchangeRefusal.notUndoable }
        guard line.at.adding(hours: 24 * Undoing.days) > change.now else {
            throw ExchangeRefusal.tooLate
        }
    }

    private struct NothingUndone: Error {
        let undoing: Undoing
    }

    /// The entry by which `verb` last wrote a row, so that it can be taken back; `nil` where no row
    /// is given or none was written so.
    package func entry<Row: Recorded>(
        of verb: Verb, writing row: Row?, by caller: Caller
    ) async throws -> EntryID? {
        let record = row.map { RecordID(kind: Row.kind, uuid: $0.recordID) }
        return try await entry(of: verb, writing: record, by: caller)
    }

    func entry(
        of verb: Verb, writing record: RecordID?, by caller: Caller
    ) async throws -> EntryID? {
        guard let record else { return nil }
        return try await read(by: caller) { view in
            try History.entry(by: verb.name, writing: record, in: view.session)
        }
    }
}
