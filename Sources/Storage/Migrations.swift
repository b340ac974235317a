import Kernel

/// Brings the tables of a database to this release, one recorded step after the other.
///
/// Steps run in the order of their names, each in its own transaction together with its record. A
/// step that fails leaves the state before it, and the program does not start.
package enum Migrations {
    /// Applies what is still missing.
    ///
    /// - Throws: `StorageRefusal.newerData` or `.editedMigration`, before anything is changed.
    package static func apply(_ migrations: [Migration], to database: any Database) async throws {
        let pending = try await missing(migrations, in: database)
        guard let first = pending.first else { return }
        try await database.keepCopy(before: first.name) { session in
            try session.appliedMigrations()[first.name] == nil
        }
        let hasText = pending.contains { $0.name == Migration.idsAsBytes.name }
        for migration in pending {
            guard migration.name == Migration.idsAsBytes.name else {
                let idsAreText = hasText && migration.isOfIDsAsText
                try await database.write { session in
                    try session.apply(migration) {
                        try session.script(migration.text, idsAreText: idsAreText)
                    }
                }
                continue
            }
            let ids = migrations.columnsOfIDs
            try await database.rebuild { session in
                try session.apply(migration) { try session.keepAsBytes(ids) }
            }
        }
    }

    /// The migrations that the database does not have yet, in their order.
    ///
    /// - Throws: `StorageRefusal` where the data do not belong to this release.
    package static func missing(
        _ migrations: [Migration], in database: any Database
    ) async throws -> [Migration] {
        let applied = try await database.read { session in try session.appliedMigrations() }
        let migrations = migrations.inOrder
        let known = Dictionary(grouping: migrations, by: \.name)
        let unknown = applied.keys.filter { known[$0] == nil }
        guard unknown.isEmpty else { throw StorageRefusal.newerData(migrations: unknown.sorted()) }
        for migration in migrations {
            guard let digest = applied[migration.name] else { continue }
            guard digest == migration.digest else {
                throw StorageRefusal.editedMigration(migration.name)
            }
        }
        return migrations.filter { applied[$0.name] == nil }
    }
}

extension Migration {
    var digest: Digest { Digest(of: text.utf8) }
}

extension Session {
    /// The names and digests of what has been applied; none in an empty database.
    fileprivate func appliedMigrations() throws -> [String: Digest] {
        guard try value(dialect.holdsTable("migration"), as: Bool.self) == true else { return [:] }
        let rows = try all("SELECT name, digest FROM migration") { row in
            (try row.next(String.self), try row.next(Digest.self))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// One step and its record. Another process may have taken the same step meanwhile.
    fileprivate func apply(_ migration: Migration, _ step: () throws -> Void) throws {
        if let unlimited = dialect.unlimitedTime { try script(unlimited) }
        try script(
            """
            CREATE TABLE IF NOT EXISTS migration (
              name TEXT NOT NULL PRIMARY KEY,
              digest BYTEA NOT NULL
            );
            """)
        let digest: Digest? = try value(
            "SELECT digest FROM migration WHERE name = \(migration.name)")
        if let digest {
            guard digest == migration.digest else {
                throw StorageRefusal.editedMigration(migration.name)
            }
            return
        }
        try step()
        try execute(
            "INSERT INTO migration (name, digest) VALUES (\(migration.name), \(migration.digest))")
    }
}
