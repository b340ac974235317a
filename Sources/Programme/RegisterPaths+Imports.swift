// What the description of the API says about bringing many rows at once, and taking that back.
extension RegisterPaths {
    var exchanging: [(String, JSONTree)] { [importing, undoing] }

    /// The place where a change of many rows is taken back.
    private var undoing: (String, JSONTree) {
        (
            "/api/v1/\(register.path)/changes/{entry}/undo",
            .object([
                ("parameters", .array([ResourcePaths.id("entry")])),
                ("post", operation("undo", answers: [("200", answer(ResourcePaths.undone))])),
            ])
        )
    }

    /// The place where programs bring rows.
    private var importing: (String, JSONTree) {
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
                "description",
                """
                A row that is known again by what identifies it is changed, any other is new. Of a \
                row that is changed, a field that is left out stays as it is, and one that is null \
                or "" is emptied if it may be empty. A row that has one part of what identifies it \
                and leaves out another is refused.
                """
            ),
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
                ("emptied", .integer),
                ("errors", .object([("type", "array"), ("items", error)])), ("entry", .string),
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
