// What every act of the API may be answered with beside its own answers.
extension OpenAPI {
    /// The answers of one act: its own, that its caller has asked too much, and other refusals.
    static func responses(_ own: [(String, JSONTree)]) -> JSONTree {
        .object(own + [("429", tooMany), ("default", refusal)])
    }

    private static let refusal = JSONTree.object([
        ("description", "A refusal, in the reader's language"), ("content", problem),
    ])

    private static let tooMany = JSONTree.object([
        ("description", "Too many requests by this key or person, or one at a time"),
        (
            "headers",
            .object([
                (
                    "Retry-After",
                    .object([
                        ("description", "Seconds until the next one is taken"),
                        ("schema", .integer),
                    ])
                )
            ])
        ),
        ("content", problem),
    ])

    private static let problem = JSONTree.object([
        ("application/problem+json", .object([("schema", .reference("Problem"))]))
    ])
}
