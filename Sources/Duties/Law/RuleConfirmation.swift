import Access
import Foundation
import Kernel
import Statute
import Storage

/// A city officer's word that a rule stands as the official text has it, with a note.
///
/// It holds for the wording that was confirmed: when the rule changes, it holds no more.
package struct RuleConfirmation: Recorded, Hashable {
    package static let kind: RecordKind = "ruleConfirmation"
    package static let table: SQLName = "ruleConfirmation"

    package let recordID: UUID
    package let agencyID: AgencyID
    package let version: Int
    package let rule: RuleName
    package let edition: String
    /// Of the wording that was confirmed.
    package let digest: Digest
    package let note: String
    package let confirmedBy: String
    package let confirmedAt: Instant
    /// Since when a newer word stands in its place, or it was taken back.
    package private(set) var endedAt: Instant?

    /// - Throws: `LawDeskRefusal.note` without a note of at most 1,000 characters.
    package init(
        _ name: RuleName, _ rule: Rule, note: String, by caller: Caller, at now: Instant
    ) throws(LawDeskRefusal) {
        let note = note.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...1_000).contains(note.count) else { throw .note }
        recordID = UUID(version7At: now)
        agencyID = caller.agency
        version = 1
        self.rule = name
        edition = rule.edition
        digest = rule.digest
        self.note = note
        confirmedBy = caller.name
        confirmedAt = now
    }

    func ended(at now: Instant) -> RuleConfirmation {
        var ended = self
        ended.endedAt = now
        return ended
    }

    /// Whether it was said of this very wording.
    package func holds(for rule: Rule) -> Bool { endedAt == nil && digest == rule.digest }

    package var cells: [Cell] {
        [
            Cell("rule", rule), Cell("edition", edition), Cell("digest", digest),
            Cell("note", note), Cell("confirmedBy", confirmedBy),
            Cell("confirmedAt", confirmedAt), Cell("endedAt", endedAt),
        ]
    }
}

extension RuleConfirmation: RowDecodable {
    static let columns: SQL =
        """
        ruleConfirmation.id, ruleConfirmation.agencyID, ruleConfirmation.version,
        ruleConfirmation.rule, ruleConfirmation.edition, ruleConfirmation.digest,
        ruleConfirmation.note, ruleConfirmation.confirmedBy, ruleConfirmation.confirmedAt,
        ruleConfirmation.endedAt
        """

    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        rule = try row.next()
        edition = try row.next()
        digest = try row.next()
        note = try row.next()
        confirmedBy = try row.next()
        confirmedAt = try row.next()
        endedAt = try row.next()
    }

    /// The standing word on each rule, where there is one.
    static func standing(_ session: any Session) throws -> [RuleName: RuleConfirmation] {
        let all: [RuleConfirmation] = try session.all(
            "SELECT \(columns) FROM ruleConfirmation WHERE endedAt IS NULL")
        return Dictionary(all.map { ($0.rule, $0) }) { $1 }
    }

    /// What was said of one rule: what stands first, then the newest.
    static func all(of rule: RuleName, _ session: any Session) throws -> [RuleConfirmation] {
        try session.all(
            """
            SELECT \(columns) FROM ruleConfirmation WHERE rule = \(rule)
            ORDER BY endedAt IS NOT NULL, confirmedAt DESC, id DESC
            """)
    }
}
