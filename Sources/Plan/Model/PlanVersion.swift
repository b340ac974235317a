import Access
import Foundation
import Kernel
import Papers
import Storage

/// The number of one version of the city's plan.
package enum PlanVersionSubject {}
package typealias PlanVersionID = ID<PlanVersionSubject>

/// One version of the city's 資通安全維護計畫: what it is called and from which day it holds.
///
/// The text itself lies apart under its digest, so that histories stay short and two versions of
/// the same words are stored once.
package struct PlanVersion: Hashable, Sendable {
    package let id: PlanVersionID
    package let agencyID: AgencyID
    package let version: Int
    /// From 1 on, in the order of adding.
    package let ordinal: Int
    package let title: String
    /// As the cover says it, as in 「115.01 版」.
    package let edition: String?
    /// The day or month of issue in the words of the cover.
    package let issued: String?
    package let effectiveFrom: Day
    package let source: Source
    /// The name of the file it was read from.
    package let fileName: String?
    /// How many clauses it has.
    package let clauses: Int
    package let digest: Digest
    package let addedAt: Instant
    /// When it was taken back; it then holds for no day, and can be put back.
    package var withdrawnAt: Instant?

    /// Where a version came from.
    package enum Source: String, StoredAsText, Sendable {
        /// The text that comes with this release.
        case template
        case file

        package var term: Term {
            switch self {
            case .template: Term("系統範本", en: "The product's text")
            case .file: Term("匯入的檔案", en: "An imported file")
            }
        }
    }

    /// What people call the version: its edition, or its place among the versions.
    package var name: Term {
        edition.map { Term($0, en: $0) } ?? Term("第 \(ordinal) 版", en: "Version \(ordinal)")
    }

    /// What people call it where it stands in place of the city's.
    var ownName: Term { Term("本機關\(name.zh)", en: "\(name.en) of the agency's own") }
}

extension PlanVersion: Recorded {
    package static let kind: RecordKind = "planVersion"
    package static let table: SQLName = "planVersion"
    package var recordID: UUID { id.uuid }

    package var cells: [Cell] {
        [
            Cell("ordinal", ordinal), Cell("title", title), Cell("edition", edition),
            Cell("issued", issued), Cell("effectiveFrom", effectiveFrom), Cell("source", source),
            Cell("fileName", fileName), Cell("clauses", clauses), Cell("digest", digest),
            Cell("addedAt", addedAt), Cell("withdrawnAt", withdrawnAt),
        ]
    }
}

extension PlanVersion: RowDecodable {
    static let columns: SQL =
        """
        id, agencyID, version, ordinal, title, edition, issued, effectiveFrom, source, fileName,
        clauses, digest, addedAt, withdrawnAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        ordinal = try row.next()
        title = try row.next()
        edition = try row.next()
        issued = try row.next()
        effectiveFrom = try row.next()
        source = try row.next()
        fileName = try row.next()
        clauses = try row.next()
        digest = try row.next()
        addedAt = try row.next()
        withdrawnAt = try row.next()
    }
}
