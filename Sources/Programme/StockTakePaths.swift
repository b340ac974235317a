import Inventory

/// What the description of the API says about the yearly stock-take.
struct StockTakePaths {
    private let resource = ResourcePaths(noun: "stock-takes")

    var paths: [(String, JSONTree)] {
        let one = resource.list + "/{id}"
        let round = JSONTree.reference("stockTake")
        return [
            (
                resource.list,
                .object([
                    (
                        "get",
                        resource.operation(
                            "list",
                            ResourcePaths.object(
                                [("items", ResourcePaths.array(of: round))], required: ["items"]))
                    ),
                    ("post", resource.operation("open", sends: new, gives: "201", round)),
                ])
            ),
            (one, of(("get", resource.operation("find", round)))),
            (one + "/assets", of(("get", assets))),
            (
                one + "/schedule",
                of(("post", resource.operation("reschedule", sends: schedule, round)))
            ),
            (
                one + "/confirmation",
                of(("post", resource.operation("confirm", sends: confirmation, round)))
            ),
            (one + "/changes/{entry}/undo", undoing),
            (
                one + "/sheet-signature",
                of(
                    (
                        "post",
                        resource.operation(
                            "sign", sends: signature, sentAs: "multipart/form-data", round)
                    ))
            ),
        ] + EvidencePaths(of: "stock-takes").paths
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "stockTake",
                ResourcePaths.object(
                    [
                        ("id", .string), ("agencyID", .string), ("year", .integer),
                        ("opensOn", .string), ("closesOn", .string), ("leader", .string),
                        ("isSigned", .boolean), ("signedBy", .string), ("signedOn", .string),
                        ("means", .string), ("digest", .string), ("counts", counts),
                        ("confirmed", .integer), ("entry", .string),
                    ],
                    required: [
                        "id", "agencyID", "year", "opensOn", "closesOn", "leader", "isSigned",
                    ])
            )
        ]
    }

    /// Where a confirmation is taken back by the entry that its answer named.
    private var undoing: JSONTree {
        .object([
            ("parameters", .array([ResourcePaths.id(), ResourcePaths.id("entry")])),
            ("post", resource.operation("undo", ResourcePaths.undone)),
        ])
    }

    private func of(_ act: (String, JSONTree)) -> JSONTree {
        .object([("parameters", .array([ResourcePaths.id()])), act])
    }

    private var counts: JSONTree {
        ResourcePaths.object(results.map { ($0, .integer) })
    }

    private var results: [String] { StockTakeResult.allCases.map(\.rawValue) }

    private var assets: JSONTree {
        let asset = ResourcePaths.object(
            [
                ("assetID", .string), ("name", .string), ("propertyNumber", .string),
                ("place", .string), ("keeper", .string),
                ("result", ResourcePaths.choice(results)), ("decidedAt", .string),
                ("decidedBy", .string),
            ], required: ["assetID", "name", "result"])
        return resource.operation(
            "assets", asks: ["result", "q", "place", "keeper", "assetClass", "after", "from"],
            ResourcePaths.object(
                [
                    ("items", ResourcePaths.array(of: asset)),
                    (
                        "next",
                        ResourcePaths.object(
                            [("after", .string), ("from", .string)], required: ["after", "from"])
                    ),
                ], required: ["items"]))
    }

    private var new: JSONTree {
        ResourcePaths.object(
            [
                ("year", .integer), ("opensOn", .string), ("closesOn", .string),
                ("leader", .string),
            ], required: ["year", "leader"])
    }

    private var schedule: JSONTree {
        ResourcePaths.object([("closesOn", .string), ("leader", .string)])
    }

    private var confirmation: JSONTree {
        ResourcePaths.object([
            ("assets", ResourcePaths.array(of: .string)), ("rest", .boolean),
        ])
    }

    private var signature: JSONTree {
        ResourcePaths.object(
            [
                ("file", ResourcePaths.array(of: ResourcePaths.bytes)), ("signedBy", .string),
                ("signedOn", .string),
            ], required: ["file", "signedBy", "signedOn"])
    }
}
