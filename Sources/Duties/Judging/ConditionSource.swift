import Access
import Kernel
import Ledger
import Statute

/// How a register tells conditions on which duties hang: nobody is asked whether an agency
/// outsources, the list of its systems says so.
package struct ConditionSource: Sendable {
    /// The kind of records that tell.
    package let reads: RecordKind?
    /// What is known of the agencies of a reach, in one question. An agency of which the register
    /// holds nothing is not in the answer, for nothing entered proves nothing.
    package let answer: @Sendable (View, Reach) throws -> [AgencyID: [Duty.Condition: Bool]]
    /// What such a record says, from its state in the ledger; changes that leave this as it is
    /// need no new judging.
    package let sense: @Sendable (String?) -> [String]

    package init(
        reads: RecordKind?,
        sense: @escaping @Sendable (String?) -> [String],
        answer: @escaping @Sendable (View, Reach) throws -> [AgencyID: [Duty.Condition: Bool]]
    ) {
        self.reads = reads
        self.sense = sense
        self.answer = answer
    }

    package static let none = ConditionSource(reads: nil, sense: { _ in [] }) { _, _ in [:] }

    /// Whether a change may have changed a condition.
    func isMoved(by lines: [Line]) -> Bool {
        lines.contains { $0.record.kind == reads && sense($0.before) != sense($0.after) }
    }
}
