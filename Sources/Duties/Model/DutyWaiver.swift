import Access
import Foundation
import Kernel
import Storage

/// A duty that an agency need not meet for a time, with the consent of those who file its level
/// (資通安全責任等級分級辦法 §11).
package struct DutyWaiver: Recorded, Hashable {
    package static let kind: RecordKind = "dutyWaiver"
    package static let table: SQLName = "dutyWaiver"

    package let recordID: UUID
    package let agencyID: AgencyID
    package let version: Int
    package let duty: MeasureID
    package let reason: String
    /// Who consented: the agency that files the level.
    package let consentBy: String
    /// The number of the letter of consent.
    package let document: String
    package let fromOn: Day
    package let untilOn: Day?
    package let recordedAt: Instant
    package private(set) var withdrawnAt: Instant?

    /// - Throws: `DutyRefusal.waiverReason`, `.waiverConsent` or `.waiverDocument` where one is
    ///   missing; `.waiverDays` when it ends before it begins.
    package init(
        of duty: MeasureID, because reason: String, consentBy: String, document: String,
        from fromOn: Day, until untilOn: Day?, by caller: Caller, at now: Instant
    ) throws(DutyRefusal) {
        func tidy(_ text: String) -> String {
            text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        self.reason = tidy(reason)
        self.consentBy = tidy(consentBy)
        self.document = tidy(document)
        guard (1...1_000).contains(self.reason.count) else { throw .waiverReason }
        guard (1...100).contains(self.consentBy.count) else { throw .waiverConsent }
        guard (1...100).contains(self.document.count) else { throw .waiverDocument }
        guard untilOn.map({ fromOn <= $0 }) ?? true else { throw .waiverDays }
        recordID = UUID(version7At: now)
        agencyID = caller.agency
        version = 1
        self.duty = duty
        self.fromOn = fromOn
        self.untilOn = untilOn
        recordedAt = now
    }

    func withdrawn(at now: Instant) -> DutyWaiver {
        var withdrawn = self
        withdrawn.withdrawnAt = now
        return withdrawn
    }

    package func holds(on day: Day) -> Bool {
        withdrawnAt == nil && fromOn <= day && (untilOn.map { day <= $0 } ?? true)
    }

    package var cells: [Cell] {
        [
            Cell("dutyID", duty), Cell("reason", reason), Cell("consentBy", consentBy),
            Cell("document", document), Cell("fromOn", fromOn), Cell("untilOn", untilOn),
            Cell("recordedAt", recordedAt), Cell("withdrawnAt", withdrawnAt),
        ]
    }
}

extension DutyWaiver: RowDecodable {
    static let columns: SQL =
        """
        dutyWaiver.id, dutyWaiver.agencyID, dutyWaiver.version, dutyWaiver.dutyID,
        dutyWaiver.reason, dutyWaiver.consentBy, dutyWaiver.document, dutyWaiver.fromOn,
        dutyWaiver.untilOn, dutyWaiver.recordedAt, dutyWaiver.withdrawnAt
        """

    /// The waivers of one agency that stand and end on one of these days, the soonest first.
    package static func ending(
        from first: Day, to last: Day, of agency: AgencyID, _ view: View
    ) throws -> [DutyWaiver] {
        try view.all(
            """
            SELECT \(columns) FROM dutyWaiver
            WHERE agencyID = \(agency) AND withdrawnAt IS NULL
              AND untilOn >= \(first) AND untilOn <= \(last)
            ORDER BY untilOn, id
            """)
    }

    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        duty = try row.next()
        reason = try row.next()
        consentBy = try row.next()
        document = try row.next()
        fromOn = try row.next()
        untilOn = try row.next()
        recordedAt = try row.next()
        withdrawnAt = try row.next()
    }
}
