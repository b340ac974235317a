import Access
import Duties
import Kernel
import TestCity
import TestEngines
import Testing

/// Signed words and waivers: what they do to a duty, and who may.
@Suite struct DeclarationTests {
    private static let duty: MeasureID = "incident.procedures"
    private static let today = Day(year: 2026, month: 11, day: 23)!

    @Test(arguments: TestEngine.allCases)
    func `a declared duty is declared, never met, and withdrawn it is open again`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let officer = try await city.caller(.officer)
        let own = city.agency(.own).id
        #expect(try await city.state(of: Self.duty, in: own) == .missing)

        let id = try await city.declare(Self.duty, by: officer)
        #expect(try await city.state(of: Self.duty, in: own) == .declared)
        try await city.expectKeptEqualsCounted()

        _ = try await city.programme.duties.withdraw(id, because: "寫錯機關", by: officer)
        #expect(try await city.state(of: Self.duty, in: own) == .missing)
        try await city.expectKeptEqualsCounted()
    }

    @Test func `a newer word takes the place of the one before`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        _ = try await city.declare(Self.duty, by: officer)
        _ = try await city.declare(Self.duty, by: officer)

        let look = try await city.programme.duties.look(
            at: Self.duty, of: officer.agency, in: .of115, by: officer)

        #expect(look.declarations.map(\.state) == [.standing, .superseded])
    }

    @Test func `what a register proves is not declared`() async throws {
        let city = try await TestCity()
        try await city.file("C", for: .own)
        let officer = try await city.caller(.officer)

        await #expect(throws: DutyRefusal.provenByRegister) {
            _ = try await city.declare("level.grading", by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what counted is listed with its place`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.file("C", for: .own)
        let officer = try await city.caller(.officer)
        func rows(_ duty: MeasureID) async throws -> [CountedRow] {
            try await city.programme.duties.look(
                at: duty, of: officer.agency, in: .of115, by: officer
            ).rows
        }
        let system = city.system(.own)

        let graded = try await rows("level.grading")

        #expect(graded.map(\.place) == [["systems", system.head.uuid.uuidString.lowercased()]])
        #expect(graded.map(\.counts) == [true])
        #expect(try await rows("plan.inventory").isEmpty)
    }

    @Test func `a day that has not come, and no words, are refused`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)

        await #expect(throws: DutyRefusal.doneLater(Self.today)) {
            _ = try await city.declare(Self.duty, on: Self.today.adding(days: 1), by: officer)
        }
        await #expect(throws: DutyRefusal.declarationWords) {
            _ = try await city.declare(Self.duty, words: "  ", by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a waived duty is waived for its days and no longer`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        let ciso = try await city.caller(.ciso)
        _ = try await city.programme.duties.waive(
            Self.duty, because: "設備汰換中", consentBy: "資訊局", document: "府資字第 1 號",
            from: Self.today, until: Self.today.adding(days: 2), by: ciso)
        let own = city.agency(.own).id

        #expect(try await city.state(of: Self.duty, in: own) == .waived)
        city.clock.advance(minutes: 3 * 24 * 60)
        #expect(try await city.state(of: Self.duty, in: own) == .missing)
    }

    @Test func `a waiver without reason, consent or letter is none`() async throws {
        let city = try await TestCity()
        let ciso = try await city.caller(.ciso)
        func waive(_ reason: String, _ consent: String, _ letter: String) async throws {
            _ = try await city.programme.duties.waive(
                Self.duty, because: reason, consentBy: consent, document: letter,
                from: Self.today, until: nil, by: ciso)
        }

        await #expect(throws: DutyRefusal.waiverReason) { try await waive(" ", "資訊局", "1") }
        await #expect(throws: DutyRefusal.waiverConsent) { try await waive("汰換", "", "1") }
        await #expect(throws: DutyRefusal.waiverDocument) { try await waive("汰換", "資訊局", "") }
    }

    @Test func `another agency's word is unknown, and so are its duties`() async throws {
        let city = try await TestCity()
        let officer = try await city.caller(.officer)
        let id = try await city.declare(Self.duty, by: officer)
        let neighbour = try await city.caller(.officer, in: .sibling)

        await #expect(throws: DutyRefusal.unknown) {
            _ = try await city.programme.duties.withdraw(id, because: "", by: neighbour)
        }
        await #expect(throws: AgencyRefusal.unknown) {
            _ = try await city.programme.duties.list(
                of: officer.agency, in: .of115, by: neighbour)
        }
    }
}

extension TestCity {
    func declare(
        _ duty: MeasureID, on day: Day? = nil, words: String = "已公告程序書", by caller: Caller
    ) async throws -> DeclarationID {
        try await programme.duties.declare(
            duty, doneOn: day ?? clock.now.day, in: .of115, words: words, by: caller)
    }
}
