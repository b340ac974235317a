import Access
import HTML
import Kernel
import Tasks

extension Change {
    /// Tells those who answer for incidents in the agency itself what happened to one.
    func tellOwn(of incident: Incident, _ what: Term) throws {
        try tell(
            [.officer, .securityOfficer, .ciso, .head], of: [try responsible(for: incident)],
            incident.news(what))
    }

    /// Tells those at the superior who review; of the city's own, the city.
    func tellSuperior(of incident: Incident, _ what: Term) throws {
        let superior: AgencyID? = try view.value(
            """
            SELECT COALESCE(parentID, id) FROM agency WHERE id = \(try responsible(for: incident))
            """)
        guard let superior else { return }
        let name: String? = try view.value(
            "SELECT name FROM agency WHERE id = \(incident.agencyID)")
        let whose = name ?? ""
        try tell(
            [.securityOfficer, .ciso, .city], of: [superior],
            incident.news(Term("\(whose)\(what.zh)", en: "\(whose): \(what.en)")))
    }
}

extension Change {
    /// The agency itself, or who carries on where it is no more.
    private func responsible(for incident: Incident) throws -> AgencyID {
        let found: AgencyID? = try view.value(
            """
            SELECT CASE WHEN removedAt IS NULL THEN id ELSE parentID END FROM agency
            WHERE id = \(incident.agencyID)
            """)
        return found ?? incident.agencyID
    }
}

extension Incident {
    fileprivate func news(_ what: Term) -> News {
        let drill = isDrill ? Term("演練 ", en: "drill ") : Term("", en: "")
        return News(
            .incident,
            Term(
                "\(drill.zh)\(number) \(title.zh)：\(what.zh)",
                en: "\(drill.en)\(number) \(title.en): \(what.en)"), at: .incident(id))
    }
}
