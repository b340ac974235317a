import ArgumentParser
import Foundation
import PostgreSQLEngine
import SQLiteEngine
import Statute
import Storage

/// Where the programme's data is: a directory of this machine, or a PostgreSQL cluster.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The directory of the data; one SQLite file unless --database is given.")
    var data = ".data"

    @Option(help: "A PostgreSQL address, postgres://…; several hosts may be named.")
    var database: String?

    /// The database, opened for writing unless `readingOnly`.
    ///
    /// - Throws: `StorageRefusal` when another process writes, or when there is no data yet.
    func open(readingOnly: Bool = false) throws -> any Database {
        if let database { return try PostgreSQLDatabase(url: database) }
        return readingOnly
            ? try SQLiteDatabase(readingOnly: file.path) : try SQLiteDatabase(path: file.path)
    }

    /// The same, with the directory made where it does not exist yet.
    func create() throws -> any Database {
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        return try open()
    }

    /// The law, with the city's own files in the folder `law` of the data laid over it.
    func law() throws -> LawShelf {
        let law = try Law.bundled()
        let own = directory.appending(path: "law", directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: own.path) else { return LawShelf(law) }
        return LawShelf(try law.overlaid(withFilesIn: own))
    }

    var directory: URL { URL(fileURLWithPath: data, isDirectory: true) }
    private var file: URL { directory.appending(path: "chengdun.db") }
}
