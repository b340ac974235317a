import Foundation

/// The permanent name of one thing: a UUID of version 7, made by the application.
///
/// `Subject` keeps an agency's id from being used where a person's is meant. Ids sort by the time
/// they were made (RFC 9562 §5.7).
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

extension UUID {
    /// A UUID of version 7: 48 bits of milliseconds, the rest random.
    package init(version7At instant: Instant) {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = UInt64(max(0, instant.microseconds / 1_000))
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &generator)
        let low = UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &generator) | 1 << 63
        func byte(_ word: UInt64, _ index: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: word >> (56 - 8 * index))
        }
        self.init(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4),
                byte(high, 5), byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1),
                byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
            ))
    }
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
