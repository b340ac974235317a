import Access
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
                            "list",
                            asks: ["q", "kind", "level", "superior", "on", "after", "limit"],
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
                    (
                        "patch",
                        resource.operation(
                            "correct", sends: corrected, seen: true, .reference("agency"))
                    ),
                ])
            ),
            (
                list + "/{id}/levels",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("decide", sends: decision, .reference("agency"))),
                ])
            ),
            (
                list + "/{id}/history",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    (
                        "get",
                        resource.operation("history", ResourcePaths.page(of: ResourcePaths.event))
                    ),
                ])
            ),
            act("renaming", "rename", [("name", .string), ("kind", .string)], ["name"]),
            act("superior", "move", [("superior", .string)], ["superior"]),
            act(
                "end", "end",
                [
                    ("successor", .string),
                    ("manner", ResourcePaths.choice(AgencyEnd.Manner.allCases.map(\.rawValue))),
                ], []),
            (
                "/api/v1/agency-count",
                .object([("get", resource.operation("count", asks: ["on"], count))])
            ),
        ] + contacting + EvidencePaths(of: "agencies").paths
    }

    private var contacting: [(String, JSONTree)] {
        let person = [("name", JSONTree.string), ("phone", .string), ("email", .string)]
        let named = ResourcePaths.object(person, required: ["name"])
        let contacts = ResourcePaths.object(
            [
                ("agencyID", .string), ("window", named), ("deputy", named),
                ("confirmedOn", .string),
            ], required: ["agencyID"])
        let sent = ResourcePaths.object(
            [("window", named), ("deputy", ResourcePaths.object(person))], required: ["window"])
        return [
            (
                resource.list + "/{id}/contacts",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("get", resource.operation("contacts", contacts)),
                ])
            ),
            (
                "/api/v1/agency-contacts",
                .object([("put", resource.operation("keepContacts", sends: sent, contacts))])
            ),
        ]
    }

    /// A change that has its day and its letter.
    private func act(
        _ place: String, _ verb: String, _ fields: [(String, JSONTree)], _ required: [String]
    ) -> (String, JSONTree) {
        let sent = ResourcePaths.object(
            fields + [("on", .string), ("document", .string)], required: required + ["on"])
        return (
            resource.list + "/{id}/" + place,
            .object([
                ("parameters", .array([ResourcePaths.id()])),
                ("post", resource.operation(verb, sends: sent, .reference("agency"))),
            ])
        )
    }

    private var count: JSONTree {
        let kind = ResourcePaths.object(
            [("name", .string), ("number", .integer)], required: ["name", "number"])
        return ResourcePaths.object(
            [
                ("on", .string), ("agencies", .integer), ("schools", .integer),
                ("kindergartens", .integer), ("kinds", ResourcePaths.array(of: kind)),
            ], required: ["on", "agencies", "schools", "kindergartens", "kinds"])
    }

    private var corrected: JSONTree {
        let word = JSONTree.object([("type", .array(["string", "null"]))])
        return ResourcePaths.object([
            ("name", .string), ("kind", .string), ("code", word), ("oid", word),
        ])
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
                        ("hasEnded", .boolean), ("version", .integer),
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
