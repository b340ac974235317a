import Foundation
import Storage

/// The engines that a test runs on: SQLite always, PostgreSQL where a server is at hand.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite
    case postgreSQL

    /// `CHENGDUN_TEST_POSTGRES` holds the address of a server for tests: `scripts/with-postgres`.
    package static var allCases: [TestEngine] {
        PostgreSQLServer.address == nil ? [.sqlite] : [.sqlite, .postgreSQL]
    }

    /// An empty database with the tables of `migrations`, for one test alone. It is gone when the
    /// test holds it no longer.
    package func fresh(_ migrations: [Migration] = []) async throws -> any Database {
        try await place(migrations).open()
    }

    /// The same as an address that can be opened more than once.
    package func place(_ migrations: [Migration] = []) async throws -> TestPlace {
        try await TestPlaces.shared.place(on: self, with: migrations)
    }
}
