/// What the description of the API says about the files of a kind of record.
struct EvidencePaths {
    private let resource: ResourcePaths

    /// - Parameter noun: the plural noun of the records in addresses.
    init(of noun: String) {
        resource = ResourcePaths(noun: noun)
    }

    /// The files of a record, and the bytes of one.
    var paths: [(String, JSONTree)] {
        let list = resource.list + "/{id}/evidence"
        let listed = ResourcePaths.object(
            [("items", ResourcePaths.array(of: .reference("Evidence")))], required: ["items"])
        return [
            (
                list,
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("get", resource.operation("evidence.list", listed)),
                    (
                        "post",
                        resource.operation(
                            "evidence.add", sends: Self.form, sentAs: "multipart/form-data",
                            gives: "201", listed)
                    ),
                ])
            ),
            (
                list + "/{file}",
                .object([
                    ("parameters", .array([ResourcePaths.id(), ResourcePaths.id("file")])),
                    (
                        "get",
                        resource.operation(
                            "evidence.open", ResourcePaths.bytes, givenAs: "*/*")
                    ),
                ])
            ),
        ]
    }

    static let schema = (
        "Evidence",
        ResourcePaths.object([
            ("id", .object([("type", "string"), ("format", "uuid")])),
            ("name", .string), ("kind", .string), ("mediaType", .string),
            ("size", .integer), ("sha256", .string),
            ("effectiveOn", .object([("type", "string"), ("format", "date")])),
            ("note", .string), ("addedAt", .string), ("addedBy", .string),
            ("withdrawnAt", .string),
        ])
    )

    private static let form = ResourcePaths.object(
        [
            ("file", ResourcePaths.array(of: ResourcePaths.bytes)), ("effectiveOn", .string),
            ("note", .string),
        ], required: ["file"])
}
