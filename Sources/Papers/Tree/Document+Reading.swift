import Foundation
import Kernel

extension Document {
    /// Reads a tree from its canonical form, as it was stored.
    ///
    /// Standing, sign-off and digest block are not part of the tree; the paper comes back as a
    /// draft without them.
    ///
    /// - Throws: `DecodingError` for anything but a canonical tree.
    package init(canonical bytes: [UInt8]) throws {
        let tree = try JSONDecoder().decode(StoredDocument.self, from: Data(bytes))
        self.init(issuer: tree.issuer, title: tree.title)
        edition = tree.edition
        issued = tree.issued
        front = try tree.front.named("front")
        opening = tree.opening.map(\.block)
        chapters = try tree.chapters.map { try $0.clause }
        annexes = try tree.annexes.map { try $0.annex }
    }
}

private struct StoredDocument: Decodable {
    let annexes: [StoredAnnex]
    let chapters: [StoredClause]
    let edition: String?
    let front: String
    let issued: String?
    let issuer: String
    let opening: [StoredBlock]
    let title: String
}

private struct StoredAnnex: Decodable {
    let blocks: [StoredBlock]
    let id: String
    let page: String
    let title: String

    var annex: Annex {
        get throws {
            var annex = Annex(ClauseID(id), title: title, blocks: blocks.map(\.block))
            annex.page = try page.named("page")
            return annex
        }
    }
}

private struct StoredClause: Decodable {
    let blocks: [StoredBlock]
    let clauses: [StoredClause]
    let id: String
    let level: String
    let origin: String
    let requirements: [String]
    let text: [StoredInline]

    var clause: Clause {
        get throws {
            guard let level = ClauseLevel.allCases.first(where: { $0.name == level }) else {
                throw DecodingError.unknown(level, "level")
            }
            var clause = Clause(ClauseID(id), level, text.map(\.inline))
            clause.origin = try origin.named("origin")
            clause.requirements = try requirements.map { word in
                guard let row = RequirementNumber(word) else {
                    throw DecodingError.unknown(word, "requirement")
                }
                return row
            }
            clause.blocks = blocks.map(\.block)
            clause.clauses = try clauses.map { try $0.clause }
            return clause
        }
    }
}

private struct StoredBlock: Decodable {
    let block: Block

    private enum Key: CodingKey {
        case paragraph, list, table
    }

    private struct Rows: Decodable {
        let columns: [StoredColumn]
        let rows: [[String]]
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        if let text = try members.decodeIfPresent([StoredInline].self, forKey: .paragraph) {
            block = .paragraph(text.map(\.inline))
        } else if let points = try members.decodeIfPresent([[StoredInline]].self, forKey: .list) {
            block = .list(points.map { $0.map(\.inline) })
        } else {
            let table = try members.decode(Rows.self, forKey: .table)
            block = .table(Table(try table.columns.map { try $0.column }, rows: table.rows))
        }
    }
}

private struct StoredColumn: Decodable {
    let alignment: String
    let share: Int
    let title: String

    var column: Table.Column {
        get throws { .init(title, share: share, try alignment.named("alignment")) }
    }
}

private struct StoredInline: Decodable {
    let inline: Inline

    private enum Key: CodingKey {
        case field, value, reference
    }

    init(from decoder: any Decoder) throws {
        if let words = try? decoder.singleValueContainer().decode(String.self) {
            inline = .text(words)
            return
        }
        let members = try decoder.container(keyedBy: Key.self)
        if let name = try members.decodeIfPresent(String.self, forKey: .field) {
            let value = try members.decodeIfPresent(String.self, forKey: .value)
            inline = .field(FieldName(name), value: value)
        } else {
            inline = .reference(ClauseID(try members.decode(String.self, forKey: .reference)))
        }
    }
}

extension String {
    /// The case of that name.
    fileprivate func named<Value: RawRepresentable>(_ key: String) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: self) else { throw DecodingError.unknown(self, key) }
        return value
    }
}

extension DecodingError {
    fileprivate static func unknown(_ word: String, _ key: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "\(key): \(word)"))
    }
}
