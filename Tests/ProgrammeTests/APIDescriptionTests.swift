import Foundation
import TestCity
import Testing

@testable import Programme

/// The description of the API says what there is, and nothing else.
@Suite struct APIDescriptionTests {
    @Test func `every route for programs is described, and nothing that is none`() async throws {
        let city = try await TestCity()
        let routes = city.programme.routes().filter { $0.pattern.hasPrefix("/api/v1/") }
        let there = Set(
            routes.map { route in
                let path = route.pattern.replacing(/:([a-z]+)/) { "{\($0.output.1)}" }
                return "\(route.method.rawValue.uppercased()) \(path)"
            })

        let bytes = city.programme.openAPI.bytes
        let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let paths = try #require(document?["paths"] as? [String: [String: Any]])
        let described = Set(
            paths.flatMap { path, acts in
                acts.keys.filter { $0 != "parameters" }.map { "\($0.uppercased()) \(path)" }
            })

        #expect(described.subtracting(there).isEmpty)
        #expect(there.subtracting(described).isEmpty)
    }

    @Test func `every act says that it may be asked too often, and when to ask again`() async throws
    {
        let city = try await TestCity()
        let document =
            try JSONSerialization.jsonObject(with: Data(city.programme.openAPI.bytes))
            as? [String: Any]
        let paths = try #require(document?["paths"] as? [String: [String: Any]])
        for (path, acts) in paths {
            for (method, act) in acts where method != "parameters" {
                let answers = (act as? [String: Any])?["responses"] as? [String: [String: Any]]
                let headers = answers?["429"]?["headers"] as? [String: Any]
                #expect(headers?["Retry-After"] != nil, "\(method) \(path)")
            }
        }
    }

    @Test func `a new row without what the description requires is refused, with that it is taken`()
        async throws
    {
        let city = try await TestCity()
        let officer = try await Visitor(.officer, city)
        let document =
            try JSONSerialization.jsonObject(with: Data(city.programme.openAPI.bytes))
            as? [String: Any]
        let paths = document?["paths"] as? [String: [String: Any]]
        let adding = paths?["/api/v1/businesses"]?["post"] as? [String: Any]
        let body = adding?["requestBody"] as? [String: Any]
        let content = (body?["content"] as? [String: [String: Any]])?["application/json"]
        let required = (content?["schema"] as? [String: Any])?["required"] as? [String]

        #expect(required == ["name", "standing", "owner"])
        let whole = #"{"name":"圖書業務","standing":"nonCore","owner":"總務處"}"#
        let told = try await officer.call(.post, "/api/v1/businesses", whole)
        let lacking = try await officer.call(.post, "/api/v1/businesses", #"{"name":"圖書業務"}"#)
        #expect(told.status == 201 && lacking.status == 422)
    }

    @Test func `every place that gives out a whole list is counted, and no other`() async throws {
        let routes = try await TestCity().programme.routes()
        let exports = routes.filter { $0.pattern.hasSuffix("/export") }
        #expect(exports.count > 5 && exports.allSatisfy(\.isExport))
        #expect(routes.count(where: \.isExport) == exports.count)
    }

    @Test func `every schema that is spoken of is there`() async throws {
        let city = try await TestCity()
        let text = String(decoding: city.programme.openAPI.bytes, as: UTF8.self)
        let document =
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let schemas = (document?["components"] as? [String: Any])?["schemas"] as? [String: Any]
        let named = Set(
            text.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.1) })

        #expect(named.subtracting(Set((schemas ?? [:]).keys)).isEmpty)
    }
}
