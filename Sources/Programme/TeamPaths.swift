/// What the description of the API says about the team beyond its register.
struct TeamPaths {
    private let resource = ResourcePaths(noun: "team")

    var paths: [(String, JSONTree)] {
        let confirmed = ResourcePaths.object(
            [("confirmed", .integer), ("entry", .string)], required: ["confirmed"])
        return [
            (
                resource.list + "/confirmation",
                .object([("post", resource.operation("confirmAll", confirmed))])
            ),
            (
                resource.list + "/{id}/confirmation",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("confirm", confirmed)),
                ])
            ),
        ]
    }
}
