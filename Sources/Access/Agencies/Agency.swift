import Kernel
import Storage

/// One organisation of the city's programme, or the city itself at the root of the tree.
package struct Agency: Hashable, Sendable {
    package let id: AgencyID
    /// The superior (上級機關); none for the city.
    package let parentID: AgencyID?
    package let path: AgencyPath
    package let details: AgencyDetails
    /// The responsibility level in force today, `A` to `E`; it follows from the decisions that
    /// chapter 貳 keeps, and only they set it.
    package let level: String?
    package let version: Int
    package let removedAt: Instant?

    package var name: String { details.name }

    /// What is said beside the name of one that is no more.
    package static let mark = Term("（已不存在）", en: " (no more)")

    /// The name, and that it is no more.
    package var termToday: Term {
        removedAt == nil
            ? Term(name, en: name) : Term(name + Self.mark.zh, en: name + Self.mark.en)
    }
}

/// What people write down about an agency.
package struct AgencyDetails: Hashable, Sendable {
    package let name: String
    /// The code of the central directory (機關代碼), as in `379130000C`.
    package let code: String?
    /// The object identifier of the agency in the government directory.
    package let oid: String?
    /// What sort of organisation it is: a bureau, a school.
    package let kind: String

    package init(
        name: String, code: String? = nil, oid: String? = nil, kind: String
    ) throws(AgencyRefusal) {
        self.name = name.trimmed
        self.code = code.flatMap(\.trimmedOrNil)
        self.oid = oid.flatMap(\.trimmedOrNil)
        self.kind = kind.trimmed
        guard (1...100).contains(self.name.count) else { throw .nameLength }
        guard (1...40).contains(self.kind.count) else { throw .kindLength }
        guard self.code.map({ $0.count <= 40 }) ?? true else { throw .codeLength }
    }
}

/// Where an agency stands in the tree: the short ids from the city down, as in `/9f02…/71bc…/`.
///
/// Everything under an agency has a path that begins with the agency's own.
package struct AgencyPath: Hashable, Sendable {
    package let text: String

    /// The path of `id` under `superior`, or of the city itself.
    init(of id: AgencyID, under superior: AgencyPath?) {
        text = (superior?.text ?? "/") + id.description.suffix(12) + "/"
    }

    /// Whether this agency is `other` or stands under it.
    package func isWithin(_ other: AgencyPath) -> Bool {
        text.hasPrefix(other.text)
    }

    /// How many superiors there are above.
    package var depth: Int { text.count { $0 == "/" } - 2 }
}

extension AgencyPath: StoredAsText {
    package init?(stored text: String) {
        guard text.wholeMatch(of: /\/([0-9a-f]{12}\/)+/) != nil else { return nil }
        self.text = text
    }

    package var storedText: String { text }
}
