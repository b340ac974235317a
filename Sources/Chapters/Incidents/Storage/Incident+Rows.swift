import Access
import Foundation
import Kernel
import Statute
import Storage

extension Incident: Recorded {
    package static let kind: RecordKind = "incident"
    package static let table: SQLName = "incident"
    package var recordID: UUID { id.uuid }

    package var cells: [Cell] { numberCells + toldCells + levelCells + markCells }

    private var numberCells: [Cell] {
        [
            Cell("year", number.year.number), Cell("sequence", number.sequence),
            Cell("drill", number.isDrill), Cell("knownAt", report.knownAt),
            Cell("reportedAt", report.reportedAt), Cell("reporterID", report.reporter),
            Cell("reporterName", report.reporterName),
        ]
    }

    private var toldCells: [Cell] {
        let assets = effect?.assets ?? []
        return [
            Cell("kind", account?.kind), Cell("words", account?.words),
            Cell("leak", effect?.extents[.leak]), Cell("alteration", effect?.extents[.alteration]),
            Cell("interruption", effect?.extents[.interruption]),
            Cell("core", assets.contains(.core)), Cell("ci", assets.contains(.ci)),
            Cell("secret", assets.contains(.secret)),
            Cell("sensitive", assets.contains(.sensitive)), Cell("state", assets.contains(.state)),
            Cell("personalData", effect?.hasPersonalData ?? false),
        ]
    }

    private var levelCells: [Cell] {
        [
            Cell("level", level?.rawValue), Cell("proposedLevel", judgement?.proposed.rawValue),
            Cell("decidedBy", judgement?.decidedBy), Cell("levelReason", judgement?.reason),
            Cell("confirmedLevel", confirmedLevel?.rawValue), Cell("receipt", receipt),
        ]
    }

    private var markCells: [Cell] {
        [
            Cell("notifiedAt", marks.notifiedAt), Cell("receivedAt", marks.receivedAt),
            Cell("levelChangedAt", marks.levelChangedAt), Cell("renotifiedAt", marks.renotifiedAt),
            Cell("reviewedAt", marks.reviewedAt), Cell("toldAt", marks.toldAt),
            Cell("containedAt", marks.containedAt), Cell("reportFiledAt", marks.reportFiledAt),
            Cell("resultFiledAt", marks.resultFiledAt), Cell("closedAt", marks.closedAt),
            Cell("withdrawnAt", marks.withdrawnAt),
        ]
    }
}

extension Incident: RowDecodable {
    static let columns: SQL =
        """
        incident.id, incident.agencyID, incident.version,
        incident.year, incident.sequence, incident.drill,
        incident.knownAt, incident.reportedAt, incident.reporterID, incident.reporterName,
        incident.kind, incident.words,
        incident.leak, incident.alteration, incident.interruption, incident.core, incident.ci,
        incident.secret, incident.sensitive, incident.state, incident.personalData,
        incident.level, incident.proposedLevel, incident.decidedBy, incident.levelReason,
        incident.confirmedLevel, incident.receipt,
        incident.notifiedAt, incident.receivedAt, incident.levelChangedAt, incident.renotifiedAt,
        incident.reviewedAt, incident.toldAt, incident.containedAt, incident.reportFiledAt,
        incident.resultFiledAt, incident.closedAt, incident.withdrawnAt
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        number = try IncidentNumber(&row)
        report = IncidentReport(
            knownAt: try row.next(), reportedAt: try row.next(), reporter: try row.next(),
            reporterName: try row.next())
        account = try IncidentAccount(&row)
        effect = try IncidentEffect(&row)
        judgement = try LevelJudgement(&row)
        confirmedLevel = try IncidentLevel(&row)
        receipt = try row.next()
        marks = IncidentMarks(
            notifiedAt: try row.next(), receivedAt: try row.next(),
            levelChangedAt: try row.next(), renotifiedAt: try row.next(),
            reviewedAt: try row.next(), toldAt: try row.next(), containedAt: try row.next(),
            reportFiledAt: try row.next(), resultFiledAt: try row.next(),
            closedAt: try row.next(), withdrawnAt: try row.next())
    }
}

extension IncidentNumber {
    fileprivate init(_ row: inout RowReader) throws {
        let number = try row.next(Int.self)
        guard let year = ROCYear(number) else {
            throw StorageFault.column(3, expected: "a year of the Republic")
        }
        self.init(year: year, sequence: try row.next(), isDrill: try row.next())
    }
}

extension IncidentAccount {
    fileprivate init?(_ row: inout RowReader) throws {
        let kind = try row.next(IncidentKind?.self)
        let words = try row.next(String?.self)
        guard let kind else { return nil }
        self.init(kind: kind, words: words ?? "")
    }
}

extension IncidentEffect {
    /// None where no harm has been told.
    fileprivate init?(_ row: inout RowReader) throws {
        var extents: [Harm: Extent] = [:]
        for harm in [Harm.leak, .alteration, .interruption] {
            extents[harm] = try row.next(Extent?.self)
        }
        var assets: Set<HarmedAsset> = []
        for asset in [HarmedAsset.core, .ci, .secret, .sensitive, .state]
        where try row.next(Bool.self) { assets.insert(asset) }
        let hasPersonalData = try row.next(Bool.self)
        guard !extents.isEmpty else { return nil }
        self.init(extents: extents, assets: assets, hasPersonalData: hasPersonalData)
    }
}

extension LevelJudgement {
    fileprivate init?(_ row: inout RowReader) throws {
        let level = try IncidentLevel(&row)
        let proposed = try IncidentLevel(&row)
        let decidedBy = try row.next(String?.self)
        let reason = try row.next(String?.self)
        guard let level, let proposed, let decidedBy else { return nil }
        self.init(level: level, proposed: proposed, decidedBy: decidedBy, reason: reason)
    }
}

extension IncidentLevel {
    fileprivate init?(_ row: inout RowReader) throws {
        guard let number = try row.next(Int?.self) else { return nil }
        self.init(rawValue: number)
    }
}
