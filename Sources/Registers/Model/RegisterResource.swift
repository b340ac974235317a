import Foundation
import Access
import Kernel
import Web

/// A row as the API gives it: its id, agency, version, and its fields by the names of the columns.
package struct RegisterResource<Row: RegisterRow>: JSONWritable {
    let listed: Listed<Row>

    package init(_ listed: Listed<Row>) {
        self.listed = listed
    }

    package func write(to json: inout JSONWriter) {
        let head = listed.row.head
        json.object { json in
            json.name("id")
            json.text(head.uuid.hyphenated)
            json.name("agencyID")
            json.text(head.agencyID.description)
            json.name("agencyName")
            json.text(listed.agencyName)
            json.name("version")
            json.number(head.version)
            json.name("removedAt")
            json.scalar(head.removedAt.map { .text($0.description) } ?? .null)
            for column in Row.register.columns.all {
                json.name(column.name.text)
                json.scalar(column.json(listed.row))
            }
        }
    }
}

/// A page of a list as the API gives it.
struct RegisterResources<Row: RegisterRow>: JSONWritable {
    let slice: Slice<Listed<Row>>
    let count: CappedCount

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("items")
            json.list(slice.rows) { RegisterResource($1).write(to: &$0) }
            json.name("count")
            json.number(count.number)
            json.name("countIsCapped")
            json.truth(count.isCapped)
            if let next = slice.next {
                json.name("next")
                json.text(next.description)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func scalar(_ value: JSONScalar) {
        switch value {
        case .null: null()
        case .text(let words): text(words)
        case .number(let value): number(value)
        case .truth(let value): truth(value)
        }
    }
}
