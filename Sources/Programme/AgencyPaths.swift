import Statute

/// What the description of the API says about agencies.
struct AgencyPaths {
    private let resource = ResourcePaths(noun: "agencies")

    var paths: [(String, JSONTree)] {
        let list = resource.list
        return [
            (
                list,
                .object([
                    (
                        "get",
                        resource.operation(
                            "list", asks: ["q", "kind", "level", "superior", "on", "after"],
                            ResourcePaths.page(of: .reference("agency")))
                    ),
                    (
                        "post",
                        resource.operation(
                            "add", sends: new, gives: "201", .reference("agency"))
                    ),
                ])
            ),
            (
                list + "/{id}",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("get", resource.operation("find", .reference("agency"))),
                ])
            ),
            (
                list + "/{id}/levels",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("decide", sends: decision, .reference("agency"))),
                ])
            ),
        ]
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "agency",
                ResourcePaths.object(
                    [
                        ("id", .string), ("code", .string), ("oid", .string), ("name", .string),
                        ("kind", .string), ("superiorID", .string), ("superiorName", .string),
                        ("level", levels), ("levelSince", .string),
                        ("levelDecidedOn", .string), ("levelDocument", .string),
                        ("hasEnded", .boolean),
                    ], required: ["id", "name", "kind", "hasEnded"])
            )
        ]
    }

    private var levels: JSONTree { ResourcePaths.choice(Level.allCases.map(\.rawValue)) }

    private var new: JSONTree {
        ResourcePaths.object(
            [
                ("name", .string), ("kind", .string), ("code", .string), ("oid", .string),
                ("superior", .string), ("foundedOn", .string), ("isAnother", .boolean),
            ], required: ["name", "kind"])
    }

    private var decision: JSONTree {
        ResourcePaths.object(
            [
                ("level", levels), ("decidedOn", .string), ("document", .string),
                ("ground", .string), ("filedOn", .string),
            ], required: ["level", "decidedOn"])
    }
}
