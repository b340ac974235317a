import Access
import Kernel
import Registers
import Web

/// What a program sent about an agency: a name that no field has, or a value that cannot be read,
/// is refused, for what is left out means something else.
struct SentOfAgency {
    private let values: [String: JSONScalar]

    /// - Throws: `RegisterRefusal.unknownColumn` for the first that is none of `fields`.
    init(_ request: WebRequest, _ fields: Set<String>) throws {
        values = try request.sent(fields.contains)
    }

    /// What stands in a field, `""` where `null` does; `nil` where the field was not sent.
    subscript(_ field: String) -> String? { values[field]?.typed }

    func words(_ field: String) -> String? { self[field]?.trimmedOrNil }

    func isTrue(_ field: String) -> Bool { values[field] == .truth(true) }

    /// A day as programs write it, or as people do.
    func day(_ field: String) throws(AgencyListRefusal) -> Day? {
        guard let text = words(field) else { return nil }
        guard let day = Day(text) ?? Day(rocText: text) else { throw .dayMissing }
        return day
    }

    func requiredDay(_ field: String) throws(AgencyListRefusal) -> Day {
        guard let day = try day(field) else { throw .dayMissing }
        return day
    }

    /// An agency by its id.
    func agency(_ field: String) throws(AgencyListRefusal) -> AgencyID? {
        guard let text = words(field) else { return nil }
        guard let id = AgencyID(text) else { throw .notAnID(text) }
        return id
    }

    func dating() throws(AgencyListRefusal) -> AgencyDating {
        AgencyDating(try requiredDay("on"), document: words("document"))
    }
}
