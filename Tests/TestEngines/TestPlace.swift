import Foundation
import Kernel
import PostgreSQLEngine
import SQLiteEngine
import Storage

/// Where the database of one test is kept.
package enum TestPlace: Sendable {
    case file(ScratchFolder)
    case server(PostgreSQLServer.Name)

    package func open() throws -> any Database { ScratchDatabase(try openEngine(), at: self) }

    /// What `--database` or `--data` would name.
    package var address: String {
        switch self {
        case .file(let folder): folder.path("chengdun.db")
        case .server(let name): name.address
        }
    }

    private func openEngine() throws -> any Database {
        switch self {
        case .file: try SQLiteDatabase(path: address)
        case .server: try PostgreSQLDatabase(url: address, limits: .ofTest)
        }
    }
}

/// Makes the tables of the same migrations once for each engine, and copies them for each test.
actor TestPlaces {
    static let shared = TestPlaces()

    private var templates: [String: Task<TestPlace, any Error>] = [:]

    func place(on engine: TestEngine, with migrations: [Migration]) async throws -> TestPlace {
        let template = try await template(on: engine, with: migrations)
        if engine == .postgreSQL { try await waitForRoom() }
        switch template {
        case .file(let original):
            let folder = try ScratchFolder()
            try FileManager.default.copyItem(
                atPath: original.path("chengdun.db"), toPath: folder.path("chengdun.db"))
            return .file(folder)
        case .server(let original):
            return .server(try PostgreSQLServer.database(copying: original))
        }
    }

    /// Waits while so many tests have a database that the server would run out of connections. A
    /// test that wants a second one gets it a little later.
    private func waitForRoom() async throws {
        for _ in 0..<200 where PostgreSQLServer.hasManyDatabases {
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    private func template(
        on engine: TestEngine, with migrations: [Migration]
    ) async throws -> TestPlace {
        let texts = migrations.map { "\($0.name)\n\($0.text)" }
        let key = engine.rawValue + Digest(of: texts.joined(separator: "\n").utf8).description
        let making =
            templates[key]
            ?? Task {
                let place: TestPlace =
                    switch engine {
                    case .sqlite: .file(try ScratchFolder())
                    case .postgreSQL: .server(try PostgreSQLServer.database(copying: nil))
                    }
                let database = try place.open()
                try await Migrations.apply(migrations, to: database)
                try await database.close()
                return place
            }
        templates[key] = making
        return try await making.value
    }
}

extension PostgreSQLLimits {
    fileprivate static var ofTest: PostgreSQLLimits {
        var limits = PostgreSQLLimits()
        limits.readers = 2
        return limits
    }
}

/// A database that keeps its place alive, and so is removed with its last user.
private final class ScratchDatabase: Database {
    private let database: any Database
    private let place: TestPlace

    init(_ database: any Database, at place: TestPlace) {
        self.database = database
        self.place = place
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await database.read(body)
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await database.write(body)
    }

    func rebuild(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        try await database.rebuild(body)
    }

    func keepCopy(
        before change: String, while isDue: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {
        try await database.keepCopy(before: change, while: isDue)
    }

    var commits: Int? { database.commits }

    var fileFolder: String? { database.fileFolder }

    func close() async throws { try await database.close() }
}
