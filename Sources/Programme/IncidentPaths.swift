import Incidents
import Kernel

/// What the description of the API says about incidents.
struct IncidentPaths {
    var paths: [(String, JSONTree)] {
        let list = "/api/v1/incidents"
        return [
            (list, .object([("get", listing), ("post", reporting)])),
            (
                list + "/{id}",
                .object([
                    ("parameters", .array([Self.id])), ("get", operation("find", [Self.found])),
                ])
            ),
        ] + EvidencePaths(of: "incidents").paths
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "incident",
                object([
                    ("id", .string), ("number", .string), ("agencyID", .string),
                    ("agencyName", .string), ("version", .integer), ("drill", .boolean),
                    ("knownAt", .string), ("reportedAt", .string), ("kind", Self.kinds),
                    ("words", .string), ("level", .integer), ("confirmedLevel", .integer),
                    ("receipt", .string), ("closedAt", .string), ("withdrawnAt", .string),
                    (
                        "clocks",
                        .object([("type", "array"), ("items", .reference("incidentClock"))])
                    ),
                ])
            ),
            (
                "incidentClock",
                object([
                    ("id", .string), ("start", .string), ("due", .string), ("metAt", .string),
                    ("citation", .string),
                ])
            ),
            (
                "incidentReport",
                .object([
                    ("type", "object"), ("required", .array(["knownAt"])),
                    (
                        "properties",
                        .object([
                            ("knownAt", .string), ("drill", .boolean), ("kind", Self.kinds),
                            ("words", .string),
                        ])
                    ),
                ])
            ),
        ]
    }

    private var listing: JSONTree {
        let names = ["q", "year", "state", "level", "confirmed", "agency", "drill", "after"]
        let page = object([
            ("items", .object([("type", "array"), ("items", .reference("incident"))])),
            ("next", .string), ("count", .integer), ("countIsCapped", .boolean),
        ])
        return operation(
            "list", [("200", answer(page))],
            more: [
                (
                    "parameters",
                    .array(
                        names.map { name in
                            .object([
                                ("name", .text(name)), ("in", "query"), ("schema", .string),
                            ])
                        })
                )
            ])
    }

    private var reporting: JSONTree {
        operation(
            "report", [("201", answer(.reference("incident")))],
            more: [
                (
                    "parameters",
                    .array([
                        .object([
                            ("name", "Idempotency-Key"), ("in", "header"),
                            ("required", .truth(false)), ("schema", .string),
                        ])
                    ])
                ),
                (
                    "requestBody",
                    .object([
                        ("required", .truth(true)),
                        ("content", content(.reference("incidentReport"))),
                    ])
                ),
            ])
    }

    private static var found: (String, JSONTree) {
        ("200", IncidentPaths().answer(.reference("incident")))
    }

    private func operation(
        _ verb: String, _ answers: [(String, JSONTree)], more: [(String, JSONTree)] = []
    ) -> JSONTree {
        .object(
            [("operationId", .text("incidents.\(verb)"))] + more
                + [("responses", OpenAPI.responses(answers))])
    }

    private func answer(_ schema: JSONTree) -> JSONTree {
        .object([("description", "Done"), ("content", content(schema))])
    }

    private func content(_ schema: JSONTree) -> JSONTree {
        .object([("application/json", .object([("schema", schema)]))])
    }

    private func object(_ properties: [(String, JSONTree)]) -> JSONTree {
        .object([("type", "object"), ("properties", .object(properties))])
    }

    private static let kinds = JSONTree.object([
        ("type", "string"),
        ("enum", .array(IncidentKind.allCases.map { .text($0.rawValue) })),
    ])

    private static let id = JSONTree.object([
        ("name", "id"), ("in", "path"), ("required", .truth(true)),
        ("schema", .object([("type", "string"), ("format", "uuid")])),
    ])
}
