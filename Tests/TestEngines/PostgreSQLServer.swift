import CPQ
import Foundation
import Storage
import Synchronization

/// The server for tests, on which each test has a database of its own.
package enum PostgreSQLServer {
    static let address = ProcessInfo.processInfo.environment["CHENGDUN_TEST_POSTGRES"]

    /// The name of a database; it is dropped some time after nobody holds it any more.
    package final class Name: Sendable {
        let text: String

        init() {
            PostgreSQLServer.living.withLock { $0 += 1 }
            text = "test" + UUID().uuidString.replacing("-", with: "").lowercased()
        }

        deinit {
            let abandoned = text
            PostgreSQLServer.abandoned.withLock { $0.append(abandoned) }
            PostgreSQLServer.living.withLock { $0 -= 1 }
        }

        /// The server's address with this name in the place of its database.
        package var address: String {
            (PostgreSQLServer.address ?? "").replacing(/^(\w+:\/\/[^\/]*\/)[^?]*/) { match in
                match.1 + text
            }
        }
    }

    static func database(copying template: Name?) throws -> Name {
        let name = Name()
        try run(
            abandoned.withLock { names in
                defer { names = [] }
                return names.map { "DROP DATABASE IF EXISTS \($0) WITH (FORCE)" }
            } + ["CREATE DATABASE \(name.text) TEMPLATE \(template?.text ?? "template0")"])
        return name
    }

    static var hasManyDatabases: Bool { living.withLock { $0 > 60 } }

    private static let living = Mutex(0)
    private static let abandoned = Mutex<[String]>([])

    /// Runs commands that no transaction may hold.
    package static func run(_ commands: [String]) throws {
        let connection = PQconnectdb(address ?? "")
        defer { PQfinish(connection) }
        for command in commands {
            let answer = PQexec(connection, command)
            defer { PQclear(answer) }
            let status = PQresultStatus(answer)
            guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
                throw StorageFault.statement(String(cString: PQerrorMessage(connection)))
            }
        }
    }
}
