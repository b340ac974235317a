import Access
import Evidence
import Kernel
import Storage

/// Everything that the page of one agency says.
struct AgencyFile: Sendable {
    let agency: Agency
    /// The superior's name; it is no secret, even where its page is out of reach.
    let superiorName: String?
    let periods: [AgencyPeriod]
    let ends: [AgencyEnd]
    let decisions: [LevelDecision]
    let contacts: AgencyContacts?
    let subordinates: [Agency]
    /// Everybody whose entry the agency keeps, as its list of people counts them.
    let people: Int
    /// Letters and papers about the agency itself.
    let evidence: [EvidenceFile]

    /// - Throws: `AgencyRefusal.unknown` out of the caller's reach.
    static func find(_ id: AgencyID, _ view: View) throws -> AgencyFile {
        let agency = try Agency.findEvenEnded(id, view)
        let people: Int? = try view.value(
            """
            SELECT count(*) FROM person
            WHERE agencyID = \(id) AND \(view.reach(.open), covers: "person.agencyID")
            """)
        return AgencyFile(
            agency: agency,
            superiorName: try view.value(
                "SELECT name FROM agency WHERE id = \(agency.parentID)"),
            periods: try AgencyPeriod.all(of: id, view),
            ends: try AgencyEnd.all(about: id, view),
            decisions: try LevelDecision.all(of: id, view),
            contacts: try AgencyContacts.all(in: .agency(id), view).first,
            subordinates: try Agency.children(of: id, view), people: people ?? 0,
            evidence: try EvidenceFile.all(of: RecordID(kind: Agency.kind, uuid: id.uuid), view))
    }
}
