import Foundation
import Kernel
import Ledger
import Storage

/// What one entry of the ledger did to an agency, to be taken back as a part of a larger undoing.
package struct AgencyStep: Sendable {
    package let id: AgencyID
    fileprivate let before: AgencyState?
    fileprivate let after: AgencyState?
    /// Whether a name, kind or superior began on a day.
    fileprivate let isDated: Bool

    /// - Parameter lines: those of the agency itself, in their order; none where the entry touched
    ///   only its levels.
    package init(_ id: AgencyID, _ lines: [HistoryLine]) throws {
        self.id = id
        before = try lines.first?.before.map { try AgencyState($0) }
        after = try lines.last?.after.map { try AgencyState($0) }
        isDated = try lines.contains { try $0.after.map { try AgencyState($0) }?.on != nil }
    }

    /// Whether the entry added the agency.
    package var isNew: Bool { before == nil && after != nil }
}

/// An agency as its line in the ledger has it.
private struct AgencyState: Decodable {
    let parentID: UUID?
    let code: String?
    let oid: String?
    let name: String
    let kind: String
    let on: String?

    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    var superior: AgencyID? { parentID.map { AgencyID($0) } }

    func isStill(_ agency: Agency) -> Bool {
        let details = agency.details
        return superior == agency.parentID && code == details.code && oid == details.oid
            && name == details.name && kind == details.kind
    }
}

extension Change {
    /// Whether `agency` is as the step left it and can be what it was before. One that the step
    /// added must not have been used: nobody in it, nothing under it, nothing done there.
    package func mayTakeBack(_ step: AgencyStep, of agency: Agency) throws -> Bool {
        guard let after = step.after else { return true }
        guard after.isStill(agency) else { return false }
        guard let before = step.before else { return try !isUsed(agency) }
        guard before.superior == agency.parentID || before.superior != nil else { return false }
        if let above = before.superior, above != agency.parentID {
            let found = try? Agency.find(above, view)
            guard let found, !found.path.isWithin(agency.path) else { return false }
        }
        return (try? Agency.checkCode(before.code, isFreeFor: agency.id, self)) != nil
    }

    /// Makes `agency` what it was before the step, after `mayTakeBack` said that it can be.
    package func takeBack(_ step: AgencyStep, of agency: Agency) throws {
        guard let after = step.after else { return }
        guard let before = step.before else { return try unmake(agency) }
        guard before.superior != after.superior || !before.isStill(agency) else { return }
        let details = try AgencyDetails(
            name: before.name, code: before.code, oid: before.oid, kind: before.kind)
        let above = try before.superior.map { try Agency.find($0, view) }
        let path =
            before.superior == agency.parentID
            ? agency.path : AgencyPath(of: agency.id, under: above?.path)
        let new = Agency(
            id: agency.id, parentID: before.superior, path: path, details: details,
            level: agency.level, version: agency.version + 1, removedAt: nil)
        if path != agency.path { try agency.movePaths(to: path, self) }
        try new.update(from: agency, nil, self)
        if step.isDated { try reopenPeriod(of: agency.id) } else { try correct(new) }
    }

    private func isUsed(_ agency: Agency) throws -> Bool {
        let uses: Int? = try view.value(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM agency WHERE parentID = \(agency.id))
              OR EXISTS (SELECT 1 FROM person WHERE agencyID = \(agency.id))
              OR EXISTS (SELECT 1 FROM agencyEnd WHERE successorID = \(agency.id))
              OR EXISTS (SELECT 1 FROM leaf WHERE agencyID = \(agency.id))
              OR (SELECT count(*) FROM agencyPeriod WHERE agencyID = \(agency.id)) > 1
            """)
        return uses != nil
    }

    /// Takes away an agency that was never used; its line in the ledger stays.
    private func unmake(_ agency: Agency) throws {
        try view.session.execute("DELETE FROM agencyPeriod WHERE agencyID = \(agency.id)")
        let line = agency.line(from: nil)
        try execute(
            "DELETE FROM agency WHERE id = \(agency.id) AND version = \(agency.version)",
            recording: Line(record: line.record, before: line.after, after: nil))
    }

    /// Ends nothing on a day: the period before holds on.
    private func reopenPeriod(of agency: AgencyID) throws {
        try view.session.execute(
            "DELETE FROM agencyPeriod WHERE agencyID = \(agency) AND untilOn IS NULL")
        try view.session.execute(
            """
            UPDATE agencyPeriod SET untilOn = NULL
            WHERE agencyID = \(agency) AND fromOn = (
              SELECT max(last.fromOn) FROM agencyPeriod AS last WHERE last.agencyID = \(agency))
            """)
    }
}
