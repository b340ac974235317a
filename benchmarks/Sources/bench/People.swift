import Foundation
import GRDB

/// Whose pages are measured: of one school, of the bureau over the most agencies, of the city.
struct People {
    let ofOne: String
    /// Of another school: who adds rows, so that the list of the first stays as long as it was.
    let adding: String
    let ofMany: String
    let ofCity: String
    /// How many agencies the bureau is over, itself counted.
    let many: Int

    init(table: BigTable) throws {
        let accounts = try JSONDecoder().decode(
            [Account].self,
            from: Data(contentsOf: URL(fileURLWithPath: "\(table.folder)/demonstration.json")))
        func first(_ role: String) throws -> Account {
            guard let account = accounts.first(where: { $0.roleInEnglish == role }) else {
                throw BenchFault.unexpected("no account: \(role)")
            }
            return account
        }
        ofOne = try first("Officer").account
        guard let other = accounts.first(where: { $0.roleInEnglish.hasSuffix(", Officer") }) else {
            throw BenchFault.unexpected("no officer of another school")
        }
        adding = other.account
        let bureau = try first("Security officer")
        ofMany = bureau.account
        ofCity = try first("City").account
        let queue = try DatabaseQueue(path: table.file, configuration: RawSQLite.readOnly)
        many =
            try queue.read { database in
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM agency JOIN agency AS bureau
                          ON substr(agency.path, 1, length(bureau.path)) = bureau.path
                        WHERE bureau.name = ?
                        """, arguments: [bureau.agency])
            } ?? 0
    }

    private struct Account: Decodable {
        let account: String
        let roleInEnglish: String
        let agency: String
    }
}
