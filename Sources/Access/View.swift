import Kernel
import Storage

/// A look at the programme: one unchanging state, seen by one caller.
package struct View {
    package let caller: Caller
    package let now: Instant
    package let session: any Session
    /// The count of commits that the state has at least (`Recollection`); `nil` in a change.
    package let commits: Int?

    package init(caller: Caller, now: Instant, session: any Session, commits: Int? = nil) {
        self.caller = caller
        self.now = now
        self.session = session
        self.commits = commits
    }

    package func reach(_ supervision: Supervision) -> Reach { caller.reach(supervision) }

    package func all<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) throws -> [Row] {
        try session.all(sql, as: type)
    }

    package func all<Row>(
        _ sql: SQL, _ make: (inout RowReader) throws -> Row
    ) throws -> [Row] {
        try session.all(sql, make)
    }

    package func first<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) throws -> Row? {
        try session.first(sql, as: type)
    }

    package func value<Value: Storable>(
        _ sql: SQL, as type: Value.Type = Value.self
    ) throws -> Value? {
        try session.value(sql, as: type)
    }

    package func values<Value: Storable>(
        _ sql: SQL, as type: Value.Type = Value.self
    ) throws -> [Value] {
        try session.values(sql, as: type)
    }
}
