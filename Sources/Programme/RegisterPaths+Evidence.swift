// What the description of the API says about the files of a record.
extension RegisterPaths {
    /// The files of a record, and the bytes of one.
    var evidence: [(String, JSONTree)] {
        let list = "/api/v1/\(register.path)/{id}/evidence"
        let listed = answer(
            .object([
                ("type", "object"),
                (
                    "properties",
                    .object([
                        (
                            "items",
                            .object([("type", "array"), ("items", .reference("Evidence"))])
                        )
                    ])
                ),
            ]))
        return [
            (
                list,
                .object([
                    ("parameters", .array([Self.uuid("id")])),
                    ("get", operation("evidence.list", answers: [("200", listed)])),
                    (
                        "post",
                        operation(
                            "evidence.add", answers: [("201", listed)],
                            more: [("requestBody", Self.form)])
                    ),
                ])
            ),
            (
                list + "/{file}",
                .object([
                    ("parameters", .array([Self.uuid("id"), Self.uuid("file")])),
                    ("get", operation("evidence.open", answers: [("200", Self.bytes)])),
                ])
            ),
        ]
    }

    static let evidenceSchema = (
        "Evidence",
        JSONTree.object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("id", .object([("type", "string"), ("format", "uuid")])),
                    ("name", .string), ("kind", .string), ("mediaType", .string),
                    ("size", .integer), ("sha256", .string),
                    ("effectiveOn", .object([("type", "string"), ("format", "date")])),
                    ("note", .string), ("addedAt", .string), ("addedBy", .string),
                    ("withdrawnAt", .string),
                ])
            ),
        ])
    )

    private static let form = JSONTree.object([
        ("required", .truth(true)),
        (
            "content",
            .object([
                (
                    "multipart/form-data",
                    .object([
                        (
                            "schema",
                            .object([
                                ("type", "object"), ("required", .array(["file"])),
                                (
                                    "properties",
                                    .object([
                                        (
                                            "file",
                                            .object([
                                                ("type", "array"),
                                                (
                                                    "items",
                                                    .object([
                                                        ("type", "string"), ("format", "binary"),
                                                    ])
                                                ),
                                            ])
                                        ),
                                        ("effectiveOn", .string), ("note", .string),
                                    ])
                                ),
                            ])
                        )
                    ])
                )
            ])
        ),
    ])

    private static let bytes = JSONTree.object([
        ("description", "The file as it was added"),
        (
            "content",
            .object([
                (
                    "*/*",
                    .object([
                        ("schema", .object([("type", "string"), ("format", "binary")]))
                    ])
                )
            ])
        ),
    ])

    private static func uuid(_ name: String) -> JSONTree {
        .object([
            ("name", .text(name)), ("in", "path"), ("required", .truth(true)),
            ("schema", .object([("type", "string"), ("format", "uuid")])),
        ])
    }
}
