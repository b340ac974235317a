import Kernel
import Ledger
import Storage

/// A change under way: it reads, and writes each row together with its line in the ledger.
package final class Change {
    package let view: View
    /// The agency whose programme changes.
    package let agency: AgencyID
    private(set) var lines: [Line] = []
    /// The kinds of the records that the lines are about.
    package private(set) var kinds: Set<RecordKind> = []
    private(set) var sawNothingNew = false
    /// Where the rows of a long change are prepared beside the writing.
    package private(set) lazy var ahead = AheadLine()

    init(view: View, agency: AgencyID) {
        self.view = view
        self.agency = agency
    }

    package var now: Instant { view.now }
    package var caller: Caller { view.caller }

    /// Adds a row that is new.
    package func insert(_ row: some Recorded) throws {
        let type = Swift.type(of: row)
        let cells = Self.keys(of: row, version: 1) + row.cells
        let columns = SQL(joining: cells.map { "\($0.column)" }, with: ", ")
        let values = SQL(joining: cells.map { "\(value: $0.value)" }, with: ", ")
        try view.session.execute("INSERT INTO \(type.table) (\(columns)) VALUES (\(values))")
        note(row, before: nil, after: row.ledgerText)
    }

    /// Adds many new rows of one table at once; some hundreds at a time stand in memory as values.
    package func insert<Row: Recorded>(contentsOf rows: [Row]) throws {
        guard let first = rows.first else { return }
        let form = NewRowsForm(of: first)
        try rows.slices(of: 200).madeAhead { some in
            NewRows(some, form)
        } _: { new in
            try insert(new, form)
        }
    }

    /// Has some hundreds of new rows of one table prepared beside the writing; what comes back writes
    /// them.
    package func inserting<Row: Recorded>(contentsOf rows: [Row]) -> () throws -> Void {
        guard let first = rows.first else { return {} }
        let form = NewRowsForm(of: first)
        let coming = rows.slices(of: 200).coming(on: ahead) { some in NewRows(some, form) }
        return { [self] in
            for new in coming { try insert(new.value, form) }
        }
    }

    private func insert(_ new: NewRows, _ form: NewRowsForm) throws {
        for line in new.lines { note(line) }
        try view.session.insert(new.packed, into: form.table, columns: form.columns)
    }

    /// Puts `row` in the place of `old`, which the caller has read.
    ///
    /// - Throws: `ChangeRefusal.changedMeanwhile` when `old` is no longer the current version.
    package func update<Row: Recorded>(_ row: Row, from old: Row) throws {
        try put(RevisedRow(row, from: old, LedgerForm(of: old.cells)), in: Row.table)
    }

    /// Puts many rows of one table in the place of old ones, in their order; some hundreds at a time
    /// stand in memory as values.
    package func update<Row: Recorded>(contentsOf pairs: [(row: Row, old: Row)]) throws {
        guard let first = pairs.first else { return }
        let form = LedgerForm(of: first.old.cells)
        try pairs.slices(of: 500).madeAhead { some in
            some.map { RevisedRow($0.row, from: $0.old, form) }
        } _: { revised in
            for row in revised { try put(row, in: Row.table) }
        }
    }

    private func put(_ row: RevisedRow, in table: SQLName) throws {
        guard row.line.before != row.line.after else { return sawNothingNew = true }
        let settings = SQL(
            joining: row.changed.map { "\($0.column) = \(value: $0.value)" } + [
                "version = \(row.version + 1)"
            ], with: ", ")
        let count = try view.session.execute(
            """
            UPDATE \(table) SET \(settings)
            WHERE id = \(row.line.record.uuid) AND agencyID = \(row.agency)
              AND version = \(row.version)
            """)
        guard count == 1 else { throw ChangeRefusal.changedMeanwhile }
        note(row.line)
    }

    /// Takes a row away for good. What people remove goes to the recycle bin by an update.
    package func remove(_ row: some Recorded) throws {
        let type = Swift.type(of: row)
        let count = try view.session.execute(
            """
            DELETE FROM \(type.table)
            WHERE id = \(row.recordID) AND agencyID = \(row.agencyID) AND version = \(row.version)
            """)
        guard count == 1 else { throw ChangeRefusal.changedMeanwhile }
        note(row, before: row.ledgerText, after: nil)
    }

    /// Runs a statement for which `line` is the history, where a row is not `Recorded`.
    package func execute(_ sql: SQL, recording line: Line) throws {
        try view.session.execute(sql)
        note(line)
    }

    private func note<Row: Recorded>(_ row: Row, before: String?, after: String?) {
        let record = RecordID(kind: Row.kind, uuid: row.recordID)
        note(Line(record: record, before: before, after: after))
    }

    private func note(_ line: Line) {
        if lines.last?.record.kind != line.record.kind { kinds.insert(line.record.kind) }
        lines.append(line)
    }

    fileprivate static func keys(of row: some Recorded, version: Int) -> [Cell] {
        [
            Cell("id", row.recordID), Cell("agencyID", row.agencyID), Cell("version", version),
        ]
    }
}

/// New rows of one table as they are written, and their lines in the ledger.
private struct NewRows: Sendable {
    private(set) var packed: PackedRows
    private(set) var lines: [Line] = []

    init<Row: Recorded>(_ rows: ArraySlice<Row>, _ form: NewRowsForm) {
        packed = PackedRows(reserving: rows.count * 40, rows.count * 512)
        lines.reserveCapacity(rows.count)
        for row in rows {
            let values = row.values
            packed.add(row.recordID)
            packed.add(row.agencyID.uuid)
            packed.add(1)
            for value in values { packed.add(stored: value) }
            lines.append(
                Line(
                    record: RecordID(kind: Row.kind, uuid: row.recordID), before: nil,
                    after: form.ledger.text(of: values, agency: row.agencyID)))
        }
    }
}

/// Where the new rows of one table go, the same for all of them.
private struct NewRowsForm: Sendable {
    let table: SQLName
    let columns: [SQLName]
    let ledger: LedgerForm

    init<Row: Recorded>(of first: Row) {
        let cells = first.cells
        table = Row.table
        columns = (Change.keys(of: first, version: 1) + cells).map(\.column)
        ledger = LedgerForm(of: cells)
    }
}

/// A row as it is written in the place of an old one, and its line in the ledger.
private struct RevisedRow: Sendable {
    /// Of the old row.
    let agency: AgencyID
    let version: Int
    let changed: [Cell]
    let line: Line

    init<Row: Recorded>(_ row: Row, from old: Row, _ form: LedgerForm) {
        let (cells, oldCells) = (row.cells, old.cells)
        agency = old.agencyID
        version = old.version
        changed = zip(cells, oldCells).filter { $0 != $1 }.map(\.0)
        line = Line(
            record: RecordID(kind: Row.kind, uuid: row.recordID),
            before: form.text(of: oldCells.map(\.value), agency: old.agencyID),
            after: form.text(of: cells.map(\.value), agency: row.agencyID))
    }
}

/// Why a change that is otherwise in order cannot be made.
package enum ChangeRefusal: Refusal, Equatable {
    case notAllowed(Permission)
    case notFound
    case changedMeanwhile
    case keyUsedForSomethingElse

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .changedMeanwhile, .keyUsedForSomethingElse: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notAllowed: "change.not_allowed"
        case .notFound: "change.not_found"
        case .changedMeanwhile: "change.changed_meanwhile"
        case .keyUsedForSomethingElse: "change.key_used"
        }
    }

    package var message: Term {
        switch self {
        case .notAllowed:
            Term(
                "您的角色不能做這件事。需要的話，找機關的資安專責人員調整角色。",
                en: "Your role does not allow this. Ask your agency's security officer.")
        case .notFound:
            Term("找不到這筆資料。", en: "There is no such record.")
        case .changedMeanwhile:
            Term(
                "這筆資料剛才有人改過。重新載入後再改一次。",
                en: "Somebody has just changed this. Reload and change it again.")
        case .keyUsedForSomethingElse:
            Term(
                "這個 Idempotency-Key 已用在另一個請求，換一個再送。",
                en: "This Idempotency-Key was used for another request. Send a new one.")
        }
    }
}
