import Access
import Duties
import Kernel
import Statute
import Storage
import Systems

extension ConditionSource {
    /// What the list of systems in use says: whether some are outsourced, whether the agency has
    /// some built at all, whether a core one serves citizens. And what the agency says of itself:
    /// whether it has a mail server, whether it outsources anything else.
    static let registers = ConditionSource(
        reads: [InformationSystem.kind, Circumstance.kind], sense: sense
    ) { view, reach in
        let told = try view.all(question(view.now.day, reach)) { row in
            let agency: AgencyID = try row.next()
            let outsourced: Int = try row.next()
            let built: Int = try row.next()
            let serving: Int = try row.next()
            let subject: Circumstance.Subject? = try row.next()
            let answer: Circumstance.Answer? = try row.next()
            return (
                agency,
                conditions(subject, answer)
                    ?? [
                        .outsources: outsourced > 0, .developsSystems: built > 0,
                        .hasPublicCoreSystem: serving > 0,
                    ]
            )
        }
        // Whoever says yes is believed: no list of systems knows who mends the computers.
        return Dictionary(told) { one, other in one.merging(other) { $0 || $1 } }
    }

    /// The systems of an agency in one row, then a row for each thing that it says.
    private static func question(_ today: Day, _ reach: Reach) -> SQL {
        """
        SELECT agencyID, COUNT(CASE WHEN building = 'outsourced' THEN 1 END),
          COUNT(CASE WHEN building <> 'centralised' THEN 1 END),
          COUNT(CASE WHEN core AND citizenFacing THEN 1 END), NULL, NULL
        FROM informationSystem
        WHERE removedAt IS NULL AND state = 'inUse'
          AND \(reach, covers: "informationSystem.agencyID")
        GROUP BY agencyID
        UNION ALL
        SELECT said.agencyID, 0, 0, 0, said.subject, said.answer
        FROM circumstance AS said
        WHERE said.removedAt IS NULL AND said.fromOn <= \(today)
          AND \(reach, covers: "said.agencyID")
          AND NOT EXISTS (
            SELECT 1 FROM circumstance AS later
            WHERE later.agencyID = said.agencyID AND later.subject = said.subject
              AND later.removedAt IS NULL AND later.fromOn <= \(today)
              AND (later.fromOn, later.id) > (said.fromOn, said.id))
        """
    }

    /// What one answer says; `nil` where the row is no answer. That nothing else is outsourced says
    /// nothing about the systems.
    private static func conditions(
        _ subject: Circumstance.Subject?, _ answer: Circumstance.Answer?
    ) -> [Duty.Condition: Bool]? {
        guard let subject, let answer else { return nil }
        return switch (subject, answer) {
        case (.mailServer, _): [.hasMailServer: answer == .yes]
        case (.outsourcedServices, .yes): [.outsources: true]
        case (.outsourcedServices, .no): [:]
        }
    }

    /// The columns on which the conditions hang; a system that is not in use says nothing.
    private static func sense(_ kind: RecordKind, _ state: String?) -> [String] {
        guard let state, !state.contains(#""removedAt":"#) else { return [] }
        if kind == Circumstance.kind {
            return state.matches(of: /"(subject|answer|fromOn)":"[^"]*"/).map { String($0.0) }
                .sorted()
        }
        guard state.contains(#""state":"inUse""#) else { return [] }
        let fields = state.matches(of: /"(building|core|citizenFacing)":("[a-zA-Z]*"|[0-9]+)/)
        return fields.map { String($0.0) }.sorted()
    }
}
