import Access
import Kernel
import Storage

/// How many organisations the plan covers: agencies, schools, and of these kindergartens.
///
/// This is the one count: the sentence of chapter 貳, annex 1 and the pages take it from here.
package struct OrganisationCount: Hashable, Sendable {
    package let agencies: Int
    package let schools: Int
    /// Counted among the schools.
    package let kindergartens: Int

    package var all: Int { agencies + schools }

    package init(kinds: [(kind: String, count: Int)]) {
        var counts = (agencies: 0, schools: 0, kindergartens: 0)
        for (kind, count) in kinds {
            if kind.isKindOfSchool { counts.schools += count } else { counts.agencies += count }
            if kind.isKindOfKindergarten { counts.kindergartens += count }
        }
        (agencies, schools, kindergartens) = counts
    }

    /// Those of `reach` that exist now.
    package static func of(_ reach: Reach, _ view: View) throws -> OrganisationCount {
        let kinds = try view.all(
            """
            SELECT kind, count(*) FROM agency
            WHERE removedAt IS NULL AND \(reach, covers: "agency.id")
            GROUP BY kind ORDER BY kind
            """
        ) { row in (kind: try row.next(String.self), count: try row.next(Int.self)) }
        return OrganisationCount(kinds: kinds)
    }
}

extension String {
    /// Whether an agency of this kind is a school; kindergartens are.
    package var isKindOfSchool: Bool {
        isKindOfKindergarten
            || ["學", "國小", "國中", "高中", "高職", "特教"].contains { contains($0) }
    }

    var isKindOfKindergarten: Bool { contains("幼") }
}
