import Access
import Registers

/// The description of the API for programs (OpenAPI 3.1), made of the registers' descriptions.
struct OpenAPI: Sendable {
    let registers: [RegisterDescription]
    /// Lists that are no registers and take many rows at once.
    let exchanges: [RegisterDescription]

    init(_ registers: [RegisterDescription], _ exchanges: [RegisterDescription] = []) {
        self.registers = registers
        self.exchanges = exchanges
    }

    var bytes: [UInt8] { Array(document.text.utf8) }

    private var document: JSONTree {
        .object([
            ("openapi", "3.1.0"),
            (
                "info",
                .object([
                    ("title", "Chengdun"), ("version", "1"),
                    ("description", "The programme's registers. Times are ISO 8601 with +08:00."),
                ])
            ),
            ("security", .array([.object([("key", .array([]))])])),
            (
                "paths",
                .object(
                    registers.flatMap { RegisterPaths($0).paths }
                        + exchanges.flatMap { RegisterPaths($0).exchanging }
                        + lists.flatMap(\.self))
            ),
            (
                "components",
                .object([
                    ("securitySchemes", .object([("key", Self.keyScheme)])),
                    (
                        "schemas",
                        .object(
                            registers.flatMap { RegisterPaths($0).schemas }
                                + exchanges.map { RegisterPaths($0).sent }
                                + AgencyPaths().schemas + PersonPaths().schemas
                                + IncidentPaths().schemas + DutyPaths().schemas
                                + StockTakePaths().schemas + AssetPaths().schemas
                                + [Self.problem, EvidencePaths.schema])
                    ),
                ])
            ),
        ])
    }

    /// The places of what is no register.
    private var lists: [[(String, JSONTree)]] {
        [
            AgencyPaths().paths, PersonPaths().paths, IncidentPaths().paths, DutyPaths().paths,
            StockTakePaths().paths, TeamPaths().paths, AssetPaths().paths, MessagePaths().paths,
        ]
    }

    private static let keyScheme = JSONTree.object([
        ("type", "http"), ("scheme", "bearer"),
        ("description", "A key that a person made, sent as Authorization: Bearer cd_…"),
    ])

    private static let problem = (
        "Problem",
        JSONTree.object([
            ("type", "object"),
            ("description", "RFC 9457"),
            (
                "properties",
                .object([
                    ("type", .string), ("title", .string), ("status", .integer),
                    ("detail", .string), ("code", .string),
                ])
            ),
        ])
    )
}

/// JSON whose members keep their order.
indirect enum JSONTree: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    case truth(Bool)
    case null
    case array([JSONTree])
    case object([(String, JSONTree)])

    init(stringLiteral text: String) { self = .text(text) }

    static let string = JSONTree.object([("type", "string")])
    static let integer = JSONTree.object([("type", "integer")])
    static let boolean = JSONTree.object([("type", "boolean")])

    static func reference(_ schema: String) -> JSONTree {
        .object([("$ref", .text("#/components/schemas/\(schema)"))])
    }

    var text: String {
        switch self {
        case .text(let text): text.jsonQuoted
        case .number(let number): String(number)
        case .truth(let truth): String(truth)
        case .null: "null"
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\($0.jsonQuoted):\($1.text)" }.joined(separator: ",") + "}"
        }
    }
}
