import Access
import Exchange
import Foundation
import Kernel
import Ledger
import Statute
import Storage

/// How the service is, as far as it knows itself. It holds no data of any agency.
struct ServiceStatus: Sendable {
    let engine: Dialect
    let engineVersion: String
    let lastMigration: String?
    /// How many entries the log has, its root, and when the last was made.
    let entries: Int
    let root: String
    let lastEntryAt: Instant?
    let signIns: SignInTrouble
    /// How many spreadsheets wait here to be imported.
    let waitingImports: Int
    /// The day as of which the duties were last counted.
    let judgedOn: Day?
    /// Copies of the data that were made before a change of the tables; `nil` where none is made.
    let copies: [Copy]?

    struct Copy: Sendable {
        let name: String
        let at: Instant
        let bytes: Int
    }

    static func read(
        _ door: Door, imports: ImportQueue, by caller: Caller
    ) async throws -> ServiceStatus {
        let copies = try Self.copies(beside: door.fileFolder)
        let waiting = imports.count
        return try await door.read(by: caller) { view in
            let head = try History.checkpoint(origin: "", in: view.session)
            return ServiceStatus(
                engine: view.session.dialect, engineVersion: try view.session.engineVersion(),
                lastMigration: try view.session.lastMigration(), entries: head.size,
                root: head.root.description,
                lastEntryAt: try view.value(
                    """
                    SELECT entry.madeAt FROM leaf JOIN entry ON entry.id = leaf.entryID
                    ORDER BY leaf.position DESC LIMIT 1
                    """),
                signIns: try SignInTrouble.read(view), waitingImports: waiting,
                judgedOn: try view.value(
                    "SELECT judgedOn FROM standingYear ORDER BY judgedOn DESC LIMIT 1"),
                copies: copies)
        }
    }

    /// The copies lie beside the data, the newest first.
    private static func copies(beside folder: String?) throws -> [Copy]? {
        guard let folder else { return nil }
        let place = (folder as NSString).deletingLastPathComponent
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: place)) ?? []
        return try names.filter { $0.contains(".before-") && !$0.hasSuffix(".partial") }
            .map { name in
                let facts = try files.attributesOfItem(atPath: "\(place)/\(name)")
                let date = facts[.modificationDate] as? Date ?? .distantPast
                return Copy(
                    name: name,
                    at: Instant(microseconds: Int64(date.timeIntervalSince1970) * 1_000_000),
                    bytes: facts[.size] as? Int ?? 0)
            }.sorted { $0.at > $1.at }
    }
}
