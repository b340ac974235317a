import Access
import Kernel
import Registers
import TestCity
import TestEngines
import Testing

@testable import Incidents

@Suite struct ReportTests {
    @Test(arguments: TestEngine.allCases)
    func `the time is saved at once, with both clocks`(_ engine: TestEngine) async throws {
        let desk = try await Desk(on: engine)
        let id = try await desk.report(minutesAgo: 30)

        let incident = try await desk.incident(id)

        #expect(incident.report.knownAt == desk.now.adding(minutes: -30))
        #expect(incident.report.reportedAt == desk.now)
        #expect(incident.phase == .untold)
        #expect(incident.number.description == "115-0001")
    }

    @Test func `numbers run over the whole city, those of drills by themselves`() async throws {
        let desk = try await Desk()
        var numbers: [String] = []
        for (place, isDrill) in [(TestCity.Place.own, false), (.none, false), (.own, true)] {
            let id = try await desk.report(in: place, isDrill: isDrill)
            numbers.append(try await desk.incident(id).number.description)
        }

        #expect(numbers == ["115-0001", "115-0002", "D115-0001"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a list of more than a thousand says how many there are`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let year = ROCYear(of: desk.now.day)
        let own = desk.city.agency(.own).id
        let many = (1...1_234).map { sequence in
            Incident(
                id: IncidentID(at: desk.now), agencyID: own, version: 1,
                number: IncidentNumber(year: year, sequence: sequence, isDrill: false),
                report: IncidentReport(
                    knownAt: desk.now, reportedAt: desk.now, reporter: nil, reporterName: "王"))
        }
        try await desk.city.door.change(
            .reportIncident, in: own, needs: .reportIncidents, by: desk.console(.own)
        ) { change in try change.insert(contentsOf: many) }
        var ofYear = IncidentQuery()
        ofYear.year = year

        let (rows, hasMore, count) = try await desk.desk.list(ofYear, by: desk.city.console)

        #expect(rows.count == 50 && hasMore)
        #expect("\(count)" == "1234")
    }

    @Test func `a withdrawn incident keeps its number`() async throws {
        let desk = try await Desk()
        let first = try await desk.report()
        try await desk.desk.withdraw(first, reason: "看錯了", by: desk.console(.own))
        let second = try await desk.report()

        #expect(try await desk.incident(first).number.description == "115-0001")
        #expect(try await desk.incident(second).number.description == "115-0002")
        #expect(try await desk.incident(first).phase == .withdrawn)
    }

    @Test(arguments: [1, 60 * 24 * 365 * 20 * -1])
    func `a time that has not come, or of no law, is refused`(_ minutes: Int) async throws {
        let desk = try await Desk()

        let refusal = try await #require(throws: InvalidRow.self) {
            try await desk.report(minutesAgo: -minutes)
        }
        #expect(refusal.errors.map(\.field.text) == ["knownAt"])
    }

    @Test func `every member of staff reports, and sees no report but the own`() async throws {
        let desk = try await Desk()
        let staff = try await desk.city.caller(.staff)
        let others = try await desk.report()
        let own = try await desk.desk.report(knownAt: desk.now, isDrill: false, by: staff)

        #expect(try await desk.desk.find(own, by: staff).incident.report.reporter == staff.person)
        await #expect(throws: IncidentRefusal.unknown) {
            try await desk.desk.find(others, by: staff)
        }
        let listed = try await desk.desk.list(IncidentQuery(), by: staff)
        #expect(listed.rows.map(\.incident.id) == [own])
    }

    @Test func `the reporter tells the rest until it is notified, and handles nothing`()
        async throws
    {
        let desk = try await Desk()
        let staff = try await desk.city.caller(.staff)
        let officer = try await desk.city.caller(.officer)
        let id = try await desk.desk.report(knownAt: desk.now, isDrill: false, by: staff)
        let account = IncidentAccount(kind: .leaked, words: "名單寄錯人")

        try await desk.desk.describe(id, as: account, by: staff)
        await #expect(throws: ChangeRefusal.notAllowed(.handleIncidents)) {
            try await desk.desk.notify(id, at: desk.now, receipt: nil, by: staff)
        }
        try await desk.desk.notify(id, at: desk.now, receipt: "N-1", by: officer)

        await #expect(throws: ChangeRefusal.notAllowed(.handleIncidents)) {
            try await desk.desk.describe(
                id, as: IncidentAccount(kind: .other, words: "改口"), by: staff)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `another agency's incident is unknown, a subordinate's is seen and not handled`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let officer = try await desk.city.caller(.officer)
        let foreign = try await desk.report(in: .sibling)
        let below = try await desk.report(in: .child)

        await #expect(throws: IncidentRefusal.unknown) {
            try await desk.desk.find(foreign, by: officer)
        }
        await #expect(throws: IncidentRefusal.unknown) {
            try await desk.desk.notify(foreign, at: desk.now, receipt: nil, by: officer)
        }
        #expect(try await desk.desk.find(below, by: officer).incident.id == below)
        await #expect(throws: IncidentRefusal.ofAnotherAgency) {
            try await desk.desk.notify(below, at: desk.now, receipt: nil, by: officer)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a program that reports again with its key reports once`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await Desk(on: engine)
        let officer = try await desk.city.caller(.officer)
        let key = try #require(IdempotencyKey("k-1", request: Digest(of: [1])))
        let other = try #require(IdempotencyKey("k-1", request: Digest(of: [2])))

        let first = try await desk.desk.report(
            knownAt: desk.now, isDrill: false, by: officer, once: key)
        let again = try await desk.desk.report(
            knownAt: desk.now, isDrill: false, by: officer, once: key)

        #expect(first == again)
        await #expect(throws: ChangeRefusal.keyUsedForSomethingElse) {
            try await desk.desk.report(
                knownAt: desk.now, isDrill: false, by: officer, once: other)
        }
        #expect(try await desk.desk.list(IncidentQuery(), by: officer).count.number == 1)
    }

    @Test func `systems of another agency cannot be picked`() async throws {
        let desk = try await Desk()
        let id = try await desk.report()
        let foreign = desk.city.system(.sibling).head.uuid
        let own = desk.city.system(.own).head.uuid

        try await desk.desk.affect(
            id, IncidentEffect(extents: [.leak: .slight]), systems: [foreign, own],
            by: desk.console(.own))

        let seen = try await desk.desk.find(id, by: desk.city.console)
        #expect(seen.affected.map(\.id) == [own])
    }

    @Test func `another level than the rule's needs a reason`() async throws {
        let desk = try await Desk()

        await #expect(throws: InvalidRow.self) {
            let id = try await desk.told()
            try await desk.desk.judge(id, as: .three, reason: "", by: desk.console(.own))
        }
        let id = try await desk.told(level: .three)
        let judgement = try #require(try await desk.incident(id).judgement)
        #expect(judgement.proposed == .one && judgement.level == .three)
        #expect(judgement.reason == "影響比表上重")
        #expect(judgement.decidedBy == "alteration.noncore.slight")
    }
}
