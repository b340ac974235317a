import CPQ
import Kernel
import Storage

/// One transaction on one connection to the server.
///
/// The first fault ends it: what follows throws the same fault, and nothing is kept.
final class PostgreSQLSession: Session {
    private let connection: PostgreSQLConnection
    private(set) var failure: StorageFault?

    init(_ connection: PostgreSQLConnection) {
        self.connection = connection
    }

    var dialect: Dialect { .postgreSQL }

    func all<Row>(_ sql: SQL, _ make: (inout RowReader) throws -> Row) throws -> [Row] {
        try guarded {
            try connection.run(sql) { answer in
                try (0..<PQntuples(answer)).map { row in
                    var reader = RowReader(PostgreSQLRow(answer: answer, row: row))
                    return try make(&reader)
                }
            }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try guarded {
            try connection.run(sql) { Int(String(cString: PQcmdTuples($0))) ?? 0 }
        }
    }

    /// Few statements with many rows each, for each statement is a journey.
    func insert(_ rows: PackedRows, into table: SQLName, columns: [SQLName]) throws {
        try guarded { try rows.checkStorable() }
        let names = SQL(joining: columns.map { "\($0)" }, with: ", ")
        let width = max(columns.count, 1)
        let starts = Array(stride(from: 0, to: rows.values.count, by: width))
        for some in starts.slices(of: max(1, Self.valuesPerStatement / width)) {
            let places = some.map { start in
                let values = (start..<start + width).map { "\(value: rows.value($0))" as SQL }
                return "(\(SQL(joining: values, with: ", ")))" as SQL
            }
            _ = try execute(
                "INSERT INTO \(table) (\(names)) VALUES \(SQL(joining: places, with: ", "))")
        }
    }

    /// The protocol numbers parameters with 16 bits; beyond some thousands nothing is gained.
    private static let valuesPerStatement = 8_000

    func script(_ text: String, idsAreText: Bool) throws {
        try guarded {
            try connection.command(dialect.translated(text, idsAreText: idsAreText))
            try connection.forgetStatements()
        }
    }

    func keepAsBytes(_ ids: [ColumnsOfIDs]) throws {}

    /// Throws the fault that has ended the transaction, if there was one.
    func checkUnbroken() throws {
        if let failure { throw failure }
    }

    private func guarded<Result>(_ work: () throws -> Result) throws -> Result {
        try checkUnbroken()
        do {
            return try work()
        } catch let fault as StorageFault {
            failure = fault
            throw fault
        }
    }
}
