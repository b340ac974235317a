import Access
import Kernel
import Papers
import Storage

/// A table of a paper that is made of the programme's rows: its columns, and its lines for the
/// agencies of a reach.
///
/// The number of the line and the agency's name are put before the columns by whoever makes the
/// paper, so that one table serves an agency, a bureau and the city.
package struct PaperTable: Sendable {
    /// The word that the paper asks for it by, as in `annex2`.
    package let name: String
    package let columns: [Table.Column]
    /// How an agency stands in it that has no line; `nil` where it then does not appear.
    package let whenMissing: String?
    /// Every line of the agencies within a reach as at a day of a year, those of one agency in
    /// the order of the paper.
    package let lines: @Sendable (View, Reach, Day, ROCYear) throws -> [PaperLine]
    /// By what the lines of each agency differ from its register today; `nil` for a table that
    /// prints the registers as they are.
    package let basis: (@Sendable (View, Reach, ROCYear) throws -> [AgencyID: PaperBasis])?

    package init(
        _ name: String, columns: [Table.Column], whenMissing: String?,
        basis: (@Sendable (View, Reach, ROCYear) throws -> [AgencyID: PaperBasis])? = nil,
        lines: @escaping @Sendable (View, Reach, Day, ROCYear) throws -> [PaperLine]
    ) {
        self.name = name
        self.columns = columns
        self.whenMissing = whenMissing
        self.basis = basis
        self.lines = lines
    }
}

/// By what an agency's lines of a paper differ from its register today.
package struct PaperBasis: Hashable, Sendable {
    /// How many scrapped things the paper leaves out.
    package let scrapped: Int
    /// Whether the lines are those that were signed in the year, and not today's.
    package let isSigned: Bool

    package init(scrapped: Int, isSigned: Bool) {
        self.scrapped = scrapped
        self.isSigned = isSigned
    }
}

/// One line of a table of a paper: whose it is, and what is printed in its columns.
package struct PaperLine: Hashable, Sendable {
    package let agencyID: AgencyID
    package let cells: [String]

    package init(_ agencyID: AgencyID, _ cells: [String]) {
        self.agencyID = agencyID
        self.cells = cells
    }
}
