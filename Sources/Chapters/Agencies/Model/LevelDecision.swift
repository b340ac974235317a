import Access
import Foundation
import Kernel
import Statute
import Storage

package enum LevelDecisionSubject {}
/// What names one decision on an agency's level.
package typealias LevelDecisionID = ID<LevelDecisionSubject>

/// A decision on the responsibility level of an agency (責任等級核定, 柒/二).
package struct LevelDecision: Hashable, Sendable {
    package let id: LevelDecisionID
    package let agencyID: AgencyID
    package let version: Int
    package let level: Level
    /// 核定日期: the level holds from this day.
    package let decidedOn: Day
    /// 核定文號.
    package let document: String?
    /// Why the agency has this level.
    package let ground: String?
    /// 提報日期: when the level was filed.
    package let filedOn: Day?
    /// When it was taken back as entered by mistake.
    package var removedAt: Instant?
}

extension Level: StoredAsText {}

extension LevelDecision: Recorded, RowDecodable {
    package static let kind: RecordKind = "levelDecision"
    package static let table: SQLName = "levelDecision"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("level", level), Cell("decidedOn", decidedOn), Cell("document", document),
            Cell("ground", ground), Cell("filedOn", filedOn), Cell("removedAt", removedAt),
        ]
    }

    static let columns: SQL =
        """
        levelDecision.id, levelDecision.agencyID, levelDecision.version, levelDecision.level,
        levelDecision.decidedOn, levelDecision.document, levelDecision.ground,
        levelDecision.filedOn, levelDecision.removedAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        level = try row.next()
        decidedOn = try row.next()
        document = try row.next()
        ground = try row.next()
        filedOn = try row.next()
        removedAt = try row.next()
    }

    /// The decisions on one agency that stand, the newest first.
    package static func all(of agency: AgencyID, _ view: View) throws -> [LevelDecision] {
        try view.all(
            """
            SELECT \(columns) FROM levelDecision
            WHERE agencyID = \(agency) AND removedAt IS NULL
              AND \(view.reach(.open), covers: "levelDecision.agencyID")
            ORDER BY decidedOn DESC
            """)
    }
}

/// The level that an agency has on a day.
package struct LevelInForce: Hashable, Sendable {
    package let level: Level
    /// Since when without a break; a decision that confirms a level begins nothing anew.
    package let since: Day
    /// The last decision.
    package let decidedOn: Day
    package let document: String?

    /// What the decisions on one agency, the oldest first, come to.
    init?(_ decisions: [(level: Level, decidedOn: Day, document: String?)]) {
        guard let last = decisions.last else { return nil }
        level = last.level
        decidedOn = last.decidedOn
        document = last.document
        since =
            decisions.reversed().prefix { $0.level == last.level }.last?.decidedOn
            ?? last.decidedOn
    }

    /// The levels on `day` of all agencies of `reach`; one that is not decided is left out.
    package static func all(
        on day: Day, in reach: Reach, _ view: View
    ) throws -> [AgencyID: LevelInForce] {
        let rows: [(AgencyID, (level: Level, decidedOn: Day, document: String?))] = try view.all(
            """
            SELECT agencyID, level, decidedOn, document FROM levelDecision
            WHERE \(reach, covers: "levelDecision.agencyID") AND removedAt IS NULL
              AND decidedOn <= \(day)
            ORDER BY agencyID, decidedOn
            """
        ) {
            (
                try $0.next(),
                (level: try $0.next(), decidedOn: try $0.next(), document: try $0.next())
            )
        }
        return Dictionary(grouping: rows, by: \.0).compactMapValues { LevelInForce($0.map(\.1)) }
    }
}
