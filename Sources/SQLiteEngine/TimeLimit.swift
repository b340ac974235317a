import CSQLite
import Foundation

/// How long one statement may take. A file has no server that would end it.
final class TimeLimit {
    private let nanoseconds: UInt64
    private var end = UInt64.max

    init(seconds: Double) {
        nanoseconds = UInt64(seconds * 1e9)
    }

    /// Runs `work`, whose statement on `connection` is interrupted when its time is over.
    func watch<Result>(
        _ connection: OpaquePointer?, _ work: () throws -> Result
    ) rethrows -> Result {
        beginAnew()
        let context = Unmanaged.passUnretained(self).toOpaque()
        // Every so many steps of SQLite's machine, which is some milliseconds.
        sqlite3_progress_handler(
            connection, 100_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<TimeLimit>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
            }, context)
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try work()
    }

    /// Gives the whole time again, as to the next of many runs of one statement.
    func beginAnew() {
        end = DispatchTime.now().uptimeNanoseconds + nanoseconds
    }

    private var isOver: Bool { DispatchTime.now().uptimeNanoseconds > end }
}
