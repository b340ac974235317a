import Access
import Foundation
import Kernel
import Programme
import TestCity
import TestEngines
import Testing

@testable import Web

/// What a program sends is never a fault of the service, whatever stands in its fields, and both
/// databases answer the same.
@Suite struct StrangeContentTests {
    /// Values of the wrong kind, and those that a database or a paper could choke on.
    private static let strange = [
        "null", "1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e999",
        "true", "[]", "{}", "[[[[\"a\"]]]]",
        "\"\"", #""a\u0000b""#, #""\u0000""#, #""\ud800""#, #""\u001b\u202e\ufffe""#,
        "\"\(String(repeating: "資", count: 30_000))\"", "\"';DROP TABLE person;--\"",
        "\"9999-12-31T23:59:59.999999Z\"", "\"2026-02-30\"",
    ]

    /// What is sent where an object of fields is expected.
    private static let bodies = [
        "", "null", "[]", "1", "\"x\"", "{", "{}", "{\"\":1}", "[{}]", #"{"\u0000":"x"}"#,
        "{\"rows\":[{\"\":\"x\"}]}", "{\"rows\":{}}", "{\"rows\":[[]]}",
    ]

    @Test func `every act takes or refuses whatever is sent, the same on both databases`()
        async throws
    {
        var walkers: [Walker] = []
        for engine in TestEngine.allCases {
            walkers.append(try Walker(try await TestCity(on: engine)))
        }
        let described = try Described(await walkers[0].text("/openapi.json", token: nil))
        for route in walkers[0].site.routes
        where !route.method.isSafe && route.pattern.hasPrefix("/api/") {
            guard let role = Self.writer(of: route) else { continue }
            var records = [UUID?](repeating: nil, count: walkers.count)
            for json in Self.bodies + Self.filled(described.fields(of: route)) {
                var answers: [Int] = []
                var text = ""
                for (index, walker) in walkers.enumerated() {
                    let known = records[index]
                    let record =
                        if let known { known } else {
                            try await walker.freshRecord(for: route, by: role)
                        }
                    let answer = try await walker.answer(
                        to: json, at: route, by: role, about: record)
                    answers.append(answer.status)
                    records[index] = answer.status < 400 ? nil : record
                    text = answer.text
                }
                let said =
                    "\(route.method) \(route.pattern) \(json.prefix(200)): \(answers) \(text)"
                #expect(answers.allSatisfy { $0 < 500 && $0 == answers[0] }, "\(said)")
            }
        }
    }

    /// Objects of all fields as they might be, one of them strange.
    private static func filled(_ fields: [String: String]) -> [String] {
        fields.keys.sorted().flatMap { name in
            strange.map { value in
                let all = fields.merging([name: value]) { $1 }
                return "{"
                    + all.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }
                    .joined(separator: ",") + "}"
            }
        }
    }

    /// Somebody who may do it.
    private static func writer(of route: Route) -> Role? {
        guard case .needs(let permission) = route.audience else { return .officer }
        return ([.city, .officer] + Role.allCases).first { $0.permissions.contains(permission) }
    }
}

/// What the description of the API says that acts take.
private struct Described {
    private let paths: [String: [String: Any]]
    private let schemas: [String: [String: Any]]

    init(_ text: String) throws {
        let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        paths = try #require(all?["paths"] as? [String: [String: Any]])
        let components = all?["components"] as? [String: Any]
        schemas = try #require(components?["schemas"] as? [String: [String: Any]])
    }

    /// The fields that an act takes, each with a value that it could have.
    func fields(of route: Route) -> [String: String] {
        let path = route.pattern.replacing(/:([a-z]+)/) { "{\($0.output.1)}" }
        let act = paths[path]?[route.method.rawValue.lowercased()] as? [String: Any]
        let body = act?["requestBody"] as? [String: Any]
        let content = body?["content"] as? [String: [String: Any]]
        guard var schema = content?["application/json"]?["schema"] as? [String: Any] else {
            return [:]
        }
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            schema = schemas[String(name)] ?? [:]
        }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        return Dictionary(
            uniqueKeysWithValues: properties.map { ($0, Self.value(named: $0, $1)) })
    }

    private static func value(named name: String, _ schema: [String: Any]) -> String {
        if let word = (schema["enum"] as? [Any])?.first as? String { return "\"\(word)\"" }
        let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? "object"]
        switch types.first {
        case "integer": return "1"
        case "boolean": return "true"
        case "array": return "[]"
        case "string" where name.lowercased().hasSuffix("on"): return "\"2026-11-02\""
        case "string" where name.hasSuffix("At"): return "\"2026-11-02T09:00:00+08:00\""
        case "string": return "\"受測\""
        default: return "{}"
        }
    }
}

extension Walker {
    /// A record of the agency of `role` that nothing has been done to, where the route is about one.
    func freshRecord(for route: Route, by role: Role) async throws -> UUID {
        guard route.pattern.contains(":id") else { return UUID() }
        return try await Specimen.of(route.pattern).make(city, TestCity.seat(of: role))
    }
}
