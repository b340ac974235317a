import Access
import Tasks

/// What the description of the API says about messages that were sent.
struct MessagePaths {
    private let resource = ResourcePaths(noun: "messages")

    var paths: [(String, JSONTree)] {
        let roles = ResourcePaths.choice(Role.allCases.map(\.rawValue))
        let message = ResourcePaths.object(
            [
                ("id", .string),
                ("topic", ResourcePaths.choice(News.Topic.allCases.map(\.rawValue))),
                ("words", .string), ("place", .string), ("sentAt", .string),
                ("sentBy", .string), ("roles", ResourcePaths.array(of: roles)),
                ("readers", .integer), ("read", .integer), ("agencies", .integer),
            ], required: ["id", "topic", "words", "place", "sentAt", "sentBy", "roles"])
        let page = ResourcePaths.object(
            [("items", ResourcePaths.array(of: message)), ("next", .string)],
            required: ["items"])
        return [
            (
                resource.list + "/sent",
                .object([("get", resource.operation("sent", asks: ["after"], page))])
            )
        ]
    }
}
