import Foundation
import Kernel
import Ledger
import Storage

extension Effect {
    /// People are found by their name, account, mail and telephone, as these are now.
    package static let peopleAreFound = Effect(on: [Person.kind]) { change, lines in
        var last: [UUID: (found: FoundPerson, isNew: Bool)] = [:]
        for line in lines {
            guard let after = line.after else {
                try SearchIndex.remove(line.record, in: change.view.session)
                last[line.record.uuid] = nil
                continue
            }
            let isNew = line.before == nil || last[line.record.uuid]?.isNew ?? false
            last[line.record.uuid] = (try FoundPerson(after), isNew)
        }
        let session = change.view.session
        let new = last.filter(\.value.isNew).map { $1.found.entry($0) }
        try SearchIndex.add(new, of: Person.kind, in: session)
        for (uuid, person) in last where !person.isNew {
            try SearchIndex.put(
                RecordID(kind: Person.kind, uuid: uuid), of: person.found.agency,
                text: person.found.text, in: session)
        }
    }
}

/// What a person is found by.
private struct FoundPerson: Decodable {
    private let agencyID: UUID
    let name: String
    let account: String?
    let email: String?
    let phone: String?

    /// - Parameter text: the person as the ledger keeps it.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    var text: String { [name, account, email, phone].compactMap(\.self).joined(separator: "\n") }

    var agency: AgencyID { AgencyID(agencyID) }

    func entry(_ uuid: UUID) -> SearchEntry { SearchEntry(uuid, of: agency, text: text) }
}

extension Person {
    /// Puts people in the index who came in before it knew people; none in a programme of today.
    package static func findAll(_ door: Door) async throws {
        try await door.derive(for: "people") { view in
            let entered: Int? = try view.value("SELECT count(*) FROM person")
            let found: Int? = try view.value(
                "SELECT count(*) FROM searchEntry WHERE kind = \(Person.kind)")
            guard entered != found else { return }
            let missing: [Person] = try view.all(
                """
                SELECT \(Person.columns) FROM person
                WHERE NOT EXISTS (
                  SELECT 1 FROM searchEntry
                  WHERE searchEntry.kind = \(Person.kind) AND searchEntry.recordID = person.id)
                """)
            let entries = try missing.map { try FoundPerson($0.ledgerText).entry($0.id.uuid) }
            try SearchIndex.add(entries, of: Person.kind, in: view.session)
        }
    }
}
