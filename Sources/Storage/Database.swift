/// A database of the programme: one SQLite file, or a PostgreSQL cluster.
///
/// Bodies are synchronous and wait for nothing but the database. They may run again when the
/// connection fails before the commit, so they have no effect outside it.
package protocol Database: Sendable {
    /// Runs `body` on one unchanging state of the data; it cannot write.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T

    /// Runs `body` as the only writer and commits durably; nothing is kept when it throws.
    @discardableResult func write<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T

    /// The same for a change that makes tables anew: references are looked at when it is over, all
    /// together, where the database would otherwise follow each of them.
    func rebuild(_ body: @escaping @Sendable (any Session) throws -> Void) async throws

    /// Keeps a copy of the data as they are before `change`, where a file can be copied. The copy
    /// is made only if `isDue` holds of the state that is copied: whoever else starts at the same
    /// time may have made the change, and the kept copy, already.
    func keepCopy(
        before change: String, while isDue: @escaping @Sendable (any Session) throws -> Bool
    ) async throws

    /// How many changes have been committed since the data were opened, each counted before anybody
    /// is told of it; `nil` where others may write as well.
    var commits: Int? { get }

    /// The folder beside the data where large files are kept; `nil` where they are kept in it.
    var fileFolder: String? { get }

    /// Ends all connections after the work under way.
    func close() async throws
}

/// What goes wrong between the program and its database. Always a fault, never the person's.
@usableFromInline package enum StorageFault: Error, Equatable {
    case column(Int, expected: String)
    /// A rule of the database, such as a foreign key, refused the change.
    case constraint(String)
    /// The statement is wrong or was refused; the text is the engine's own.
    case statement(String)
    case connection(String)
    /// The statement or the wait for the writer took longer than its limit.
    case timeout(String)
}
