import Registers
import Storage

/// Settles one by one, in the order of the file, what becomes of its rows in the register.
struct Settling<Row: Sendable>: Sendable {
    private let planner: ImportPlanner<Row>
    private(set) var plan = ImportPlan<Row>()
    private var register: KnownRows<Row>
    /// The rows of which nothing is known before all are read.
    private var rest: [ReadRow] = []

    /// - Parameters:
    ///   - existing: the rows of the agency that are in use.
    ///   - room: how many rows the file has.
    init(_ planner: ImportPlanner<Row>, _ existing: [Row], room: Int) {
        self.planner = planner
        register = KnownRows(existing, room: room, key: planner.key(of:))
    }

    /// What is wrong with a new row, and the old one in whose place it comes.
    typealias Inspection = (_ new: Row, _ old: Row?) throws -> [FieldError]

    /// The keys of the rows that stood in the register before.
    var keys: Set<String> { register.keys }

    /// Settles the next rows of the file, and gives those that are new.
    mutating func settle(
        _ rows: [ImportPlanner<Row>.ReadAhead], _ looked: (ImportPlan<Row>) -> Void,
        _ inspect: Inspection
    ) rethrows -> [Row] {
        var created: [Row] = []
        created.reserveCapacity(rows.count)
        for (row, new) in rows where try settle(row, new, &created, inspect) { looked(plan) }
        return created
    }

    /// Settles those that had to wait for the last row, and gives those that are new.
    mutating func settleRest(
        _ looked: (ImportPlan<Row>) -> Void, _ inspect: Inspection
    ) rethrows -> [Row] {
        var created: [Row] = []
        for row in rest {
            try place(row, nil, &created, inspect)
            looked(plan)
        }
        rest = []
        plan.sort()
        return created
    }

    /// Whether it is known what becomes of a row before all are read.
    ///
    /// Rows that say what stands there already come first, so that an export of two rows with one name
    /// changes nothing; others of a key that stands there wait for them.
    private mutating func settle(
        _ row: ReadRow, _ new: ImportPlanner<Row>.NewRow?, _ created: inout [Row],
        _ inspect: Inspection
    ) rethrows -> Bool {
        if !row.errors.isEmpty {
            plan.refuse(row.number, row.errors)
        } else if !register.stood(row.key.text) {
            try place(row, new, &created, inspect)
        } else if takeSame(as: row) {
            plan.unchanged += 1
        } else {
            rest.append(row)
            return false
        }
        return true
    }

    private mutating func takeSame(as row: ReadRow) -> Bool {
        let planner = planner
        let old = register.take(row.key.text, from: row.number) { planner.isSame($0, row) }
        return old != nil
    }

    private mutating func place(
        _ row: ReadRow, _ new: ImportPlanner<Row>.NewRow?, _ created: inout [Row],
        _ inspect: Inspection
    ) rethrows {
        if row.key.isNamed, let first = register.firstRow(row.key.text) {
            let error = ImportError.twice(
                row.number, first, planner.identityHeading, planner.identityText(row))
            return plan.refuse(row.number, [error])
        }
        let candidates = row.key.isNamed ? register.count(row.key.text) : 0
        guard candidates < 2 else {
            let error = ImportError.several(
                row.number, candidates, planner.identityHeading, planner.identityText(row))
            return plan.refuse(row.number, [error])
        }
        let old =
            row.key.isKnowable ? register.take(row.key.text, from: row.number) { _ in true } : nil
        if old == nil { register.note(row.key.text, from: row.number) }
        let (made, notes): ImportPlanner<Row>.NewRow
        do throws(InvalidRow) {
            (made, notes) = if let new { new } else { try planner.build(row, old) }
        } catch {
            return plan.refuse(row.number, planner.errors(error, row, old))
        }
        plan.notes += notes
        let problems = try inspect(made, old)
        if !problems.isEmpty {
            plan.refuse(row.number, planner.errors(InvalidRow(problems), row, old))
        } else if let old {
            plan.update(old, made, losing: planner.emptied(row, old, made))
        } else {
            created.append(made)
            plan.noteCreated(made)
        }
    }
}

/// The rows of the register by their keys, each used once, and which row of the file used a key.
private struct KnownRows<Row: Sendable>: Sendable {
    private var rows: [String: [Row]] = [:]
    private var users: [String: Int] = [:]
    /// Those that stood there at first: a key stays when its rows are taken. It is asked for each row of
    /// the file, and quicker to look through than rows of any type.
    let keys: Set<String>

    /// - Parameter room: how many rows the file has.
    init(_ existing: [Row], room: Int, key: (Row) -> String) {
        users.reserveCapacity(room)
        for row in existing { rows[key(row), default: []].append(row) }
        keys = Set(rows.keys)
    }

    func stood(_ key: String) -> Bool { keys.contains(key) }
    func count(_ key: String) -> Int { stood(key) ? rows[key]?.count ?? 0 : 0 }
    func firstRow(_ key: String) -> Int? { users[key] }

    mutating func note(_ key: String, from number: Int) {
        if users[key] == nil { users[key] = number }
    }

    mutating func take(_ key: String, from number: Int, where fits: (Row) -> Bool) -> Row? {
        guard stood(key), let index = rows[key]?.firstIndex(where: fits) else { return nil }
        note(key, from: number)
        return rows[key]?.remove(at: index)
    }
}

extension ImportPlan {
    fileprivate mutating func refuse(_ row: Int, _ errors: [ImportError]) {
        refused.append(row)
        self.errors += errors
    }

    fileprivate mutating func noteCreated(_ row: Row) {
        if created < Self.shown { firstCreated.append(row) }
        created += 1
    }

    fileprivate mutating func update(_ old: Row, _ new: Row, losing fields: [SQLName]) {
        updated.append(.init(old: old, new: new, isEmptied: !fields.isEmpty))
        for field in fields { emptied[field, default: 0] += 1 }
    }

    /// Puts what is told of rows in their order in the file.
    fileprivate mutating func sort() {
        refused.sort()
        errors.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        notes.sort { $0.row < $1.row }
    }
}
