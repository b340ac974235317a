import Foundation
import Kernel
import Registers
import Systems
import TestCity
import TestEngines
import Testing

@testable import Programme

/// What a form does not show cannot be typed through it, whoever makes the request.
@Suite struct ClosedFieldsTests {
    /// What follows from other registers, and what belongs to the row itself.
    private static let closed = [
        "supportsCoreBusiness": "true", "gradingReviewedOn": "2020-01-01",
        "id": "018f0000-0000-7000-8000-000000000001", "version": "99", "removedAt": "1",
        "agencyID": "018f0000-0000-7000-8000-000000000002", "removedBy": "x",
    ]

    private struct Row: Decodable {
        let id: String
        let agencyID: String
        let version: Int
        let removedAt: String?
        let name: String
        let supportsCoreBusiness: Bool
        let gradingReviewedOn: String?
    }

    private func rows(_ visitor: Visitor) async throws -> [Row] {
        struct List: Decodable { let items: [Row] }
        let bytes = try await visitor.get("/api/v1/systems").bytes
        return try JSONDecoder().decode(List.self, from: Data(bytes)).items
    }

    private func isUntouched(_ row: Row, _ city: TestCity) -> Bool {
        row.agencyID == city.agency(.own).id.description && row.removedAt == nil
            && !row.supportsCoreBusiness && row.gradingReviewedOn != "2020-01-01"
            && row.id != Self.closed["id"]
    }

    @Test(arguments: TestEngine.allCases)
    func `fields that the form does not show are not taken from it`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.officer, city)
        let typed = TestCity.typedSystem(named: "偷填的系統").words

        let added = try await visitor.post("/systems", typed.merging(Self.closed) { $1 })
        let row = try #require(try await rows(visitor).first { $0.name == "偷填的系統" })
        let place = "/systems/\(row.id)"
        let closed = Self.closed.merging(["version": "\(row.version)"]) { $1 }
        let revised = try await visitor.post(
            place, typed.merging(closed) { $1 }.merging(["owner": "學務處"]) { $1 })
        let field = try await visitor.post(
            place + "/fields/owner", closed.merging(["owner": "總務處", "version": "2"]) { $1 })
        let again = try #require(try await rows(visitor).first { $0.name == "偷填的系統" })

        for told in [added, revised, field] { #expect(told.status == 303) }
        #expect(row.version == 1 && isUntouched(row, city))
        #expect(again.id == row.id && again.version == 3 && isUntouched(again, city))
        for name in Self.closed.keys {
            let told = try await visitor.post(
                place + "/fields/\(name)", ["version": "3"].merging([name: "3"]) { $1 })
            #expect(told.status == 404, "\(name)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a program that names such a field is refused, alone, in a change and in an import`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.officer, city)
        let before = try await rows(visitor)
        let own = try #require(
            before.first { $0.agencyID == city.agency(.own).id.description })
        for (name, value) in Self.closed {
            let field = "\"\(name)\":\"\(value)\""
            let added = try await visitor.call(
                .post, "/api/v1/systems", "{\"name\":\"X\",\(field)}")
            let revised = try await visitor.call(
                .patch, "/api/v1/systems/\(own.id)", "{\(field)}", seen: own.version)
            let imported = try await visitor.call(
                .post, "/api/v1/systems/imports", "{\"rows\":[{\"name\":\"X\",\(field)}]}")
            for told in [added, revised, imported] { #expect(told.status == 422, "\(name)") }
        }
        #expect(try await rows(visitor).map(\.version) == before.map(\.version))
    }

    @Test(arguments: TestEngine.allCases)
    func `changing many rows at once takes no such field either`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let visitor = try await Visitor(.officer, city)
        let before = try await rows(visitor)
        let own = try #require(
            before.first { $0.agencyID == city.agency(.own).id.description })
        for name in Self.closed.keys {
            let told = try await visitor.post(
                "/systems/bulk/change", ["field": name, name: "x", "row": own.id])
            #expect(told.status == 400, "\(name)")
        }
        #expect(try await rows(visitor).map(\.version) == before.map(\.version))
    }
}
