import Access
import Kernel
import Ledger
import Statute

/// How registers tell conditions on which duties hang: whether an agency outsources, the list of
/// its systems says, and of what no list knows the agency says it once, with a day.
package struct ConditionSource: Sendable {
    /// The kinds of records that tell.
    package let reads: Set<RecordKind>
    /// What is known of the agencies of a reach, in one question. An agency of which the register
    /// holds nothing is not in the answer, for nothing entered proves nothing.
    package let answer: @Sendable (View, Reach) throws -> [AgencyID: [Duty.Condition: Bool]]
    /// What such a record says, from its state in the ledger; changes that leave this as it is
    /// need no new judging.
    package let sense: @Sendable (RecordKind, String?) -> [String]

    package init(
        reads: Set<RecordKind>,
        sense: @escaping @Sendable (RecordKind, String?) -> [String],
        answer: @escaping @Sendable (View, Reach) throws -> [AgencyID: [Duty.Condition: Bool]]
    ) {
        self.reads = reads
        self.sense = sense
        self.answer = answer
    }

    package static let none = ConditionSource(reads: [], sense: { _, _ in [] }) { _, _ in [:] }

    /// Whether a change may have changed a condition.
    ///
    /// - Parameter kinds: those of the lines.
    func isMoved(by lines: [Line], of kinds: Set<RecordKind>) -> Bool {
        guard !reads.isDisjoint(with: kinds) else { return false }
        return lines.contains { line in
            let kind = line.record.kind
            return reads.contains(kind) && sense(kind, line.before) != sense(kind, line.after)
        }
    }
}
