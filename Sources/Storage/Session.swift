/// A conversation with a database inside one transaction. It lives as long as its closure.
package protocol Session {
    var dialect: Dialect { get }

    /// Runs `sql` and makes a value of each row.
    func all<Row>(_ sql: SQL, _ make: (inout RowReader) throws -> Row) throws -> [Row]

    /// Runs a statement and says how many rows it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Adds `rows`, whose values stand in the order of `columns`, as fast as the database can.
    func insert(_ rows: PackedRows, into table: SQLName, columns: [SQLName]) throws

    /// Runs several statements without values, as migrations have them.
    ///
    /// - Parameter idsAreText: as in `Dialect.translated`.
    func script(_ text: String, idsAreText: Bool) throws

    /// Makes the tables anew whose ids are kept as text, in a `rebuild`; of ids that are bytes already
    /// nothing is changed. PostgreSQL has a type of its own for ids.
    func keepAsBytes(_ ids: [ColumnsOfIDs]) throws
}

extension Session {
    package func script(_ text: String) throws { try script(text, idsAreText: false) }

    package func all<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) throws -> [Row] {
        try all(sql) { try Row(&$0) }
    }

    package func first<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) throws -> Row? {
        try all(sql) { try Row(&$0) }.first
    }

    /// The one value of the first row; `nil` without a row.
    package func value<Value: Storable>(_ sql: SQL, as type: Value.Type = Value.self) throws
        -> Value?
    {
        try all(sql) { try $0.next() as Value }.first
    }

    /// The values of a query with one column.
    package func values<Value: Storable>(_ sql: SQL, as type: Value.Type = Value.self) throws
        -> [Value]
    {
        try all(sql) { try $0.next() as Value }
    }
}

/// A row as a question reads it: the columns in the order of its SELECT.
package protocol RowDecodable: Sendable {
    init(_ row: inout RowReader) throws
}

/// Reads the columns of one row from left to right.
@usableFromInline package struct RowReader {
    @usableFromInline let source: any ColumnSource
    @usableFromInline var index = 0

    package init(_ source: any ColumnSource) {
        self.source = source
    }

    // Inlinable, so that each column is read by what reads its type.
    @inlinable @inline(__always)
    package mutating func next<Value: Storable>(_ type: Value.Type = Value.self) throws -> Value {
        let place = index
        index += 1
        return try Value.read(source, place)
    }

    /// Passes over the next `count` columns, which are read where they stand: the first at `place`.
    package mutating func pass(_ count: Int) -> (source: any ColumnSource, place: Int) {
        defer { index += count }
        return (source, index)
    }
}

/// Which words the database understands where the two differ.
package enum Dialect: Sendable {
    case sqlite
    case postgreSQL
}
