import Foundation
import Kernel
import Storage

/// A spreadsheet that somebody uploaded, and what became of it.
package struct ImportFile: Sendable {
    package let uuid: UUID
    package let name: String
    package let uploadedAt: Instant
    package let state: State
    let choices: ImportChoices?
    let outcome: ImportOutcome?
    /// A record that the import wrote, by which its entry in the ledger is found.
    let firstRecord: UUID?
    let problem: String?

    /// Where an import is.
    package enum State: String, StoredAsText {
        /// Looked at; nothing is written yet.
        case open
        /// In the queue or under way.
        case waiting
        case done
        case failed
    }
}

/// How many rows of a file were taken, and how.
struct ImportOutcome: Hashable, Sendable {
    let created: Int
    let updated: Int
    let unchanged: Int
    let refused: Int

    init(created: Int, updated: Int, unchanged: Int, refused: Int) {
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.refused = refused
    }

    init<Row>(_ plan: ImportPlan<Row>) {
        self.init(
            created: plan.created, updated: plan.updated.count, unchanged: plan.unchanged,
            refused: plan.refused.count)
    }

    var accepted: Int { created + updated }
}

extension ImportFile: RowDecodable {
    static let columns: SQL =
        """
        id, name, uploadedAt, state, choices, created, updated, unchanged, refused, firstRecord,
        problem
        """

    package init(_ row: inout RowReader) throws {
        uuid = try row.next()
        name = try row.next()
        uploadedAt = try row.next()
        state = try row.next()
        let choices: String? = try row.next()
        self.choices = try choices.map {
            try JSONDecoder().decode(ImportChoices.self, from: Data($0.utf8))
        }
        let counts: [Int?] = [try row.next(), try row.next(), try row.next(), try row.next()]
        let known = counts.compactMap(\.self)
        outcome =
            known.count == 4
            ? ImportOutcome(
                created: known[0], updated: known[1], unchanged: known[2], refused: known[3])
            : nil
        firstRecord = try row.next()
        problem = try row.next()
    }
}
