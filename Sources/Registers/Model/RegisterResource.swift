import Foundation
import Kernel

/// A row as the API gives it: its id, agency, version, and its fields by the names of the columns.
package struct RegisterResource<Row: RegisterRow>: Encodable, Sendable {
    let listed: Listed<Row>

    package init(_ listed: Listed<Row>) {
        self.listed = listed
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        let head = listed.row.head
        try container.encode(head.uuid.uuidString.lowercased(), forKey: "id")
        try container.encode(head.agencyID.description, forKey: "agencyID")
        try container.encode(listed.agencyName, forKey: "agencyName")
        try container.encode(head.version, forKey: "version")
        try container.encode(head.removedAt?.description, forKey: "removedAt")
        for column in Row.register.columns.all {
            try container.encode(column.json(listed.row), forKey: FieldName(column.name.text))
        }
    }
}

/// A key of a JSON object that a register's description names.
struct FieldName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringLiteral name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
