import Access
import Foundation
import HTML
import Kernel
import Ledger
import Storage
import Web

/// A page of a list, its rows drawn as they were read.
package struct DrawnList: Sendable {
    let rows: HTML
    /// How many rows the page shows.
    let shown: Int
    let next: PageKey?
    let count: CappedCount
    /// How many of them are kept for the record only; nought where that is not told.
    let gone: Int
    package let notes: [ListNote]
    let acts: [RegisterAct]
    /// Whose list it is.
    let agencyName: Term
}

/// What people can do with a register, each as one change through the Door.
package struct RegisterDesk<Row: RegisterRow>: Sendable {
    package let door: Door
    private let memory = ListMemory()

    package init(door: Door) {
        self.door = door
    }

    private var register: Register<Row> { Row.register }

    package func list(
        _ query: ListQuery, by caller: Caller
    ) async throws -> (Slice<Listed<Row>>, CappedCount) {
        try await door.read(by: caller) { [memory] view in
            let reading = try ListReading<Row>(query, view, memory)
            return try reading.counted(reading.slice())
        }
    }

    /// A page of the list, drawn as it is read, with what is said on top of it: what is amiss in the
    /// rows that the caller sees.
    package func page(
        _ query: ListQuery, by caller: Caller, drawing row: TableRow<ShownRow>,
        for reader: Reader
    ) async throws -> DrawnList {
        try await door.read(by: caller) { [memory] view in
            let reading = try ListReading<Row>(query, view, memory)
            var writer = HTMLWriter(reader: reader, capacity: 32_768)
            let (slice, count) = try reading.counted(reading.drawn(row, in: &writer))
            let other = query.agency.flatMap { $0 == caller.agency ? nil : $0 }
            let name = try other.map { try Agency.findEvenEnded($0, view).termToday }
            let tally = { try ListReading<Row>($0, view, memory).count().number }
            return DrawnList(
                rows: writer.piece, shown: slice.rows.count, next: slice.next, count: count,
                gone: try Self.gone(query, count).map(tally) ?? 0,
                notes: other == nil ? try view.notes(memory, of: Row.self) : [],
                acts: register.isEdited(query, by: caller)
                    ? try register.extras.acts(view, tally) : [],
                agencyName: name ?? Term(caller.agencyName, en: caller.agencyName))
        }
    }

    /// The phrases that forms offer from the agency's own rows.
    func offers(by caller: Caller) async throws -> [SQLName: [String]] {
        let offers = register.extras.offers
        return try await door.read(by: caller) { try offers($0) }
    }

    /// - Throws: `RegisterRefusal.unknown` outside the caller's reach.
    package func find(_ uuid: UUID, by caller: Caller) async throws -> Listed<Row> {
        try await door.read(by: caller) { view in try view.require(uuid) }
    }

    /// Adds a row from what was typed into its form.
    ///
    /// - Throws: `InvalidRow` with every wrong field.
    package func add(
        _ typed: TypedFields, by caller: Caller, once key: IdempotencyKey? = nil
    ) async throws -> UUID {
        let register = register
        return try await door.change(
            register.verb(.adding), in: caller.agency,
            needs: register.edit, by: caller, once: key
        ) { change in
            let head = RowHead(newIn: change.agency, at: change.now)
            let row = try register.columns.build(head) { typed[$0] }
            try change.keep(row)
            return row.head.uuid
        }
    }

    /// Adds many rows as one change: all of them or none.
    ///
    /// - Throws: `InvalidRow` of the first row that cannot be kept.
    @discardableResult package func addAll(
        _ typed: [TypedFields], by caller: Caller
    ) async throws -> [UUID] {
        guard !typed.isEmpty else { return [] }
        let register = register
        // Read before the turn to write comes, so that nobody waits for it; ids are given then.
        let unborn = RowHead(newIn: caller.agency, at: Instant(microseconds: 0))
        let read = try typed.map { typed in try register.columns.build(unborn) { typed[$0] } }
        return try await door.change(
            register.verb(.adding), in: caller.agency, needs: register.edit, by: caller
        ) { change in
            let rows = read.map { row in
                var row = row
                row.head = RowHead(newIn: change.agency, at: change.now)
                return row
            }
            for some in rows.slices(of: 1_000) { try change.adding(Array(some))() }
            return rows.map(\.head.uuid)
        }
    }

    /// Changes fields of the version that the caller saw; fields not typed stay.
    ///
    /// - Throws: `RegisterConflict` when somebody changed one of these fields since.
    package func revise(
        _ uuid: UUID, _ typed: TypedFields, seen version: Int, by caller: Caller
    ) async throws -> Row {
        let register = register
        return try await door.change(
            register.verb(.revising), in: caller.agency,
            needs: register.edit, by: caller
        ) { change in
            let old: Row = try change.own(uuid)
            guard old.head.removedAt == nil else { throw RegisterRefusal.inBin }
            guard old.version == version else {
                throw RegisterConflict(row: old, typed: typed)
            }
            var row = try register.columns.build(old.head) { name in
                typed.words[name.text] ?? register.columns[name.text]?.typed(old) ?? ""
            }
            row = try change.keep(row, from: old)
            if row != old { row.head.version += 1 }
            return row
        }
    }

    /// Moves a row to the recycle bin, from which it can be restored.
    package func remove(_ uuid: UUID, seen version: Int?, by caller: Caller) async throws {
        let verb = register.verb(.removing)
        try await move(uuid, seen: version, by: caller, verb) { $0.head.removedAt = $1 }
    }

    /// Brings a row back from the recycle bin.
    package func restore(_ uuid: UUID, by caller: Caller) async throws {
        let verb = register.verb(.restoring)
        try await move(uuid, seen: nil, by: caller, verb) { row, _ in row.head.removedAt = nil }
    }

    private func move(
        _ uuid: UUID, seen version: Int?, by caller: Caller, _ verb: Verb,
        _ mark: @escaping @Sendable (inout Row, Instant) -> Void
    ) async throws {
        try await door.change(verb, in: caller.agency, needs: register.edit, by: caller) { change in
            let old: Row = try change.own(uuid)
            if let version, version != old.version { throw ChangeRefusal.changedMeanwhile }
            var row = old
            mark(&row, change.now)
            try change.keep(row, from: old)
        }
    }

    /// Those of the rows that a list counts which are kept for the record only; `nil` of a list that is
    /// counted no further than a page needs, or by words, for it does not tell.
    private static func gone(_ query: ListQuery, _ count: CappedCount) throws -> ListQuery? {
        guard let mark = Row.register.extras.gone, !count.isCapped, query.words.isEmpty,
            !query.filters.contains(where: { $0.column == mark.column }),
            let filter = try Row.register.columns.filter(mark.column.text, mark.value)
        else { return nil }
        var query = query
        query.filters.append(filter)
        return query
    }
}

extension View {
    fileprivate func notes<Row: RegisterRow>(
        _ memory: ListMemory, of type: Row.Type
    ) throws -> [ListNote] {
        let register = type.register
        var notes = try register.extras.notes(self)
        notes += try AgencyEnd.all(carriedOnBy: caller, self).map { end in
            ListNote(
                end.reading(register.title), register.place.with("agency", end.agencyID))
        }
        for question in register.columns.questions {
            guard let note = question.note else { continue }
            let query = ListQuery(only: question.name)
            let count = try ListReading<Row>(query, self, memory).count()
            guard count.number > 0 else { continue }
            notes.append(ListNote(note(count), register.place.with("only", question.name)))
        }
        return notes
    }

    package func require<Row: RegisterRow>(_ uuid: UUID) throws -> Listed<Row> {
        guard let listed = try find(uuid, of: Row.self) else {
            throw RegisterRefusal.unknown(Row.register.one)
        }
        return listed
    }
}

extension Change {
    /// The caller's own row with this id.
    ///
    /// - Throws: `RegisterRefusal.unknown` out of reach; `.ofAnotherAgency` where the caller may
    ///   look but not write.
    package func own<Row: RegisterRow>(_ uuid: UUID) throws -> Row {
        let row: Row = try view.require(uuid).row
        guard row.agencyID == agency else { throw RegisterRefusal.ofAnotherAgency }
        return row
    }

    /// Writes a row, new or in the place of `old`, with its words for searching and all that
    /// changes with it in other registers.
    @discardableResult
    package func keep<Row: RegisterRow>(_ typed: Row, from old: Row? = nil) throws -> Row {
        let ties = Row.register.ties
        let row = try ties?.settled(self, typed, old) ?? typed
        if let old { try update(row, from: old) } else { try insert(row) }
        try index(row, from: old)
        try ties?.follow(self, row, old)
        return row
    }

    /// Makes a row found by the words of its searched columns, where they are not those of `old`.
    package func index<Row: RegisterRow>(_ row: Row, from old: Row? = nil) throws {
        let entry = row.searchEntry
        if entry == old?.searchEntry { return }
        try SearchIndex.put(entry, of: Row.kind, in: view.session)
    }

    /// Writes many rows in the place of old ones, in their order, as `keep` writes each.
    package func keepAll<Row: RegisterRow>(_ typed: [(row: Row, old: Row)]) throws {
        let ties = Row.register.ties
        // Where each may settle the next, they are written one by one.
        if let ties, ties.together == nil {
            return try typed.forEach { try keep($0.row, from: $0.old) }
        }
        for some in typed.slices(of: 1_000) {
            let rows = try ties?.together?(self, some.map(\.row)) ?? some.map(\.row)
            let pairs = zip(rows, some).map { (row: $0, old: $1.old) }
            try update(contentsOf: pairs)
            try indexAll(pairs)
            if let ties { for (row, old) in pairs { try ties.follow(self, row, old) } }
        }
    }

    /// Makes rows found by the words of their searched columns, where they are not those of the old.
    private func indexAll<Row: RegisterRow>(_ pairs: [(row: Row, old: Row)]) throws {
        try pairs.slices(of: 500).madeAhead { some in
            some.map { ($0.searchEntry, $1.searchEntry) }.filter { $0 != $1 }.map(\.0)
        } _: { entries in
            try SearchIndex.replace(entries, of: Row.kind, in: view.session)
        }
    }

    /// Settles a thousand new rows at most and has them prepared beside the writing; what comes back
    /// writes them, each found by the words of its searched columns, with all that changes with them in
    /// other registers. Where each may settle the next, nothing is done before.
    package func adding<Row: RegisterRow>(_ typed: [Row]) throws -> () throws -> Void {
        let ties = Row.register.ties
        if let ties, ties.together == nil {
            return { [self] in try prepared(typed.map { try ties.settled(self, $0, nil) })() }
        }
        return prepared(try ties?.together?(self, typed) ?? typed)
    }

    private func prepared<Row: RegisterRow>(_ rows: [Row]) -> () throws -> Void {
        let insert = inserting(contentsOf: rows)
        let entries = rows.slices(of: 500).coming(on: ahead) { some in some.map { $0.searchEntry } }
        return { [self] in
            try insert()
            for some in entries { try SearchIndex.add(some.value, of: Row.kind, in: view.session) }
            if let ties = Row.register.ties { for row in rows { try ties.follow(self, row, nil) } }
        }
    }
}

extension RegisterRow {
    /// The row in the search: by the words of its searched columns, a line each.
    fileprivate var searchEntry: SearchEntry {
        let texts = Self.register.columns.searched.map { $0.typed(self) }
        return SearchEntry(recordID, of: agencyID, texts: texts)
    }
}

/// What can be done with a row of any register.
package enum RowVerb: String, CaseIterable {
    case adding = "add"
    case revising = "revise"
    case removing = "remove"
    case restoring = "restore"
    case importing = "import"
    case revisingMany = "reviseMany"
    case undoing = "undo"

    package var term: Term {
        switch self {
        case .adding: Term("新增", en: "added")
        case .revising: Term("修改", en: "changed")
        case .removing: Term("移到回收區", en: "moved to the bin")
        case .restoring: Term("復原", en: "restored")
        case .importing: Term("匯入", en: "imported")
        case .revisingMany: Term("整批修改", en: "changed with others")
        case .undoing: Term("整批復原", en: "undone with others")
        }
    }
}

extension Register {
    package func verb(_ verb: RowVerb) -> Verb {
        Verb("\(kind.name).\(verb.rawValue)", verb.term)
    }
}
