/// Finds the table in a sheet: the header row among titles and lines of print, the rows under it,
/// and what is not part of it. Nothing is dropped in silence.
package struct TableReader {
    private enum State {
        case searching([SheetRow])
        /// The header is found; the next row may be its second line.
        case found(SheetRow)
        case inside(TableHeader)
        /// Another table has begun below; what stands there is not read.
        case beyond(TableHeader)
    }

    private let names: Set<String>
    private var state = State.searching([])
    /// The number of the latest row that was a remark, which may go on in the next one.
    private var note: Int?

    /// - Parameter names: how the columns may be called; every spelling of them is known. Without
    ///   names the header is known by its shape.
    package init(names: some Sequence<String> = []) {
        self.names = Set(names.map(\.comparable))
    }

    /// Takes the next row of the sheet and tells what has become clear.
    package mutating func take(_ row: SheetRow) -> [TableEvent] {
        guard row.cells.contains(where: { !$0.value.isBlank }) else { return [] }
        switch state {
        case .searching(var rows):
            rows.append(row)
            state = .searching(rows)
            if isHeader(row) { return settle(rows, header: rows.count - 1) }
            return rows.count < Self.searched ? [] : settle(rows)
        case .found(let first):
            let header = TableHeader(first, below: row)
            state = .inside(header)
            let start = [TableEvent.header(header)]
            return header.isDouble ? start : start + [judge(row, header)]
        case .inside(let header):
            return [judge(row, header)]
        case .beyond(let header):
            let typed = row.typed
            guard header.isRepeated(by: typed, first: typed.first?.value.text.comparable ?? "")
            else { return [.leftOut(row, .otherTable)] }
            state = .inside(header)
            return [.leftOut(row, .repeatedHeader)]
        }
    }

    /// Tells what is left when the sheet has ended.
    ///
    /// - Throws: `SheetRefusal.noHeader` for a sheet that has rows but nothing like a header.
    package mutating func finish() throws(SheetRefusal) -> [TableEvent] {
        var events: [TableEvent] = []
        if case .searching(let rows) = state {
            guard !rows.isEmpty else { return [] }
            events = settle(rows)
        }
        if case .found(let row) = state {
            let header = TableHeader(row, below: nil)
            state = .inside(header)
            events.append(.header(header))
        }
        switch state {
        case .searching, .found: throw .noHeader
        case .inside, .beyond: return events
        }
    }

    /// How many rows are looked at for the header.
    private static let searched = 40

    /// Whether a row is surely the header: most of its texts are names we know.
    private func isHeader(_ row: SheetRow) -> Bool {
        let known = knownNames(in: row)
        return known >= 2 && known * 2 >= row.typed.count
    }

    private func knownNames(in row: SheetRow) -> Int {
        row.typed.count { names.contains($0.value.text.comparable) }
    }

    /// Chooses the header among the first rows and tells those before and after it.
    private mutating func settle(_ rows: [SheetRow], header: Int? = nil) -> [TableEvent] {
        guard let header = header ?? likeliestHeader(of: rows) else {
            state = .searching(rows)
            return []
        }
        var events = rows[..<header].map { TableEvent.leftOut($0, .title) }
        state = .found(rows[header])
        for row in rows[(header + 1)...] { events += take(row) }
        return events
    }

    /// The row with most known names; where none has any, the first that has a header's shape.
    private func likeliestHeader(of rows: [SheetRow]) -> Int? {
        let known = rows.map(knownNames)
        if let most = known.max(), most > 0 { return known.firstIndex(of: most) }
        let widest = rows.map(\.typed.count).max() ?? 0
        return rows.firstIndex { $0.hasHeaderShape && $0.typed.count * 5 >= widest * 3 }
    }

    private mutating func judge(_ row: SheetRow, _ header: TableHeader) -> TableEvent {
        let reason = reason(toLeaveOut: row, header)
        if reason == .note { note = row.number }
        if reason == .otherTable { state = .beyond(header) }
        return reason.map { .leftOut(row, $0) } ?? .row(row)
    }

    private func reason(toLeaveOut row: SheetRow, _ header: TableHeader) -> TableEvent.Reason? {
        let typed = row.typed
        guard let first = typed.first else { return nil }
        let words = first.value.text.comparable
        if header.isRepeated(by: typed, first: words) { return .repeatedHeader }
        guard case .text(let text) = first.value else { return nil }
        if row.isTotal { return .total }
        if row.isNote(words, afterNote: note == row.number - 1) { return .note }
        if header.columns.count > 2, row.isGroupHeading(text) { return .heading }
        return row.isOtherHeader(names) ? .otherTable : nil
    }
}

/// What a table reader makes of a row.
package enum TableEvent: Hashable, Sendable {
    case header(TableHeader)
    case row(SheetRow)
    case leftOut(SheetRow, Reason)

    /// Why a row is not part of the table.
    package enum Reason: Hashable, Sendable {
        /// Stands above the header.
        case title
        /// The header again, as a page of print has it.
        case repeatedHeader
        case total
        /// A remark, a place to sign, a line of print.
        case note
        /// What the rows below it have in common: 「甲、電腦設備」.
        case heading
        /// The header of another table on the same sheet, and all below it.
        case otherTable
    }
}

/// The header of a table.
package struct TableHeader: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let column: Int
        package let name: String
        /// What stands above several names in a header of two lines: 「資安長」 over 「職稱」 and
        /// 「姓名」.
        package let group: String?

        package init(column: Int, name: String, group: String? = nil) {
            self.column = column
            self.name = name
            self.group = group
        }

        /// How the header's row says it, for comparing.
        fileprivate var spellings: [String] { [name, group ?? name].map(\.comparable) }
    }

    /// The number of the header's row; of its first, where it has two.
    package let row: Int
    package let columns: [Column]
    let isDouble: Bool
    private let spellings: [Int: [String]]

    /// Takes `below` for the second line where names stand under merged ones.
    init(_ first: SheetRow, below: SheetRow?) {
        row = first.number
        let second = below.flatMap { first.isContinued(by: $0) ? $0 : nil }
        isDouble = second != nil
        columns = first.cells.filter { !$0.value.isBlank }.compactMap { cell in
            let upper = cell.value.text.tidied
            guard let second else {
                return cell.origin == .merged
                    ? nil : Column(column: cell.column, name: upper, group: nil)
            }
            let lower = second[cell.column].text.tidied
            return lower.isEmpty || lower == upper
                ? Column(column: cell.column, name: upper, group: nil)
                : Column(column: cell.column, name: lower, group: upper)
        }
        spellings = Dictionary(
            columns.map { ($0.column, $0.spellings) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the cells of a row say the same as the header.
    ///
    /// - Parameter words: what its first cell says, for comparing: in nearly every row something else.
    func isRepeated(by typed: some Collection<Cell>, first words: String) -> Bool {
        guard let first = typed.first, spellings[first.column]?.contains(words) == true,
            typed.count >= 2, typed.count * 2 >= columns.count
        else { return false }
        return typed.dropFirst().allSatisfy { cell in
            spellings[cell.column]?.contains(cell.value.text.comparable) == true
        }
    }
}
