import Access
import Evidence
import Foundation
import Kernel
import Statute

/// One line of an agency's list: what is owed, and how it stands.
package struct DutyEntry: Sendable {
    package let claim: Claim
    package let standing: Standing

    package var owed: OwedDuty { claim.owed }
}

/// All that an agency owes in a year, and what it does not.
package struct DutyList: Sendable {
    package let agency: JudgedAgency
    package let year: ROCYear
    package let entries: [DutyEntry]
    package let absences: [AbsentDuty]
}

/// One duty of one agency in a year, with all that is known about it.
package struct DutyCase: Sendable {
    package let agency: JudgedAgency
    package let year: ROCYear
    package let duty: Duty
    /// Its periods in the year; empty where the agency does not owe it.
    package let entries: [DutyEntry]
    package let absence: Term?
    package let proof: Proof?
    /// Who compared the wording in force with the official text, where somebody did.
    package let confirmation: RuleConfirmation?
    /// The rows behind the figure of the latest period; none for who may not see their register.
    package let rows: [CountedRow]
    /// Newest first.
    package let declarations: [DutyDeclaration]
    /// The files that show what declarations say, by declaration.
    package let evidence: [UUID: [EvidenceFile]]
    /// Newest first.
    package let waivers: [DutyWaiver]

    package var id: MeasureID { MeasureID(duty.id) }

    /// The period that `today` falls in, or the last.
    package func current(on today: Day) -> DutyEntry? {
        entries.first { $0.claim.period.contains(today) } ?? entries.last
    }
}

/// How one agency stands with one duty, as a superior's list shows it.
package struct AgencyStanding: Sendable {
    package let agency: JudgedAgency
    package let standing: Standing
}
