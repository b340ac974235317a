import CPQ
import Storage

/// One connection to the server, used by one thread at a time.
final class PostgreSQLConnection {
    private let handle: OpaquePointer
    private var statements = PreparedStatements(limit: 256)

    /// Connects to the first server of the address that takes writes.
    init(_ address: String) throws {
        // What the address itself says comes last and counts.
        let settings = [
            ("application_name", "chengdun"), ("client_encoding", "UTF8"),
            ("connect_timeout", "5"), ("target_session_attrs", "read-write"),
            ("keepalives_idle", "30"), ("tcp_user_timeout", "20000"), ("dbname", address),
        ]
        let opened = withCStrings(settings.map(\.0)) { keywords in
            withCStrings(settings.map(\.1)) { PQconnectdbParams(keywords, $0, 1) }
        }
        guard let opened else { throw StorageFault.connection("out of memory") }
        guard PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw StorageFault.connection(String(cString: PQerrorMessage(opened)))
        }
        handle = opened
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
    }

    deinit {
        PQfinish(handle)
    }

    /// A connection that did not end its work in order, and is closed instead of used again.
    private(set) var isSpent = false

    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }

    /// Whether another transaction may begin here.
    var isIdle: Bool { !isSpent && !isLost && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs a command that ends some work. Where it fails, closing the connection does the same.
    func finish(_ text: String) {
        do {
            try command(text)
        } catch {
            isSpent = true
        }
    }

    /// Runs `sql` and lends its answer, which is gone when `read` returns.
    func run<Result>(
        _ sql: SQL, _ read: (OpaquePointer) throws -> Result
    ) throws -> Result {
        let (text, values) = sql.rendered(for: .postgreSQL)
        let parameters = try PostgreSQLParameters(values)
        // Lists of values make ever new texts, which are not worth preparing.
        let name = values.count <= Self.preparedValues ? try prepare(text) : nil
        let answer = parameters.withPointers { pointers, lengths, formats in
            name.map {
                PQexecPrepared(handle, $0, parameters.count, pointers, lengths, formats, 0)
            } ?? PQexecParams(handle, text, parameters.count, nil, pointers, lengths, formats, 0)
        }
        return try checked(answer, read)
    }

    /// Runs statements without values, and says which word the last of them answered with.
    @discardableResult func command(_ text: String) throws -> String {
        try checked(PQexec(handle, text)) { String(cString: PQcmdStatus($0)) }
    }

    /// Forgets prepared statements, whose plans may not fit tables that have changed.
    func forgetStatements() throws {
        statements = PreparedStatements(limit: 256)
        try command("DEALLOCATE ALL")
    }

    private static let preparedValues = 32

    private func prepare(_ text: String) throws -> String {
        if let name = statements.name(of: text) { return name }
        if let unused = statements.makeRoom() { try command("DEALLOCATE \(unused)") }
        let name = statements.nextName
        try checked(PQprepare(handle, name, text, 0, nil)) { _ in }
        statements.add(text)
        return name
    }

    private func checked<Result>(
        _ answer: OpaquePointer?, _ read: (OpaquePointer) throws -> Result
    ) throws -> Result {
        guard let answer else {
            throw StorageFault.connection(String(cString: PQerrorMessage(handle)))
        }
        defer { PQclear(answer) }
        switch PQresultStatus(answer) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return try read(answer)
        default: throw fault(of: answer)
        }
    }

    private func fault(of answer: OpaquePointer) -> StorageFault {
        let text = String(cString: PQresultErrorMessage(answer))
        let state = PQresultErrorField(answer, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
        return isLost ? .connection(text) : StorageFault(state: state ?? "", text: text)
    }
}

extension StorageFault {
    /// A fault by its SQLSTATE (PostgreSQL 15, appendix A).
    init(state: String, text: String) {
        self =
            switch (state.prefix(2), state) {
            case (_, "57014"), (_, "55P03"), ("40", _): .timeout(text)
            case ("08", _), ("53", _), ("57", _), ("58", _): .connection(text)
            case ("23", _): .constraint(text)
            default: .statement(text)
            }
    }
}

/// Lends an array of C strings that ends with NULL.
private func withCStrings<Result>(
    _ strings: [String], _ call: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
    var lent: [UnsafePointer<CChar>?] = []
    func lend(_ rest: ArraySlice<String>) -> Result {
        guard let first = rest.first else { return call(lent + [nil]) }
        return first.withCString { start in
            lent.append(start)
            return lend(rest.dropFirst())
        }
    }
    return lend(strings[...])
}
