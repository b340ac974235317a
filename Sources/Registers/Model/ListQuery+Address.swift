import Access
import Kernel
import Storage
import Web

extension ListQuery {
    /// Reads a list's address: `q`, `sort` (`-` before it for descending), `after`, `limit`,
    /// `agency`, `only` for a question, and a filter for each filtered column.
    ///
    /// - Throws: `RegisterRefusal` for a column or page that there is not; `InvalidRow` for a
    ///   filter's value that the column cannot have; `AgencyRefusal.unknown` for what is no id.
    package init<Row>(_ fields: Fields, of columns: Columns<Row>) throws {
        self.init()
        for pair in fields.pairs where !pair.value.isEmpty {
            let (name, value) = (pair.name, pair.value)
            switch name {
            case "q": words = String(value.prefix(100))
            case "sort": order = try Self.order(value, columns)
            case "after":
                guard let key = PageKey(value) else { throw RegisterRefusal.unknownPage }
                after = key
            case "on": day = try Self.day(value)
            case "agency":
                guard let id = AgencyID(value) else { throw AgencyRefusal.unknown }
                agency = id
            case "only":
                guard value == RowQuestion.everything || columns.question(value) != nil else {
                    throw RegisterRefusal.unknownColumn(value)
                }
                only = value
            case "limit": limit = min(max(Int(value) ?? 50, 1), 200)
            default:
                if let filter = try columns.filter(name, value) { filters.append(filter) }
            }
        }
    }

    private static func order<Row>(_ text: String, _ columns: Columns<Row>) throws -> ListOrder {
        let isDescending = text.hasPrefix("-")
        let name = isDescending ? text.dropFirst() : text[...]
        guard let column = columns[name], column.traits.isSorted else {
            throw RegisterRefusal.unknownColumn(String(name))
        }
        return ListOrder(column.name, isDescending: isDescending)
    }

    /// - Throws: `InvalidRow` for what is no day.
    package static func day(_ text: String) throws(InvalidRow) -> Day {
        do {
            return try Day(typed: text)
        } catch {
            let message = error.message(Term("日期", en: "Day"))
            throw InvalidRow([FieldError(field: "on", message: message)])
        }
    }

    /// The parts of the address of this list, as `init(_:of:)` reads them.
    package var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let agency { pairs.append(("agency", agency.description)) }
        if !words.isEmpty { pairs.append(("q", words)) }
        if let only { pairs.append(("only", only)) }
        pairs += filters.map { ($0.column.text, $0.typed) }
        if let day { pairs.append(("on", day.description)) }
        if let order { pairs.append(("sort", (order.isDescending ? "-" : "") + order.column.text)) }
        if let after { pairs.append(("after", after.description)) }
        return pairs
    }
}

extension Columns {
    /// What narrows a list to a value as its address has it; `nil` where no filtered column has that
    /// name.
    ///
    /// - Throws: `InvalidRow` for a value that the column cannot have.
    package func filter(_ name: String, _ value: String) throws(InvalidRow) -> ListFilter? {
        guard let column = self[name], column.traits.isFiltered else { return nil }
        do {
            let stored = try column.read(value)
            return ListFilter(column: column.name, value: stored, typed: value)
        } catch {
            throw InvalidRow([
                FieldError(field: column.name, message: error.message(column.term))
            ])
        }
    }
}
