import Foundation
import Kernel
import Storage

/// What somebody asks of a list: words to find, filters, an order, and where to go on.
package struct ListQuery: Hashable, Sendable {
    /// Words that the rows must hold; empty for all.
    package var words: String
    /// Columns and the stable word that each must have.
    package var filters: [ListFilter]
    /// The name of one of the register's questions.
    package var only: String?
    package var order: ListOrder?
    package var after: PageKey?
    package var isBin: Bool
    /// As at which day that is asked; `nil` for today.
    package var day: Day?
    /// One agency within the reach; `nil` for all of it.
    package var agency: AgencyID?
    /// 1 to 200 rows.
    package var limit: Int

    package init(
        words: String = "", filters: [ListFilter] = [], only: String? = nil,
        day: Day? = nil, order: ListOrder? = nil, after: PageKey? = nil, isBin: Bool = false,
        agency: AgencyID? = nil, limit: Int = 50
    ) {
        self.words = words
        self.filters = filters
        self.only = only
        self.order = order
        self.after = after
        self.isBin = isBin
        self.day = day
        self.agency = agency
        self.limit = min(max(limit, 1), 200)
    }

    /// The same list from `key` on, or from its beginning.
    func going(on key: PageKey?) -> ListQuery {
        var query = self
        query.after = key
        return query
    }
}

/// One column that must have one value.
package struct ListFilter: Hashable, Sendable {
    package let column: SQLName
    package let value: StoredValue
    /// The value as it stands in the address.
    package let typed: String

    package init(column: SQLName, value: StoredValue, typed: String) {
        self.column = column
        self.value = value
        self.typed = typed
    }

    /// What holds of `item` in the list that it narrows.
    package var condition: SQL { "item.\(column) = \(value: value)" }
}

/// By which column a list runs, and which way.
package struct ListOrder: Hashable, Sendable {
    package let column: SQLName
    package let isDescending: Bool

    package init(_ column: SQLName, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }
}

/// The place in a list after which the next page begins: the last row's value and id.
///
/// Pages by key cost the same however far down the list they are.
package struct PageKey: Hashable, Sendable {
    package let value: StoredValue
    package let uuid: UUID
}

extension PageKey: LosslessStringConvertible {
    /// Reads the text of an address; `nil` for anything that no list gave out.
    package init?(_ text: String) {
        guard let bytes = [UInt8](hex: text), let plain = String(bytes: bytes, encoding: .utf8),
            let uuid = UUID(uuidString: String(plain.prefix(36)))
        else { return nil }
        let rest = plain.dropFirst(36)
        switch rest.first {
        case "t":
            // No database keeps a NUL, so no list gave one out.
            guard !rest.utf8.contains(0) else { return nil }
            value = .text(String(rest.dropFirst()))
        case "i":
            guard let number = Int64(rest.dropFirst()) else { return nil }
            value = .integer(number)
        default: return nil
        }
        self.uuid = uuid
    }

    package var description: String {
        let word =
            switch value {
            case .integer(let number): "i\(number)"
            case .text(let text): "t\(text)"
            case .null, .real, .blob, .id: "t"
            }
        return (uuid.uuidString + word).utf8.hex
    }
}

/// One page of a list.
package struct Slice<Row: Sendable>: Sendable {
    package let rows: [Row]
    /// Where the next page begins; `nil` on the last.
    package let next: PageKey?
}
