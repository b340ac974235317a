import Access
import HTML
import Kernel
import Storage
import Web

/// The reading of one list by one caller: a page of its rows, and how many there are.
///
/// What a page costs does not grow with the table. Without words, the order of the list stands in
/// an index (`ListWalk`). Rows with rare words are fetched and sorted; for common words, one row
/// after the other is asked in the order of the list, and no more than `looked` for one page: then
/// the page is shorter, and the next goes on from there.
struct ListReading<Row: RegisterRow> {
    private let view: View
    private let query: ListQuery
    private let order: ListOrder
    private let reach: Reach
    private let way: ListWalk.Way
    private let question: SearchQuestion?
    /// Whether one row after the other is asked for the words.
    private let isWalked: Bool
    private let extent: SearchExtent?
    private let memory: ListMemory
    private let many: Int
    private let looked: Int

    /// - Parameters:
    ///   - memory: what readings of the same register have found out before.
    ///   - many: the rows that a word may have to count as a rare one.
    ///   - looked: how many rows are asked for one page.
    init(
        _ query: ListQuery, _ view: View, _ memory: ListMemory = ListMemory(),
        many: Int = SearchQuestion.many, looked: Int = 5_000
    ) throws {
        self.memory = memory
        self.view = view
        self.query = query
        self.many = many
        self.looked = looked
        order = query.order ?? ListOrder(Row.register.sort)
        let reach = view.reach(Row.register.supervision)
        self.reach = query.agency == nil ? reach.unnamed : reach
        way = query.agency == nil ? try memory.way(through: self.reach, view) : .straight
        guard !query.words.isEmpty else {
            (question, isWalked, extent) = (nil, false, nil)
            return
        }
        let agencies = (query.agency ?? self.reach.onlyAgency).map { [$0] } ?? way.agencies
        let question = try SearchQuestion(query.words, of: Row.kind, in: agencies)
            .lookingUpRareWords(many, in: view.session)
        let rows = query.limit + 1
        let extent = try question.extent(upTo: many, forPageOf: rows, in: view.session)
        isWalked = extent.matched > many || extent.isCommon(forPageOf: rows)
        self.question = question
        self.extent = extent
    }

    /// The rows of the page, whole.
    ///
    /// - Parameter name: how the name of a row's agency is told.
    func slice(naming name: SQL = "agency.name") throws -> Slice<Listed<Row>> {
        try slice(of: Row.register.columns.selected, name) { try Listed<Row>(&$0) }
    }

    /// The rows of the page drawn as they are read: nothing is made of them but markup.
    func drawn(
        _ row: TableRow<ShownRow>, in writer: inout HTMLWriter
    ) throws -> Slice<Void> {
        let columns = Row.register.columns
        let (cells, read) = (columns.listed.count, columns.listed[0].readShown)
        return try slice(of: columns.shown, Agency.nameMarked) {
            let shown = try ShownRow(&$0, cells: cells, named: read)
            row.draw(shown, in: &writer)
            if let fault = shown.fault { throw fault }
        }
    }

    private func slice<Item>(
        of columns: SQL, _ name: SQL, _ make: (inout RowReader) throws -> Item
    ) throws -> Slice<Item> {
        var conditions = conditions
        if let key = query.after { conditions.append(order.beyond(key)) }
        var way = way
        var horizon: PageKey?
        if let question, isWalked {
            // One record after the other is asked.
            conditions.append(question.isAnswered(by: "item.id"))
            horizon = way.agencies.isEmpty ? try self.horizon() : nil
            if let horizon { conditions.append(order.upTo(horizon)) }
        } else if let question {
            way = .found(question.records())
        }
        let source = ListWalk(order: order, count: query.limit + 1).rows(
            of: Row.table, where: SQL(joining: conditions, with: " AND "), within: reach, way)
        var (rows, end, next): ([Item], PageKey?, PageKey?) = ([], nil, horizon)
        // The caller's own name is known, and looked up for no row.
        let isOwn = reach.onlyAgency == view.caller.agency
        let name: SQL = isOwn ? "\(view.caller.agencyName)" : name
        _ = try view.all("SELECT \(columns), \(name), \(order.place) \(source)") { reader in
            guard rows.count < query.limit else { return next = end }
            rows.append(try make(&reader))
            if rows.count == query.limit { end = try key(&reader) }
        }
        return Slice(rows: rows, next: next)
    }

    /// Reads where a row stands in the list.
    private func key(_ reader: inout RowReader) throws -> PageKey {
        let column = Row.register.columns[order.column.text]
        return PageKey(
            value: try column?.readStored(&reader) ?? .null, uuid: try reader.next())
    }

    /// How many rows there are on all pages, as far as it is worth counting.
    func count() throws -> CappedCount {
        try memory.count(of: query, within: reach, view, counted)
    }

    /// A page of the list, and how many rows there are in all.
    func counted<Item>(_ slice: Slice<Item>) throws -> (Slice<Item>, CappedCount) {
        let isAll = query.after == nil && slice.next == nil
        return (slice, isAll ? CappedCount(number: slice.rows.count) : try count())
    }

    private func counted() throws -> CappedCount {
        var conditions = conditions
        var source: SQL = "\(Row.table) AS item"
        let question = try counting
        if let question {
            source = """
                (\(question.records(atMost: many + 1))) AS found CROSS JOIN \(source)
                LEFT JOIN agency ON agency.id = item.agencyID
                """
            conditions += ["item.id = found.recordID", "\(passing: reach)"]
        } else {
            conditions.append("\(reach, covers: "item.agencyID")")
        }
        let rows: SQL = "SELECT 1 FROM \(source) WHERE \(SQL(joining: conditions, with: " AND "))"
        // Figures elsewhere lead to the list of one agency, and are to find themselves there.
        let isWhole = question == nil && (query.agency ?? reach.onlyAgency) != nil
        let count = try view.count(rows, toTheLast: isWhole)
        return isWhole
            ? count : CappedCount(number: count.number, orMore: try hasMany(question))
    }

    /// The question whose records are counted: of those that many have in a city, the ones within
    /// reach.
    private var counting: SearchQuestion? {
        get throws {
            guard isWalked, case .city = way else { return question }
            return try view.question(query.words, of: Row.kind, within: reach, way, many: many)
        }
    }

    /// Whether more rows than `many` have the words, of which no more are counted.
    private func hasMany(_ counting: SearchQuestion?) throws -> Bool {
        guard isWalked, let counting, let extent else { return false }
        if case .city = way {} else if extent.isWhole { return extent.matched > many }
        return try counting.extent(upTo: many, in: view.session).matched > many
    }

    /// The last row that this page may look at; `nil` where the list ends before.
    private func horizon() throws -> PageKey? {
        let after = query.after.map(order.beyond) ?? "TRUE"
        let walk = ListWalk(order: order, count: 1, after: looked - 1)
        let source = walk.rows(of: Row.table, where: after, within: reach, way)
        return try view.all("SELECT \(order.place) \(source)", key).first
    }

    /// What must hold of `item` beside that its agency is within reach and that it has the words.
    private var conditions: [SQL] {
        var conditions: [SQL] = [
            query.isBin ? "item.removedAt IS NOT NULL" : "item.removedAt IS NULL"
        ]
        if let agency = query.agency { conditions.append("item.agencyID = \(agency)") }
        if let asked { conditions.append(asked.condition(query.day ?? view.now.day)) }
        conditions += query.filters.map(\.condition)
        return conditions
    }

    /// The question that is asked: the one of the address, or the usual one.
    private var asked: RowQuestion? {
        guard !query.isBin, query.only != RowQuestion.everything else { return nil }
        let columns = Row.register.columns
        return query.only.flatMap(columns.question) ?? columns.usual
    }
}

extension ListOrder {
    /// What holds of the rows after `key`.
    fileprivate func beyond(_ key: PageKey) -> SQL {
        isDescending ? "(\(place)) < \(key.place)" : "(\(place)) > \(key.place)"
    }

    /// What holds of the rows before `key` and at it.
    fileprivate func upTo(_ key: PageKey) -> SQL {
        isDescending ? "(\(place)) >= \(key.place)" : "(\(place)) <= \(key.place)"
    }

    /// Where a row stands in the list.
    fileprivate var place: SQL { "item.\(column), item.id" }
}

extension PageKey {
    fileprivate var place: SQL { "(\(value: value), \(uuid))" }
}
