import Access
import Foundation
import HTTPTypes
import Kernel
import Registers
import Team
import TestCity
import TestEngines
import Testing

@testable import Programme

/// Who may see that something is proven does not see the records behind it without leave.
@Suite struct ClosedRowsTests {
    @Test(arguments: TestEngine.allCases)
    func `the rows of a proof are shown to who may see the register that they are of`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        _ = try await RegisterDesk<CISOAppointment>(door: city.door).add(
            TypedFields([
                "name": "祕名副局長", "post": "副局長", "fromOn": "2026-01-01",
                "approvedOn": "2025-12-20", "document": "簽字第 1 號", "approver": "局長",
            ]), by: .console("tester", in: city.agency(.own)))
        #expect(!Role.custodian.permissions.contains(.seeTeam))
        #expect(Role.custodian.permissions.contains(.seeDuties))

        let officer = try await Visitor(.officer, city).get("/duties/act.ciso")
        let custodian = try await Visitor(.custodian, city).get("/duties/act.ciso")

        #expect(officer.status == 200 && officer.text.contains("祕名副局長"))
        #expect(custodian.status == 200 && !custodian.text.contains("祕名副局長"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a key opens the API and no first screen, account or seat`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let owner = try await city.caller(.securityOfficer)
        let key = try await city.programme.tokens.make(
            "盤點程式", for: [.seeSystems], days: 9, by: owner)
        let program = try await Visitor(key: key.text, city)

        #expect(try await program.get("/api/v1/systems").status == 200)
        for place in ["/", "/account", "/account/sessions", "/account/password", "/seats"] {
            #expect(try await program.get(place).status == 404, "\(place)")
        }
        for place in ["/seats", "/account/password", "/account/deputies"] {
            #expect(try await program.post(place).status == 403, "\(place)")
        }
        #expect(try await program.get("/api/v1/assets").status == 404)
    }

    @Test(arguments: TestEngine.allCases)
    func `a key ends with its owner's post, and an id is no key`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        let owner = try await city.caller(.securityOfficer)
        let key = try await city.programme.tokens.make(
            "盤點程式", for: [.seeSystems], days: 9, by: owner)
        let entry = try #require(try await city.programme.tokens.list(by: owner).first)
        for text in [
            entry.id.description, "cd_\(entry.id)", owner.agency.description, "cd_",
            "cd_" + String(repeating: "0", count: 64), key.text + "0", String(key.text.dropLast()),
        ] {
            let told = try await Visitor(key: text, city).get("/api/v1/systems")
            #expect(told.status == 401, "\(text)")
        }
        let people = People(door: city.door)
        let person = try await city.door.read(by: city.console) { view in
            try Person.find(#require(owner.person), view)
        }
        try await people.disable(person, by: city.console)

        #expect(try await Visitor(key: key.text, city).get("/api/v1/systems").status == 401)
    }
}
