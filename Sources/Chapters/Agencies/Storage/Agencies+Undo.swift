import Access
import Exchange
import Foundation
import Kernel
import Ledger
import Storage

/// What one import did to an agency: its own lines, and the levels that it entered.
private struct ImportedAgency {
    let id: AgencyID
    var lines: [HistoryLine] = []
    /// The decisions as the import wrote them, by their ids.
    var decisions: [UUID: String] = [:]
}

extension Change {
    /// Takes back an import of the list of organisations, the last line first, so that what stands
    /// under an agency goes before it. An agency that is not as the import left it, or that was used
    /// since, is told and left alone.
    func undoAgencies(_ lines: [HistoryLine]) throws -> Undoing {
        var restored = 0
        var left: [Undoing.Left] = []
        for imported in try Self.imported(lines).reversed() {
            guard let agency = try? Agency.find(imported.id, view) else { continue }
            if try takeBack(imported, of: agency) {
                restored += 1
            } else {
                left.append(.init(uuid: agency.id.uuid, name: agency.name))
            }
        }
        return Undoing(restored: restored, left: left.reversed())
    }

    private func takeBack(_ imported: ImportedAgency, of agency: Agency) throws -> Bool {
        let step = try AgencyStep(imported.id, imported.lines)
        let there = try LevelDecision.all(of: agency.id, view)
        let own = there.filter { imported.decisions[$0.recordID] == $0.ledgerText }
        let isLast = imported.decisions.isEmpty || own.first?.id == there.first?.id
        guard own.count == imported.decisions.count, isLast, !step.isNew || own == there,
            try mayTakeBack(step, of: agency)
        else { return false }
        for decision in own {
            if step.isNew { try remove(decision) } else { try withdraw(decision) }
        }
        if step.isNew {
            // How its duties stand follows from the list, and cannot stay without it.
            try view.session.execute("DELETE FROM standing WHERE agencyID = \(agency.id)")
        }
        try takeBack(step, of: agency)
        return true
    }

    /// The agencies of an entry in the order of their first lines.
    private static func imported(_ lines: [HistoryLine]) throws -> [ImportedAgency] {
        var all: [ImportedAgency] = []
        func place(of id: AgencyID) -> Int {
            if let place = all.firstIndex(where: { $0.id == id }) { return place }
            all.append(ImportedAgency(id: id))
            return all.count - 1
        }
        for line in lines {
            if line.record.kind == Agency.kind {
                all[place(of: AgencyID(line.record.uuid))].lines.append(line)
            } else if line.record.kind == LevelDecision.kind, let after = line.after {
                let owner = try JSONDecoder().decode(Owner.self, from: Data(after.utf8))
                all[place(of: AgencyID(owner.agencyID))].decisions[line.record.uuid] = after
            }
        }
        return all
    }

    private struct Owner: Decodable {
        let agencyID: UUID
    }
}
