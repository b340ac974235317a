import Foundation
import Kernel
import MerkleLog
import Storage

/// Who made a change, in the words that the history prints: 「王小明 代 李大華」.
///
/// The name is kept as it was on that day, for people marry, move and leave.
package struct Author: Hashable, Sendable {
    package let kind: Kind
    /// The person or the token; `nil` for a console and for a job.
    package let id: UUID?
    package let name: String
    /// For whom a deputy or a superior acted (代理、代辦).
    package let onBehalfOf: String?

    package init(kind: Kind, id: UUID?, name: String, onBehalfOf: String? = nil) {
        self.kind = kind
        self.id = id
        self.name = name
        self.onBehalfOf = onBehalfOf
    }

    /// What acts in the programme.
    package enum Kind: String, CaseIterable, StoredAsText {
        case person, token, console, job
    }
}

extension Author: RowDecodable {
    package init(_ row: inout RowReader) throws {
        kind = try row.next()
        id = try row.next()
        name = try row.next()
        onBehalfOf = try row.next()
    }

    var asLogged: LogAuthor {
        LogAuthor(
            kind: kind.rawValue, id: id?.hyphenated, name: name, onBehalfOf: onBehalfOf)
    }
}
