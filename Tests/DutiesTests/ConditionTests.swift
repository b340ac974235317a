import Access
import Agencies
import Duties
import Kernel
import Programme
import Registers
import Statute
import Systems
import TestCity
import TestEngines
import Testing

/// Duties that hang on a fact are owed when the list of systems says so, and nobody is asked.
@Suite struct ConditionTests {
    private func owed(_ place: TestCity.Place, _ city: TestCity) async throws -> Set<String> {
        let desk = city.programme.duties
        let list = try await desk.list(of: city.agency(place).id, in: .of115, by: city.console)
        return Set(list.entries.map(\.claim.duty.text))
    }

    private func say(
        _ subject: Circumstance.Subject, _ answer: Circumstance.Answer, from day: Day,
        _ place: TestCity.Place, _ city: TestCity
    ) async throws {
        _ = try await RegisterDesk<Circumstance>(door: city.door).add(
            TypedFields([
                "subject": subject.rawValue, "answer": answer.rawValue, "fromOn": "\(day)",
            ]), by: Caller.console("tester", in: city.agency(place)))
    }

    @Test(arguments: TestEngine.allCases)
    func `a filter of mail is owed until the agency says that it has no mail server`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await AgencyDesk(door: city.door).decide(
            .c, for: city.agency(.child).id, on: Day("2019-01-01")!, document: "字第 1 號",
            by: city.console)
        try await city.programme.keepUpToDate()
        let today = city.clock.now.day
        #expect(try await owed(.child, city).contains("level.mail-filter"))

        try await say(.mailServer, .no, from: today.adding(days: -30), .child, city)
        #expect(try await !owed(.child, city).contains("level.mail-filter"))
        let look = try await city.programme.duties.look(
            at: "level.mail-filter", of: city.agency(.child).id, in: .of115, by: city.console)
        #expect(look.absence?.zh.contains("沒有自己的郵件伺服器") == true)

        // What is said for a later day does not speak yet; what is said for today does.
        try await say(.mailServer, .yes, from: today.adding(days: 1), .child, city)
        #expect(try await !owed(.child, city).contains("level.mail-filter"))
        try await say(.mailServer, .yes, from: today, .child, city)
        #expect(try await owed(.child, city).contains("level.mail-filter"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a contract is owed for services beside systems, in the agency that says so alone`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let today = city.clock.now.day
        #expect(try await !owed(.child, city).contains("act.contract"))

        try await say(.outsourcedServices, .no, from: today, .child, city)
        #expect(try await !owed(.child, city).contains("act.contract"))
        try await say(.outsourcedServices, .yes, from: today, .child, city)

        #expect(try await owed(.child, city).contains("act.contract"))
        #expect(try await !owed(.sibling, city).contains("act.contract"))
    }

    private func revise(
        _ place: TestCity.Place, _ words: [String: String], _ city: TestCity
    ) async throws {
        let desk = RegisterDesk<InformationSystem>(door: city.door)
        let clerk = Caller.console("tester", in: city.agency(place))
        let system = try await desk.find(city.system(place).head.uuid, by: clerk).row
        _ = try await desk.revise(
            system.head.uuid, TypedFields(words), seen: system.head.version, by: clerk)
    }

    @Test(arguments: TestEngine.allCases)
    func `a contract is owed once a system is outsourced`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let desk = city.programme.duties
        #expect(try await !owed(.child, city).contains("act.contract"))
        let look = try await desk.look(
            at: "act.contract", of: city.agency(.child).id, in: .of115, by: city.console)
        #expect(look.absence?.zh.contains("都不是委外") == true)

        try await revise(.child, ["building": "outsourced"], city)

        #expect(
            try await owed(.child, city).isSuperset(of: [
                "act.contract", "plan.vendor-supervision", "plan.vendor-exit",
            ]))
        try await city.expectKeptEqualsCounted()
    }

    @Test(arguments: TestEngine.allCases)
    func `whose systems are all run by a superior reviews no grading of its own`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        #expect(try await owed(.child, city).contains("plan.grading-review"))

        try await revise(.child, ["building": "centralised"], city)

        #expect(try await !owed(.child, city).contains("plan.grading-review"))
        try await city.expectKeptEqualsCounted()
    }

    @Test(arguments: TestEngine.allCases)
    func `a firewall for applications is owed where a core system serves citizens`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.file("B", for: .own)
        try await city.programme.keepUpToDate()
        #expect(try await !owed(.own, city).contains("level.waf"))

        try await revise(.own, ["citizenFacing": "true"], city)
        #expect(try await !owed(.own, city).contains("level.waf"))
        // The system becomes core through the business that depends on it.
        _ = try await RegisterDesk<Business>(door: city.door).add(
            TestCity.typedBusiness(
                named: "招生", with: ["systemsAnswer": "listed", "systems": city.system(.own).name]),
            by: .console("tester", in: city.agency(.own)))

        #expect(try await owed(.own, city).contains("level.waf"))
        try await city.expectKeptEqualsCounted()
    }

    @Test func `a register that holds nothing takes no duty away`() async throws {
        let city = try await TestCity()
        try await revise(.child, ["state": "retired"], city)

        #expect(try await owed(.child, city).contains("act.contract"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a change that moves no condition costs no new judging`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()

        let unmoved = try await city.database.statements {
            try await revise(.child, ["owner": "學務處"], city)
        }.count
        let moved = try await city.database.statements {
            try await revise(.child, ["building": "outsourced"], city)
        }.count

        #expect(unmoved < moved)
    }
}
