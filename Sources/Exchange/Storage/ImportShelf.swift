import Access
import Foundation
import Kernel
import Registers
import Sheets
import Storage

/// Where uploads of one register lie until they are imported or a day old. Each is its uploader's
/// alone.
struct ImportShelf<Row: Sendable>: Sendable {
    let exchange: Exchange<Row>
    let door: Door

    /// Keeps a file, and clears out what is old.
    func keep(_ file: [UInt8], named name: String, by caller: Caller) async throws -> UUID {
        guard let person = caller.person else { throw ExchangeRefusal.unknownImport }
        return try await door.keep(needs: exchange.edit, by: caller) { view in
            let uuid = UUID(version7At: view.now)
            try view.session.execute(
                """
                INSERT INTO importFile (
                  id, agencyID, personID, register, name, uploadedAt, content, state)
                VALUES (
                  \(uuid), \(caller.agency), \(person), \(exchange.path), \(name), \(view.now),
                  \(file), \(ImportFile.State.open))
                """)
            let yesterday = view.now.adding(hours: -24)
            try view.session.execute(
                "UPDATE importFile SET content = NULL WHERE uploadedAt < \(yesterday)")
            try view.session.execute(
                "DELETE FROM importFile WHERE uploadedAt < \(view.now.adding(hours: -24 * 30))")
            return uuid
        }
    }

    /// - Throws: `ExchangeRefusal.unknownImport` for anybody else's.
    func find(_ uuid: UUID, by caller: Caller) async throws -> ImportFile {
        try await door.read(by: caller) { view in
            let found: ImportFile? = try view.first(
                """
                SELECT \(ImportFile.columns) FROM importFile
                WHERE id = \(uuid) AND \(own(caller))
                """)
            guard let found else { throw ExchangeRefusal.unknownImport }
            return found
        }
    }

    /// The caller's files of the last seven days, the newest first.
    func recent(by caller: Caller) async throws -> [ImportFile] {
        try await door.read(by: caller) { view in
            let since = view.now.adding(hours: -24 * Undoing.days)
            return try view.all(
                """
                SELECT \(ImportFile.columns) FROM importFile
                WHERE uploadedAt > \(since) AND \(own(caller))
                ORDER BY uploadedAt DESC, id DESC LIMIT 20
                """)
        }
    }

    /// The file's bytes.
    ///
    /// - Throws: `ExchangeRefusal.gone` when it was cleared out.
    func content(of uuid: UUID, by caller: Caller) async throws -> [UInt8] {
        try await bytes("content", of: uuid, by: caller)
    }

    /// The sheet of the rows that were refused.
    func rest(of uuid: UUID, by caller: Caller) async throws -> [UInt8] {
        try await bytes("rest", of: uuid, by: caller)
    }

    private func bytes(
        _ column: SQLName, of uuid: UUID, by caller: Caller
    ) async throws -> [UInt8] {
        try await door.read(by: caller) { view in
            let found: [UInt8]?? = try view.value(
                "SELECT \(column) FROM importFile WHERE id = \(uuid) AND \(own(caller))")
            guard let found else { throw ExchangeRefusal.unknownImport }
            guard let bytes = found else { throw ExchangeRefusal.gone }
            return bytes
        }
    }

    /// Keeps what was chosen for the file, and remembers the columns for the agency's next one.
    func choose(
        _ choices: ImportChoices, for uuid: UUID, _ headings: [TableHeader.Column],
        by caller: Caller
    ) async throws {
        let text = String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
        try await door.keep(needs: exchange.edit, by: caller) { view in
            let count = try view.session.execute(
                """
                UPDATE importFile SET choices = \(text)
                WHERE id = \(uuid) AND state IN ('open', 'failed') AND \(own(caller))
                """)
            guard count == 1 else { throw ExchangeRefusal.isDone }
            for (heading, field) in choices.matching.remembered(headings) {
                try view.session.execute(
                    """
                    INSERT INTO importMatching (agencyID, register, heading, field)
                    VALUES (\(caller.agency), \(exchange.path), \(heading), \(field))
                    ON CONFLICT (agencyID, register, heading)
                    DO UPDATE SET field = excluded.field
                    """)
            }
        }
    }

    /// The fields that the agency chose before, by the headings.
    func chosen(by caller: Caller) async throws -> [String: String] {
        try await door.read(by: caller) { view in
            let pairs: [(String, String)] = try view.all(
                """
                SELECT heading, field FROM importMatching
                WHERE agencyID = \(caller.agency) AND register = \(exchange.path)
                """
            ) { (try $0.next(), try $0.next()) }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Puts a file in the queue.
    ///
    /// - Throws: `ExchangeRefusal.isDone` for one that was imported.
    func start(_ uuid: UUID, by caller: Caller) async throws {
        try await door.keep(needs: exchange.edit, by: caller) { view in
            let count = try view.session.execute(
                """
                UPDATE importFile SET state = 'waiting', problem = NULL
                WHERE id = \(uuid) AND state <> 'done' AND choices IS NOT NULL AND \(own(caller))
                """)
            guard count == 1 else { throw ExchangeRefusal.isDone }
        }
    }

    /// Notes why a file could not be imported; one that was imported meanwhile stays so.
    func fail(_ uuid: UUID, _ problem: Term, by caller: Caller) async throws {
        _ = try await door.keep(needs: exchange.edit, by: caller) { view in
            try view.session.execute(
                """
                UPDATE importFile SET state = 'failed', problem = \(problem.zh)
                WHERE id = \(uuid) AND state <> 'done' AND \(own(caller))
                """)
        }
    }

    /// Notes what became of a file, in the transaction that imports it.
    ///
    /// - Throws: `ExchangeRefusal.isDone` when it was imported meanwhile.
    func finish(
        _ uuid: UUID, _ plan: ImportPlan<Row>, rest: [UInt8]?, _ view: View
    ) throws {
        let record = plan.firstRecord(exchange)
        let count = try view.session.execute(
            """
            UPDATE importFile SET state = 'done', content = NULL,
              created = \(plan.created), updated = \(plan.updated.count),
              unchanged = \(plan.unchanged), refused = \(plan.refused.count), rest = \(rest),
              firstRecord = \(record)
            WHERE id = \(uuid) AND state = 'waiting'
            """)
        guard count == 1 else { throw ExchangeRefusal.isDone }
    }

    private func own(_ caller: Caller) -> SQL {
        """
        agencyID = \(caller.agency) AND personID = \(caller.person?.uuid)
          AND register = \(exchange.path)
        """
    }
}
