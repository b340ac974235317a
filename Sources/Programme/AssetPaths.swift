/// What the description of the API says about assets beyond their register: labels, and notices of
/// change.
struct AssetPaths {
    var paths: [(String, JSONTree)] { labels + notices + EvidencePaths(of: "asset-notices").paths }

    private var labels: [(String, JSONTree)] {
        let resource = ResourcePaths(noun: "assets")
        let label = ResourcePaths.object(
            [
                ("assetID", .string), ("name", .string), ("propertyNumber", .string),
                ("keeper", .string), ("maker", .string), ("model", .string),
                ("isCore", .boolean), ("labelledOn", .string), ("address", .string),
            ], required: ["assetID", "name", "isCore", "address"])
        let page = ResourcePaths.object(
            [("items", ResourcePaths.array(of: label)), ("next", .string)], required: ["items"])
        let chosen = ResourcePaths.object(
            [("assets", ResourcePaths.array(of: .string))], required: ["assets"])
        let marked = ResourcePaths.object(
            [("marked", .integer), ("entry", .string)], required: ["marked"])
        return [
            (
                resource.list + "/labels",
                .object([
                    (
                        "get",
                        resource.operation("labels", asks: ["q", "only", "row", "after"], page)
                    )
                ])
            ),
            (
                resource.list + "/labels/marks",
                .object([("post", resource.operation("markLabels", sends: chosen, marked))])
            ),
        ]
    }

    private var notices: [(String, JSONTree)] {
        let resource = ResourcePaths(noun: "asset-notices")
        let notice = JSONTree.reference("assetNotice")
        let listed = ResourcePaths.object(
            [("items", ResourcePaths.array(of: notice))], required: ["items"])
        let new = ResourcePaths.object(
            [("what", .string), ("change", .string)], required: ["what", "change"])
        let settlement = ResourcePaths.object([("asset", .string), ("answer", .string)])
        return [
            (
                resource.list,
                .object([
                    ("get", resource.operation("list", listed)),
                    ("post", resource.operation("say", sends: new, gives: "201", notice)),
                ])
            ),
            (
                resource.list + "/{id}",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("get", resource.operation("find", notice)),
                ])
            ),
            (
                resource.list + "/{id}/settlement",
                .object([
                    ("parameters", .array([ResourcePaths.id()])),
                    ("post", resource.operation("settle", sends: settlement, notice)),
                ])
            ),
        ]
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "assetNotice",
                ResourcePaths.object(
                    [
                        ("id", .string), ("agencyID", .string), ("what", .string),
                        ("change", .string), ("saidBy", .string), ("saidAt", .string),
                        ("isOpen", .boolean), ("assetID", .string), ("answer", .string),
                        ("settledBy", .string), ("settledAt", .string),
                    ],
                    required: [
                        "id", "agencyID", "what", "change", "saidBy", "saidAt", "isOpen",
                    ])
            )
        ]
    }
}
