import Foundation
import SQLiteEngine
import Storage

/// The engines that a test runs on: SQLite always, PostgreSQL where a server is at hand.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite
    case postgreSQL

    /// `CHENGDUN_TEST_POSTGRES` holds the address of a server whose databases may be made anew.
    package static var allCases: [TestEngine] {
        serverAddress == nil ? [.sqlite] : [.sqlite, .postgreSQL]
    }

    static var serverAddress: String? {
        ProcessInfo.processInfo.environment["CHENGDUN_TEST_POSTGRES"]
    }

    /// An empty database with the tables of `migrations`, for one test alone.
    package func fresh(_ migrations: [Migration] = []) async throws -> any Database {
        let database: any Database =
            switch self {
            case .sqlite: try SQLiteDatabase(path: ScratchFolder().path("chengdun.db"))
            case .postgreSQL: throw StorageFault.connection("not built yet")
            }
        try await Migrations.apply(migrations, to: database)
        return database
    }
}
