import Access
import Kernel
import Registers
import Team
import TestCity
import Testing

@testable import Programme

/// The act that confirms a roster at once, on a list that may show other agencies' members as well.
@Suite struct TeamListTests {
    @Test func `who has agencies below reads how many are confirmed, and whose`() async throws {
        let city = try await TestCity()
        let desk = RegisterDesk<TeamMember>(door: city.door)
        for (place, names) in [(TestCity.Place.own, ["甲", "乙"]), (.child, ["丙"])] {
            try await desk.addAll(
                names.map {
                    TypedFields([
                        "team": "資安防護組", "position": "組員", "name": $0, "fromOn": "2026-01-01",
                    ])
                }, by: .console("tester", in: city.agency(place)))
        }

        let above = try await Visitor(.officer, city, in: .own).get("/team").text
        let below = try await Visitor(.officer, city, in: .child).get("/team").text

        #expect(above.contains("丙") && above.contains("3 個小組成員"))
        #expect(above.contains(">\(city.agency(.own).name) 2 位都沒變，確認"))
        #expect(below.contains(">1 位都沒變，確認"))
    }

    @Test func `a roster without anybody offers nothing to confirm`() async throws {
        let page = try await Visitor(.officer, try await TestCity()).get("/team").text

        #expect(!page.contains("/team/confirmation"))
    }

    @Test func `who has left is not confirmed with the others, and is named on both lists`()
        async throws
    {
        let city = try await TestCity()
        let console = Caller.console("tester", in: city.agency(.own))
        let ciso = try await city.caller(.ciso)
        let desk = RegisterDesk<TeamMember>(door: city.door)
        let members = try await desk.addAll(
            ["甲", ciso.name].map {
                TypedFields([
                    "team": "資安防護組", "position": "組員", "name": $0, "fromOn": "2026-01-01",
                ])
            }, by: console)
        _ = try await RegisterDesk<CISOAppointment>(door: city.door).add(
            TypedFields([
                "name": ciso.name, "post": "副首長", "fromOn": "2026-01-01",
                "approvedOn": "2026-01-01", "document": "簽字第 1 號", "approver": "首長",
            ]), by: console)
        let person = try await city.door.read(by: console) {
            try Person.find(try #require(ciso.person), $0)
        }
        try await People(door: city.door).disable(person, by: city.console)
        let officer = try await Visitor(.officer, city)

        let list = try await officer.get("/team").text
        let told = try await officer.post("/team/confirmation")
        let appointments = try await officer.get("/ciso-appointments").text

        #expect(list.contains(" 1 位都沒變，確認") && list.contains("1 位成員的帳號已停用"))
        #expect(told.status == 303)
        for (member, isConfirmed) in zip(members, [true, false]) {
            let row = try await desk.find(member, by: console).row
            #expect((row.confirmedOn != nil) == isConfirmed)
        }
        #expect(appointments.contains("1 位資安長的帳號已停用"))
    }
}
