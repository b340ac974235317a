import Foundation

/// The permanent name of one thing: a UUID of version 7, made by the application.
///
/// `Subject` keeps an agency's id from being used where a person's is meant. Ids sort by the time
/// they were made, and ids of one moment by the order in which this program made them.
package struct ID<Subject>: Hashable, Sendable {
    package let uuid: UUID

    package init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// A new id of the moment `instant`.
    package init(at instant: Instant) {
        uuid = UUID(version7At: instant)
    }
}

extension ID: Comparable {
    package static func < (a: ID, b: ID) -> Bool { a.description < b.description }
}

extension ID: LosslessStringConvertible {
    package init?(_ text: String) {
        guard let uuid = UUID(hyphenated: text) else { return nil }
        self.init(uuid)
    }

    /// Lower case, as both databases keep it.
    package var description: String { uuid.hyphenated }
}

/// One record of the programme, wherever it is kept: its kind and its id.
package struct RecordID: Hashable, Sendable {
    package let kind: RecordKind
    package let uuid: UUID

    package init(kind: RecordKind, uuid: UUID) {
        self.kind = kind
        self.uuid = uuid
    }
}

/// What a record is, in the word that code, columns and addresses use: `system`, `agency`.
package struct RecordKind: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String

    package init(stringLiteral name: String) {
        self.name = name
    }

    package init(_ name: String) {
        self.name = name
    }
}

/// What an `AgencyID` names: one of the organisations of the city, or the city itself.
package enum AgencySubject {}
package typealias AgencyID = ID<AgencySubject>

/// What a `PersonID` names: somebody who works in the programme.
package enum PersonSubject {}
package typealias PersonID = ID<PersonSubject>
