/// Writes what the description of the API says about lists that are no registers.
struct ResourcePaths: Sendable {
    /// The plural noun in addresses, and the first word of each operation's name.
    let noun: String

    var list: String { "/api/v1/\(noun)" }

    /// One act: what is asked, what is sent, what comes back.
    func operation(
        _ verb: String, asks names: [String] = [], sends body: JSONTree? = nil,
        gives status: String = "200", _ answer: JSONTree
    ) -> JSONTree {
        var members: [(String, JSONTree)] = [("operationId", .text("\(noun).\(verb)"))]
        if !names.isEmpty { members.append(("parameters", .array(names.map(Self.question)))) }
        if let body {
            members.append(
                (
                    "requestBody",
                    .object([("required", .truth(true)), ("content", Self.json(body))])
                ))
        }
        let done = JSONTree.object([("description", "Done"), ("content", Self.json(answer))])
        members.append(("responses", .object([(status, done), ("default", Self.problem)])))
        return .object(members)
    }

    /// A page of a list.
    static func page(of item: JSONTree) -> JSONTree {
        object([
            ("items", array(of: item)), ("next", .string), ("count", .integer),
            ("countIsCapped", .boolean),
        ])
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

    private static func question(_ name: String) -> JSONTree {
        .object([("name", .text(name)), ("in", "query"), ("schema", .string)])
    }

    private static func json(_ schema: JSONTree) -> JSONTree {
        .object([("application/json", .object([("schema", schema)]))])
    }

    private static let problem = JSONTree.object([
        ("description", "A refusal, in the reader's language"),
        (
            "content",
            .object([
                ("application/problem+json", .object([("schema", .reference("Problem"))]))
            ])
        ),
    ])
}
