import Access
import Foundation
import Kernel
import Registers
import Storage

/// Who of the agency's people a written name means; nobody where it matches none, or several.
package struct PersonMatch: Hashable, Sendable {
    package let person: PersonID?

    package init(_ person: PersonID?) {
        self.person = person
    }
}

extension PersonMatch: FieldValue {
    package init(typed text: String) throws(FieldProblem) {
        person = PersonID(text)
    }

    package var typed: String { person?.description ?? "" }
    package var shown: Term {
        person == nil ? Term("", en: "") : Term("已連到人員名冊", en: "In the list of people")
    }
    package var json: JSONScalar { person.map { .text($0.description) } ?? .null }
    package static var input: FieldInput { .line }
    package static var allowsNothing: Bool { true }

    package var stored: StoredValue { person.stored }
    package static func read(_ row: any ColumnSource, _ index: Int) throws -> PersonMatch {
        PersonMatch(try PersonID?.read(row, index))
    }
}

extension Change {
    /// The person of the agency that `name` means; whom the row already had stays, if it may be.
    func person(named name: String?, of agency: AgencyID) throws -> PersonMatch {
        guard let name, !name.isEmpty else { return PersonMatch(nil) }
        let people = try Person.all(of: agency, view).map { (key: $0.id, name: $0.name) }
        return PersonMatch(NameMatcher(people).key(of: name))
    }
}

extension View {
    /// The names of the agency's people that can sign in, for forms to offer.
    func namesOfPeople() throws -> [String] {
        try values(
            """
            SELECT DISTINCT name FROM person
            WHERE agencyID = \(caller.agency) AND disabledAt IS NULL ORDER BY name LIMIT 300
            """)
    }
}
