import Access
import Foundation
import Kernel
import Ledger

extension ExchangeDesk {
    /// The import that last wrote a record, while it can be taken back as a whole.
    func entry(writing record: UUID?, by caller: Caller) async throws -> EntryID? {
        guard exchange.store.undo != nil else { return nil }
        return try await door.entry(
            of: exchange.importing,
            writing: record.map { RecordID(kind: exchange.kind, uuid: $0) }, by: caller)
    }
}

extension ImportPlan {
    /// A record that the import writes, by which its entry in the ledger is found.
    func firstRecord(_ exchange: Exchange<Row>) -> UUID? {
        let first = firstCreated.first ?? updated.first?.new
        return first.map { exchange.store.head($0).uuid }
    }
}
