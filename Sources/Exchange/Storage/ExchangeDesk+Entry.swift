import Access
import Foundation
import Kernel
import Ledger

extension ExchangeDesk {
    /// The import that last wrote a record, while it can be taken back as a whole.
    func entry(writing record: UUID?, by caller: Caller) async throws -> EntryID? {
        guard exchange.store.undo != nil, let record else { return nil }
        let verb = exchange.importing.name
        return try await door.read(by: caller) { view in
            try History.entry(
                by: verb, writing: RecordID(kind: exchange.kind, uuid: record), in: view.session)
        }
    }
}

extension ImportPlan {
    /// A record that the import writes, by which its entry in the ledger is found.
    func firstRecord(_ exchange: Exchange<Row>) -> UUID? {
        let first = firstCreated ?? updated.first?.new
        return first.map { exchange.store.head($0).uuid }
    }
}
