import Access
import Foundation
import Kernel
import Registers
import Statute
import Storage

/// What a `StepID` names.
package enum StepSubject {}
package typealias StepID = ID<StepSubject>

/// One thing that was done or found in an incident (處置紀錄). Steps are added, never changed.
package struct IncidentStep: Hashable, Sendable {
    package let id: StepID
    package let agencyID: AgencyID
    package let incidentID: IncidentID
    package let kind: Kind
    /// When it was so, as told.
    package let happenedAt: Instant
    /// When it was entered.
    package let recordedAt: Instant
    /// Who entered it; with the agency, where it is a superior.
    package let by: String
    package let words: String?
    package let level: IncidentLevel?

    package enum Kind: String, StoredAsText, CaseIterable, Sendable {
        case reported, corrected, described, judged, notified, renotified, reviewed, told, contained
        case reportFiled, resultFiled, noted, withdrawn, closed
    }
}

extension IncidentStep {
    /// What was done, as the timeline tells it.
    package var sentence: Term {
        let level = level?.term ?? Term("", en: "")
        return switch kind {
        case .reported: Term("記下知悉時間", en: "noted when the agency knew")
        case .corrected: Term("更正知悉時間", en: "corrected when it was known")
        case .described: Term("說明發生了什麼事", en: "told what happened")
        case .judged: Term("判定為\(level.zh)", en: "judged it \(level.en.lowercased())")
        case .notified: Term("完成通報", en: "notified")
        case .renotified: Term("等級變更後再次通報", en: "notified the changed level")
        case .reviewed: Term("審核為\(level.zh)", en: "reviewed it as \(level.en.lowercased())")
        case .told: Term("把審核結果送主管機關", en: "told the authority of the review")
        case .contained: Term("完成損害控制或復原", en: "controlled the damage or restored service")
        case .reportFiled: Term("送出改善報告", en: "handed in the improvement report")
        case .resultFiled: Term("送出演練結果", en: "handed in the result of the drill")
        case .noted: Term("記下處置", en: "noted a step")
        case .withdrawn: Term("撤回：是誤報", en: "withdrew it as a false alarm")
        case .closed: Term("結案", en: "closed it")
        }
    }
}

extension IncidentStep: Recorded, RowDecodable {
    package static let kind: RecordKind = "incidentStep"
    package static let table: SQLName = "incidentStep"
    package var recordID: UUID { id.uuid }
    package var version: Int { 1 }
    package var cells: [Cell] {
        [
            Cell("incidentID", incidentID), Cell("kind", kind), Cell("happenedAt", happenedAt),
            Cell("recordedAt", recordedAt), Cell("enteredBy", by), Cell("words", words),
            Cell("level", level?.rawValue),
        ]
    }

    static let columns: SQL =
        """
        incidentStep.id, incidentStep.agencyID, incidentStep.incidentID, incidentStep.kind,
        incidentStep.happenedAt, incidentStep.recordedAt, incidentStep.enteredBy,
        incidentStep.words, incidentStep.level
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        incidentID = try row.next()
        kind = try row.next()
        happenedAt = try row.next()
        recordedAt = try row.next()
        by = try row.next()
        words = try row.next()
        level = try row.next(Int?.self).flatMap(IncidentLevel.init)
    }

    /// The steps of an incident that the caller has been found to see, the latest first;
    /// within a minute, which is what people write, in the order in which they were entered.
    static func all(of incident: Incident, _ view: View) throws -> [IncidentStep] {
        try view.all(
            """
            SELECT \(columns) FROM incidentStep
            WHERE agencyID = \(incident.agencyID) AND incidentID = \(incident.id)
            ORDER BY happenedAt / 60000000 DESC, recordedAt DESC, id DESC
            """)
    }
}
