import Duties
import Outline

/// What tells whether the clauses of the plan are carried out: the lists of all chapters, and how
/// the duties of the law stand.
package struct PlanProvers: Sendable {
    package let sources: [RecordSource]
    package let duties: DutyDesk

    package init(sources: [RecordSource], duties: DutyDesk) {
        self.sources = sources
        self.duties = duties
    }
}
