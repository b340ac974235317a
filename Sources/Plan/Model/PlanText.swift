import Access
import Kernel
import Papers
import Storage

/// The words of the plan that hold for an agency on a day, and the version that they are.
package struct PlanText: Sendable {
    package let document: Document
    /// `nil` while the city has laid in none and the product's own text stands in.
    package let version: PlanVersion?
}

extension View {
    /// The text for an agency: its own where it has one in force, otherwise the city's.
    ///
    /// - Parameter agency: `nil` for the city's text.
    package func planText(
        on day: Day, for agency: AgencyID? = nil, _ shelf: PlanShelf
    ) throws -> PlanText {
        guard let version = try PlanVersion.inForce(on: day, for: agency, self) else {
            return PlanText(document: try shelf.template, version: nil)
        }
        return PlanText(document: try shelf.document(of: version, self), version: version)
    }
}
