/// Writes what the description of the API says about lists that are no registers.
struct ResourcePaths: Sendable {
    /// The plural noun in addresses, and the first word of each operation's name.
    let noun: String

    var list: String { "/api/v1/\(noun)" }

    /// One act: what is asked, what is sent, what comes back.
    func operation(
        _ verb: String, asks names: [String] = [], sends body: JSONTree? = nil,
        sentAs sent: String = json, seen isSeen: Bool = false, gives status: String = "200",
        _ answer: JSONTree,
        givenAs given: String = json
    ) -> JSONTree {
        var members: [(String, JSONTree)] = [("operationId", .text("\(noun).\(verb)"))]
        let parameters = names.map(Self.question) + (isSeen ? [Self.version] : [])
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body {
            members.append(
                (
                    "requestBody",
                    .object([("required", .truth(true)), ("content", Self.content(body, as: sent))])
                ))
        }
        let done = JSONTree.object([
            ("description", "Done"), ("content", Self.content(answer, as: given)),
        ])
        members.append(("responses", OpenAPI.responses([(status, done)])))
        return .object(members)
    }

    /// A page of a list.
    static func page(of item: JSONTree) -> JSONTree {
        object([
            ("items", array(of: item)), ("next", .string), ("count", .integer),
            ("countIsCapped", .boolean),
        ])
    }

    /// One change of a record, as its history tells it.
    static var event: JSONTree {
        let change = object(
            [("name", .string), ("field", .string), ("before", .string), ("after", .string)],
            required: ["name", "field", "before", "after"])
        return object(
            [
                ("at", .string), ("author", .string), ("verb", .string),
                ("changes", array(of: change)),
            ], required: ["at", "author", "verb", "changes"])
    }

    /// What became of a change of many rows that was taken back.
    static var undone: JSONTree {
        let row = object([("id", .string), ("name", .string)], required: ["id", "name"])
        return object(
            [("restored", .integer), ("left", array(of: row))], required: ["restored", "left"])
    }

    static func array(of item: JSONTree) -> JSONTree {
        .object([("type", "array"), ("items", item)])
    }

    /// An object; `required` members are always there.
    static func object(
        _ properties: [(String, JSONTree)], required: [String] = []
    ) -> JSONTree {
        var members: [(String, JSONTree)] = [("type", "object")]
        if !required.isEmpty {
            members.append(("required", .array(required.map { .text($0) })))
        }
        return .object(members + [("properties", .object(properties))])
    }

    static func choice(_ words: [String]) -> JSONTree {
        .object([("type", "string"), ("enum", .array(words.map { .text($0) }))])
    }

    /// The id in an address.
    static func id(_ name: String = "id") -> JSONTree {
        .object([
            ("name", .text(name)), ("in", "path"), ("required", .truth(true)),
            ("schema", .object([("type", "string"), ("format", "uuid")])),
        ])
    }

    /// The version that a change has seen.
    private static let version = JSONTree.object([
        ("name", "If-Match"), ("in", "header"), ("required", .truth(true)), ("schema", .string),
    ])

    private static func question(_ name: String) -> JSONTree {
        .object([("name", .text(name)), ("in", "query"), ("schema", .string)])
    }

    /// The bytes of a file.
    static let bytes = JSONTree.object([("type", "string"), ("format", "binary")])

    static let json = "application/json"

    private static func content(_ schema: JSONTree, as type: String) -> JSONTree {
        .object([(type, .object([("schema", schema)]))])
    }
}
