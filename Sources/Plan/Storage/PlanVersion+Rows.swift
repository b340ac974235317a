import Access
import Kernel
import Papers
import Storage

extension PlanVersion {
    /// Every version, the newest first. The city's plan is read by all of the city.
    package static func all(_ view: View) throws -> [PlanVersion] {
        try view.all("SELECT \(columns) FROM planVersion ORDER BY ordinal DESC")
    }

    /// The version laid in last.
    static func latest(_ view: View) throws -> PlanVersion? {
        try view.first(
            "SELECT \(columns) FROM planVersion ORDER BY ordinal DESC LIMIT 1")
    }

    /// The version that holds on `day`: the last of those in effect by then.
    package static func inForce(on day: Day, _ view: View) throws -> PlanVersion? {
        try view.first(
            """
            SELECT \(columns) FROM planVersion WHERE effectiveFrom <= \(day)
            ORDER BY effectiveFrom DESC, ordinal DESC LIMIT 1
            """)
    }

    /// - Throws: `PlanChangeRefusal.noSuchVersion`.
    package static func find(_ id: PlanVersionID, _ view: View) throws -> PlanVersion {
        let found: PlanVersion? = try view.first(
            "SELECT \(columns) FROM planVersion WHERE id = \(id)")
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
