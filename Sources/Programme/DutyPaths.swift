import Duties

/// What the description of the API says about duties.
struct DutyPaths {
    private let resource = ResourcePaths(noun: "duties")

    var paths: [(String, JSONTree)] {
        [
            (
                resource.list,
                .object([
                    (
                        "get",
                        resource.operation(
                            "list", asks: ["agency", "year"],
                            ResourcePaths.object(
                                [
                                    ("year", .integer), ("on", .string),
                                    (
                                        "agencies",
                                        ResourcePaths.array(of: .reference("agencyDuties"))
                                    ),
                                ], required: ["year", "on", "agencies"]))
                    )
                ])
            )
        ]
    }

    var schemas: [(String, JSONTree)] {
        [
            (
                "agencyDuties",
                ResourcePaths.object(
                    [
                        ("code", .string), ("name", .string), ("level", .string),
                        ("duties", ResourcePaths.array(of: .reference("duty"))),
                    ], required: ["name", "duties"])
            ),
            (
                "duty",
                ResourcePaths.object(
                    [
                        ("id", .string), ("term", .string),
                        ("state", ResourcePaths.choice(DutyState.codes)),
                        ("word", .string),
                        ("opens", .string), ("due", .string), ("reason", .string),
                        ("citation", .string), ("counted", .integer), ("needed", .integer),
                    ], required: ["id", "term", "state", "word", "reason", "citation"])
            ),
        ]
    }
}
