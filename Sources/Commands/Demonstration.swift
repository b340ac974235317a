import Foundation
import ModelCity
import Web

/// The mark that a data directory holds an invented city, with the accounts that a click opens.
///
/// Only `demo` writes it, into a directory that it has filled itself.
struct Demonstration {
    private let file: URL

    init(in directory: URL) {
        file = directory.appending(path: "demonstration.json")
    }

    /// None for a real city.
    var visitors: [DemonstrationVisitor] {
        get throws {
            guard FileManager.default.fileExists(atPath: file.path) else { return [] }
            let accounts = try JSONDecoder().decode(
                [ModelAccount].self, from: Data(contentsOf: file))
            return accounts.map(\.visitor)
        }
    }

    func write(_ accounts: [ModelAccount]) throws {
        try Self.encoded(accounts).write(to: file, options: .atomic)
    }

    static func encoded(_ accounts: [ModelAccount]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(accounts)
    }
}
