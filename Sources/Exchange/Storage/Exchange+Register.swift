import Access
import Foundation
import Kernel
import Ledger
import Registers
import Storage

extension Exchange where Row: RegisterRow {
    /// Every register that is described once goes in and out of spreadsheets with no code of its own.
    package init(_ register: Register<Row>) {
        self.init(
            path: register.path, title: register.title, one: register.one, kind: register.kind,
            columns: register.columns, see: register.see, edit: register.edit,
            actsOnMany: register.extras.verbs,
            store: ExchangeStore(
                rows: { view, agency in
                    try view.rows(where: "item.agencyID = \(agency) AND item.removedAt IS NULL")
                },
                head: \.head,
                names: { view, agency in
                    try register.references.reduce(into: [:]) { names, reference in
                        names[reference.column] = KnownNames(
                            reference.one, try reference.names(view, agency))
                    }
                },
                add: { change, rows in try change.adding(rows) },
                revise: { change, updates in
                    try change.keepAll(updates.map { (row: $0.new, old: $0.old) })
                },
                each: { view, query, tell in try view.each(query, tell) },
                undo: { change, lines in try change.undo(lines, of: Row.self) }))
    }
}

extension View {
    /// Every row that a list shows, a thousand at a time.
    func each<Row: RegisterRow>(
        _ query: ListQuery, _ tell: (Row, _ agency: String) throws -> Void
    ) throws {
        var query = query
        query.limit = 1_000
        query.after = nil
        repeat {
            let slice = try list(query, of: Row.self, naming: Agency.nameMarked)
            for listed in slice.rows { try tell(listed.row, listed.agencyName) }
            query.after = slice.next
        } while query.after != nil
    }
}

extension Change {
    /// Takes back what an entry did to the rows of one register. New rows go to the recycle bin; a
    /// row that was changed since is left alone.
    func undo<Row: RegisterRow>(_ lines: [HistoryLine], of type: Row.Type) throws -> Undoing {
        let current: [Row] = try view.rows(where: "item.agencyID = \(agency)")
        let rows = Dictionary(uniqueKeysWithValues: current.map { ($0.head.uuid, $0) })
        let now = now
        var undoing = Undoing()
        // What was done last is taken back first, so that each number is free that goes back.
        let states = Self.states(lines, of: Row.kind).reversed()
        try Array(states).slices(of: 1_000).madeAhead { some in
            some.compactMap { uuid, states in rows[uuid].map { Restoring($0, states, now) } }
        } _: { some in
            let restored = some.compactMap { row in row.before.map { (row: $0, old: row.now) } }
            // What nobody types was set past the ties of the register, and goes back so.
            let silent = restored.filter { $0.row.isTyped(like: $0.old) }
            try update(contentsOf: silent)
            try keepAll(restored.filter { !$0.row.isTyped(like: $0.old) })
            undoing.restored += restored.count
            undoing.left += some.filter { $0.before == nil }
                .map { .init(uuid: $0.now.head.uuid, name: $0.now.name) }
        }
        undoing.left.reverse()
        return undoing
    }

    /// The first and the last state that an entry gave each record, in the order of its lines.
    private static func states(
        _ lines: [HistoryLine], of kind: RecordKind
    ) -> [(uuid: UUID, states: (before: String?, after: String?))] {
        var places: [UUID: Int] = [:]
        var states: [(uuid: UUID, states: (before: String?, after: String?))] = []
        for line in lines where line.record.kind == kind {
            if let place = places[line.record.uuid] {
                states[place].states.after = line.after
            } else {
                places[line.record.uuid] = states.count
                states.append((line.record.uuid, (line.before, line.after)))
            }
        }
        return states
    }
}

extension RegisterRow {
    /// Whether two states of a row differ in nothing that is typed.
    fileprivate func isTyped(like old: Self) -> Bool {
        head.removedAt == old.head.removedAt
            && Self.register.columns.entered.allSatisfy { $0.typed(self) == $0.typed(old) }
    }
}

/// A row that an entry wrote, and what it is to be again.
private struct Restoring<Row: RegisterRow>: Sendable {
    let now: Row
    /// `nil` where somebody changed the row since, or its register no longer takes what it was.
    let before: Row?

    init(_ row: Row, _ states: (before: String?, after: String?), _ instant: Instant) {
        now = row
        before =
            row.ledgerText == states.after
            ? try? Self.row(row, as: states.before, instant) : nil
    }

    /// The row with the columns that the ledger kept, or in the bin where there was none.
    private static func row(_ row: Row, as before: String?, _ now: Instant) throws -> Row {
        var head = row.head
        guard let before else {
            var removed = row
            removed.head.removedAt = now
            return removed
        }
        let kept = try JSONDecoder().decode([String: JSONScalar].self, from: Data(before.utf8))
        if case .number(let moment) = kept["removedAt"] {
            head.removedAt = Instant(microseconds: Int64(moment))
        } else {
            head.removedAt = nil
        }
        return try Row.register.columns.build(head) { kept[$0.text]?.typed ?? "" }
    }
}
