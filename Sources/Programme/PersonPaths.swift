import Access

/// What the description of the API says about people and their posts.
struct PersonPaths {
    private let resource = ResourcePaths(noun: "people")

    var paths: [(String, JSONTree)] {
        let list = resource.list
        let person = JSONTree.reference("person")
        return [
            (
                list,
                .object([
                    (
                        "get",
                        resource.operation(
                            "list", asks: ["q", "role", "state", "agency", "on", "after"],
                            ResourcePaths.page(of: person))
                    ),
                    ("post", resource.operation("add", sends: new, gives: "201", person)),
                ])
            ),
            (
                list + "/{id}",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("get", resource.operation("find", person)),
                    ("patch", resource.operation("revise", sends: revised, seen: true, person)),
                ])
            ),
            (
                list + "/{id}/account",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("account", sends: account, person)),
                ])
            ),
            (
                list + "/{id}/posts",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("appoint", sends: post, person)),
                ])
            ),
            (
                list + "/{id}/posts/{post}/end",
                .object([
                    ("parameters", .array([ResourcePaths.id(), ResourcePaths.id("post")])),
                    ("post", resource.operation("end", person)),
                ])
            ),
        ] + EvidencePaths(of: "people").paths
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "person",
                ResourcePaths.object(
                    [
                        ("id", .string), ("agencyID", .string), ("agencyName", .string),
                        ("version", .integer), ("name", .string), ("account", .string),
                        ("email", .string), ("phone", .string),
                        ("roles", ResourcePaths.array(of: roles)), ("access", .string),
                        ("posts", ResourcePaths.array(of: .reference("post"))),
                    ], required: ["id", "agencyID", "agencyName", "name", "roles", "access"])
            ),
            (
                "post",
                ResourcePaths.object(
                    [
                        ("id", .string), ("role", roles), ("fromOn", .string),
                        ("untilOn", .string), ("endedAt", .string),
                    ], required: ["id", "role", "fromOn"])
            ),
        ]
    }

    private var roles: JSONTree { ResourcePaths.choice(Role.allCases.map(\.rawValue)) }

    private var new: JSONTree {
        ResourcePaths.object(
            [
                ("name", .string), ("agencyID", .string), ("account", .string),
                ("email", .string), ("phone", .string),
                ("roles", ResourcePaths.array(of: roles)),
            ], required: ["name"])
    }

    private var revised: JSONTree {
        let word = JSONTree.object([("type", .array(["string", "null"]))])
        return ResourcePaths.object([
            ("name", .string), ("account", word), ("email", word), ("phone", word),
        ])
    }

    private var account: JSONTree {
        ResourcePaths.object(
            [("state", ResourcePaths.choice(["open", "closed"]))], required: ["state"])
    }

    private var post: JSONTree {
        ResourcePaths.object(
            [("role", roles), ("fromOn", .string), ("untilOn", .string)], required: ["role"])
    }
}
