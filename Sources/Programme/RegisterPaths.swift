import Registers

/// What the description of the API says about one register.
struct RegisterPaths {
    let register: RegisterDescription

    init(_ register: RegisterDescription) {
        self.register = register
    }

    var paths: [(String, JSONTree)] {
        let list = "/api/v1/\(register.path)"
        return [
            (list, .object([("get", listing), ("post", adding)])),
            (
                list + "/{id}",
                .object([
                    ("parameters", .array([Self.id])), ("get", finding), ("patch", revising),
                    ("delete", removing),
                ])
            ),
            (
                list + "/{id}/history",
                .object([
                    ("parameters", .array([Self.id])),
                    (
                        "get",
                        operation(
                            "history", answers: [("200", answer(list: ResourcePaths.event))])
                    ),
                ])
            ),
            (
                list + "/{id}/restoration",
                .object([
                    ("parameters", .array([Self.id])),
                    ("post", operation("restore", answers: [("200", answer(row))])),
                ])
            ),
        ] + exchanging + EvidencePaths(of: register.path).paths
    }

    var schemas: [(String, JSONTree)] {
        let head: [(String, JSONTree)] = [
            ("id", .object([("type", "string"), ("format", "uuid")])), ("agencyID", .string),
            ("agencyName", .string), ("version", .integer),
            ("removedAt", .object([("type", .array(["string", "null"]))])),
        ]
        return [
            (
                name,
                .object([
                    ("type", "object"), ("title", .text(register.title.zh)),
                    ("properties", .object(head + register.fields.map { ($0.name, schema($0)) })),
                ])
            ),
            sent,
        ]
    }

    /// What programs send of a row.
    var sent: (String, JSONTree) {
        let entered = register.fields.filter { !$0.isDerived }
        return (
            name + "Fields",
            .object([
                ("type", "object"), ("additionalProperties", .truth(false)),
                ("properties", .object(entered.map { ($0.name, schema($0)) })),
            ])
        )
    }

    /// The schema's name, from the plural noun: `systems`.
    private var name: String { register.path }
    private var row: JSONTree { .reference(name) }

    private var listing: JSONTree {
        let filters = register.fields.filter(\.isFiltered).map { parameter($0.name) }
        let own = ["q", "agency", "sort", "after", "limit"].map(parameter)
        return operation(
            "list", answers: [("200", answer(list: row))],
            more: [("parameters", .array(own + filters))])
    }

    private var adding: JSONTree {
        operation(
            "add", answers: [("201", answer(row))],
            more: [
                ("requestBody", content(new)),
                ("parameters", .array([header("Idempotency-Key", isRequired: false)])),
            ])
    }

    private var finding: JSONTree { operation("find", answers: [("200", answer(row))]) }

    private var revising: JSONTree {
        operation(
            "revise", answers: [("200", answer(row))],
            more: [
                ("requestBody", content(fields)),
                ("parameters", .array([header("If-Match", isRequired: true)])),
            ])
    }

    private var removing: JSONTree {
        operation(
            "remove", answers: [("204", .object([("description", "Moved to the bin")]))],
            more: [("parameters", .array([header("If-Match", isRequired: true)]))])
    }

    private var fields: JSONTree { .reference(name + "Fields") }

    /// What a new row has, and cannot be without.
    private var new: JSONTree {
        let required = register.fields.filter { $0.isRequired && !$0.isDerived }
        return .object([
            ("allOf", .array([fields])),
            ("required", .array(required.map { .text($0.name) })),
        ])
    }

    private func content(_ schema: JSONTree) -> JSONTree {
        .object([("required", .truth(true)), ("content", .object([json(schema)]))])
    }

    func operation(
        _ verb: String, answers: [(String, JSONTree)], more: [(String, JSONTree)] = []
    ) -> JSONTree {
        .object(
            [("operationId", .text("\(register.path).\(verb)"))] + more
                + [("responses", OpenAPI.responses(answers))])
    }

    func answer(_ schema: JSONTree) -> JSONTree {
        .object([("description", "Done"), ("content", .object([json(schema)]))])
    }

    private func answer(list item: JSONTree) -> JSONTree {
        answer(
            .object([
                ("type", "object"),
                (
                    "properties",
                    .object([
                        ("items", .object([("type", "array"), ("items", item)])),
                        ("next", .string), ("count", .integer), ("countIsCapped", .boolean),
                    ])
                ),
            ]))
    }

    func json(_ schema: JSONTree) -> (String, JSONTree) {
        ("application/json", .object([("schema", schema)]))
    }

    private func parameter(_ name: String) -> JSONTree {
        .object([("name", .text(name)), ("in", "query"), ("schema", .string)])
    }

    private func header(_ name: String, isRequired: Bool) -> JSONTree {
        .object([
            ("name", .text(name)), ("in", "header"), ("required", .truth(isRequired)),
            ("schema", .string),
        ])
    }

    private static let id = JSONTree.object([
        ("name", "id"), ("in", "path"), ("required", .truth(true)),
        ("schema", .object([("type", "string"), ("format", "uuid")])),
    ])

    private func schema(_ field: RegisterDescription.Field) -> JSONTree {
        let type =
            switch field.input {
            case .line, .paragraph, .day, .choice: "string"
            case .wholeNumber: "integer"
            case .yesOrNo: "boolean"
            }
        let types: JSONTree =
            field.isRequired ? .text(type) : .array([.text(type), "null"])
        var members: [(String, JSONTree)] = [("type", types), ("title", .text(field.term.zh))]
        if case .choice(let choices) = field.input {
            members.append(("enum", .array(words(choices) + (field.isRequired ? [] : [.null]))))
        }
        return .object(members)
    }

    private func words(_ choices: [FieldChoice]) -> [JSONTree] {
        choices.map { .text($0.word) }
    }
}
