import Storage

/// The programme's data in a PostgreSQL cluster, for a city that has outgrown one machine.
///
/// Several processes may serve the same data. Changes are written one at a time by the whole
/// cluster: the writer's lock is taken before the transaction begins, so that it sees everything
/// that was kept before it.
package final class PostgreSQLDatabase: Database {
    private let readers: ConnectionPool
    /// One thread: the writers of this process wait here and leave the readers alone.
    private let writer: ConnectionPool
    private let changes = ChangeQueue()

    /// Connects to `url`, as in `postgres://name@first,second/chengdun`. Of several hosts the one
    /// that takes writes is used, also after it has changed.
    ///
    /// - Throws: `StorageRefusal.unsuitable` or `.notDurable` for a server that will not do.
    package init(url: String, limits: PostgreSQLLimits = PostgreSQLLimits()) throws {
        let connect: @Sendable () throws -> PostgreSQLConnection = {
            let connection = try PostgreSQLConnection(url)
            try connection.beSuitable()
            try connection.command(limits.settings)
            return connection
        }
        _ = try connect()
        readers = ConnectionPool(size: limits.readers, connect: connect)
        writer = ConnectionPool(size: 1, connect: connect)
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await readers.run { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
                let session = PostgreSQLSession(connection)
                let result = try body(session)
                try session.checkUnbroken()
                return result
            }
        }
    }

    @discardableResult package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await changes.result(of: body) {
            writer.wake { [changes, writer] isOpen in
                let batch = changes.take()
                guard !batch.isEmpty else { return }
                batch.finish(
                    Result {
                        guard isOpen else { throw StorageFault.connection("closed") }
                        try writer.lend { connection in try connection.commit(batch) }
                    })
            }
        }
    }

    /// References are looked at row by row here too, which costs a server little.
    package func rebuild(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        try await write(body)
    }

    package var commits: Int? { nil }

    package var fileFolder: String? { nil }

    /// Copies of a cluster are the operator's, by the server's own means.
    package func keepCopy(
        before change: String, while isDue: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {}

    package func close() async throws {
        try await writer.close()
        try await readers.close()
    }
}

/// How long the server may take, and how many conversations there may be at once.
package struct PostgreSQLLimits: Sendable {
    package var statementMilliseconds = 30_000
    package var lockMilliseconds = 10_000
    package var readers = 8

    package init() {}

    fileprivate var settings: String {
        """
        SET statement_timeout = \(statementMilliseconds);
        SET lock_timeout = \(lockMilliseconds);
        SET idle_in_transaction_session_timeout = \(2 * statementMilliseconds);
        """
    }
}
