// What the description of the API says about bringing many rows at once.
extension RegisterPaths {
    /// The place where programs bring rows.
    var importing: (String, JSONTree) {
        (
            "/api/v1/\(register.path)/imports",
            .object([
                (
                    "post",
                    operation(
                        "import", answers: [("200", answer(Self.report))],
                        more: [
                            (
                                "requestBody",
                                .object([
                                    ("required", .truth(true)),
                                    ("content", .object([json(rows)])),
                                ])
                            )
                        ])
                )
            ])
        )
    }

    private var rows: JSONTree {
        .object([
            ("type", "object"), ("required", .array(["rows"])),
            (
                "properties",
                .object([
                    ("dryRun", .boolean),
                    (
                        "rows",
                        .object([
                            ("type", "array"),
                            ("items", .reference(register.path + "Fields")),
                        ])
                    ),
                ])
            ),
        ])
    }

    private static let report = JSONTree.object([
        ("type", "object"),
        (
            "properties",
            .object([
                ("register", .string), ("read", .integer), ("created", .integer),
                ("updated", .integer), ("unchanged", .integer), ("refused", .integer),
                ("errors", .object([("type", "array"), ("items", error)])),
            ])
        ),
    ])

    private static let error = JSONTree.object([
        ("type", "object"),
        (
            "properties",
            .object([
                ("row", .integer), ("column", .string), ("value", .string), ("message", .string),
            ])
        ),
    ])
}
