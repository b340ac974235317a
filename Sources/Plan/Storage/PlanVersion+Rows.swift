import Access
import Kernel
import Papers
import Storage

extension PlanVersion {
    /// Every version of an owner, the newest first, those taken back among them.
    package static func all(
        of owner: PlanOwner = .city, _ view: View
    ) throws -> [PlanVersion] {
        try view.all(
            "SELECT \(columns) FROM planVersion WHERE \(owner.holds) ORDER BY ordinal DESC")
    }

    /// The version that an agency reads on `day`: the last in effect by then of its own, or where
    /// it has none of the city's.
    ///
    /// - Parameter agency: `nil` for the city's.
    package static func inForce(
        on day: Day, for agency: AgencyID? = nil, _ view: View
    ) throws -> PlanVersion? {
        let own: SQL = agency.map { "OR \(PlanOwner.agency($0).holds)" } ?? ""
        return try view.first(
            """
            SELECT \(columns) FROM planVersion
            WHERE withdrawnAt IS NULL AND effectiveFrom <= \(day)
              AND (\(PlanOwner.city.holds) \(own))
            ORDER BY CASE WHEN \(PlanOwner.city.holds) THEN 1 ELSE 0 END,
              effectiveFrom DESC, ordinal DESC
            LIMIT 1
            """)
    }

    /// The versions in force of all agencies that have a text of their own.
    static func own(on day: Day, _ view: View) throws -> [AgencyID: PlanVersion] {
        let all: [PlanVersion] = try view.all(
            """
            SELECT \(columns) FROM planVersion
            WHERE withdrawnAt IS NULL AND effectiveFrom <= \(day)
              AND agencyID <> \(PlanOwner.root)
              AND \(view.reach(.open), covers: "planVersion.agencyID")
            ORDER BY effectiveFrom, ordinal
            """)
        return Dictionary(all.map { ($0.agencyID, $0) }) { $1 }
    }

    /// A version of the city's plan, which all read, or of an agency within the caller's reach.
    ///
    /// - Throws: `PlanChangeRefusal.noSuchVersion`.
    package static func find(_ id: PlanVersionID, _ view: View) throws -> PlanVersion {
        let found: PlanVersion? = try view.first(
            """
            SELECT \(columns) FROM planVersion
            WHERE id = \(id) AND (\(PlanOwner.city.holds)
              OR \(view.reach(.open), covers: "planVersion.agencyID"))
            """)
        guard let found else { throw PlanChangeRefusal.noSuchVersion }
        return found
    }
}

extension PlanShelf {
    /// The text of a version.
    ///
    /// - Throws: `PlanFault.altered` when the stored text is not the one that was laid in.
    package func document(of version: PlanVersion, _ view: View) throws -> Document {
        try document(version.digest) {
            let tree: String? = try view.value(
                "SELECT tree FROM planText WHERE digest = \(version.digest)")
            let bytes = Array((tree ?? "").utf8)
            guard Digest(of: bytes) == version.digest else {
                throw PlanFault.altered(version.digest)
            }
            return try Document(canonical: bytes)
        }
    }
}

/// What can only go wrong when somebody writes beside the Door.
package enum PlanFault: Error, Equatable {
    /// The stored text of a version is missing or another.
    case altered(Digest)
}
