import Access
import Foundation
import Kernel
import Storage

/// What every row of a register has beside its own columns.
package struct RowHead: Hashable, Sendable {
    package let uuid: UUID
    package let agencyID: AgencyID
    /// Grows by one with each change.
    package var version: Int
    /// When the row was moved to the recycle bin; `nil` while it is in use.
    package var removedAt: Instant?

    package init(uuid: UUID, agencyID: AgencyID, version: Int = 1, removedAt: Instant? = nil) {
        self.uuid = uuid
        self.agencyID = agencyID
        self.version = version
        self.removedAt = removedAt
    }

    /// The head of a row that is new at `now`.
    package init(newIn agency: AgencyID, at now: Instant) {
        self.init(uuid: UUID(version7At: now), agencyID: agency)
    }
}

/// A row of a register.
package protocol RegisterRow: Recorded, Hashable {
    static var register: Register<Self> { get }
    var head: RowHead { get set }
    /// What people call the row, as in sentences of the history.
    var name: String { get }
}

extension RegisterRow {
    package static var kind: RecordKind { register.kind }
    package static var table: SQLName { register.table }
    package var recordID: UUID { head.uuid }
    package var agencyID: AgencyID { head.agencyID }
    package var version: Int { head.version }
    package var cells: [Cell] {
        let names = Self.register.columns.all.map(\.name) + [.removedAt]
        return zip(names, values).map { Cell($0, stored: $1) }
    }

    package var values: [StoredValue] {
        Self.register.columns.all.map { $0.value(self) } + [head.removedAt.stored]
    }
}

extension SQLName {
    /// A name is checked where it is written, and cells are made by the thousand.
    fileprivate static let removedAt: SQLName = "removedAt"
}
