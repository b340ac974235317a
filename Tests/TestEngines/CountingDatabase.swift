import Storage
import Synchronization

/// A database that notes the statements it is asked, so that a test can say how many a page costs.
package final class CountingDatabase: Database {
    private let database: any Database
    private let noted = Mutex<[String]>([])

    package init(_ database: any Database) {
        self.database = database
    }

    /// The texts of what `work` has asked, in order.
    package func statements(
        during work: () async throws -> Void
    ) async throws -> [String] {
        noted.withLock { $0 = [] }
        try await work()
        return noted.withLock { $0 }
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await database.read { try body(CountingSession(session: $0, database: self)) }
    }

    @discardableResult package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await database.write { try body(CountingSession(session: $0, database: self)) }
    }

    package func rebuild(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        try await database.rebuild { try body(CountingSession(session: $0, database: self)) }
    }

    package func keepCopy(
        before change: String, while isDue: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {
        try await database.keepCopy(before: change, while: isDue)
    }

    package var commits: Int? { database.commits }

    package var fileFolder: String? { database.fileFolder }

    package func close() async throws { try await database.close() }

    fileprivate func note(_ text: String) { noted.withLock { $0.append(text) } }
}

private struct CountingSession: Session {
    let session: any Session
    let database: CountingDatabase

    var dialect: Dialect { session.dialect }

    func all<Row>(_ sql: SQL, _ make: (inout RowReader) throws -> Row) throws -> [Row] {
        database.note(sql.rendered(for: dialect).text)
        return try session.all(sql, make)
    }

    func execute(_ sql: SQL) throws -> Int {
        database.note(sql.rendered(for: dialect).text)
        return try session.execute(sql)
    }

    func insert(_ rows: PackedRows, into table: SQLName, columns: [SQLName]) throws {
        database.note("INSERT INTO \(table.text)")
        try session.insert(rows, into: table, columns: columns)
    }

    func script(_ text: String, idsAreText: Bool) throws {
        database.note(text)
        try session.script(text, idsAreText: idsAreText)
    }

    func keepAsBytes(_ ids: [ColumnsOfIDs]) throws { try session.keepAsBytes(ids) }
}
