import Access
import Kernel
import Registers
import Statute
import TestCity
import TestEngines
import Testing

@testable import Incidents

@Suite struct CourseTests {
    @Test(arguments: TestEngine.allCases)
    func `an incident runs its course`(_ engine: TestEngine) async throws {
        let desk = try await Desk(on: engine)
        let school = desk.console(.child)
        let bureau = try await desk.city.caller(.securityOfficer)
        let id = try await desk.told(in: .child, minutesAgo: 20)

        desk.city.clock.advance(minutes: 1)
        try await desk.desk.notify(id, at: desk.now, receipt: "N-115-7", by: school)
        desk.city.clock.advance(minutes: 1)
        try await desk.desk.review(id, as: .one, reason: "", by: bureau)
        desk.city.clock.advance(minutes: 1)
        try await desk.desk.tellAuthority(id, by: bureau)
        desk.city.clock.advance(minutes: 1)
        try await desk.desk.contain(id, at: desk.now, words: "還原首頁", by: school)
        desk.city.clock.advance(minutes: 1)
        try await desk.desk.fileReport(id, at: desk.now, words: "校資字第 1 號", by: school)
        desk.city.clock.advance(minutes: 1)
        try await desk.desk.close(id, words: "定期更新套件", by: school)

        let seen = try await desk.desk.find(id, by: bureau)
        #expect(seen.incident.phase == .closed)
        #expect(seen.incident.confirmedLevel == .one)
        #expect(
            seen.steps.map(\.kind).reversed() == [
                .reported, .described, .judged, .notified, .reviewed, .told, .contained,
                .reportFiled, .closed,
            ])
        #expect(seen.steps.first { $0.kind == .reviewed }?.by == "教育局資安專責人員（教育局）")
    }

    @Test func `an incident cannot close while something is owed`() async throws {
        let desk = try await Desk()
        let caller = desk.console(.own)
        let id = try await desk.told()

        let refusal = try await #require(throws: IncidentRefusal.self) {
            try await desk.desk.close(id, words: "", by: caller)
        }
        #expect(refusal.code == "incident.owed")
        #expect(refusal.message.zh.contains("通報"))
        try await desk.desk.notify(id, at: desk.now, receipt: nil, by: caller)
        await #expect(throws: IncidentRefusal.self) {
            try await desk.desk.close(id, words: "", by: caller)
        }
    }

    @Test func `a changed level is notified and reviewed again; what was confirmed stays`()
        async throws
    {
        let desk = try await Desk()
        let caller = desk.console(.child)
        let id = try await desk.told(in: .child)
        try await desk.desk.notify(id, at: desk.now, receipt: nil, by: caller)
        let bureau = try await desk.city.caller(.ciso)
        try await desk.desk.review(id, as: .one, reason: "", by: bureau)
        desk.city.clock.advance(minutes: 90)

        try await desk.desk.judge(id, as: .three, reason: "擴大了", by: caller)

        let clocks = try await desk.clocks(id)
        #expect(clocks[.renotification]?.deadline.start == desk.now)
        #expect(clocks[.renotification]?.isRunning == true)
        #expect(clocks[.review]?.isRunning == true)
        #expect(try await desk.incident(id).confirmedLevel == .one)
        #expect(try await desk.incident(id).phase == .unnotified)
        desk.city.clock.advance(minutes: 5)
        try await desk.desk.notify(id, at: desk.now, receipt: "N-2", by: caller)
        #expect(try await desk.clocks(id)[.review]?.deadline.start == desk.now)
    }

    @Test func `a level that the superior changes is notified again and old deadlines stay seen`()
        async throws
    {
        let desk = try await Desk()
        let id = try await desk.told(in: .child)
        try await desk.desk.notify(id, at: desk.now, receipt: nil, by: desk.console(.child))
        let bureau = try await desk.city.caller(.ciso)

        await #expect(throws: InvalidRow.self) {
            try await desk.desk.review(id, as: .three, reason: "", by: bureau)
        }
        try await desk.desk.review(id, as: .three, reason: "涉及核心系統", by: bureau)

        let incident = try await desk.incident(id)
        #expect(incident.level == .three && incident.confirmedLevel == .three)
        #expect(incident.owesRenotification)
        let former = try incident.formerDeadlines(at: .one, by: desk.desk.law)
        #expect(former.map(\.clock.id).contains("containment"))
        #expect(try await desk.clocks(id)[.review]?.metAt == desk.now)
    }

    @Test func `a level that changes before the notification is notified once`() async throws {
        let desk = try await Desk()
        let id = try await desk.told()
        try await desk.desk.judge(id, as: .two, reason: "比較重", by: desk.console(.own))

        #expect(try await desk.clocks(id)[.renotification] == nil)
    }

    @Test func `nobody reviews the incidents of the own agency but the city`() async throws {
        let desk = try await Desk()
        let officer = try await desk.city.caller(.securityOfficer)
        let city = try await desk.city.caller(.city)
        let own = try await desk.told()
        let citys = try await desk.told(in: .parent)
        try await desk.desk.notify(own, at: desk.now, receipt: nil, by: desk.console(.own))
        try await desk.desk.notify(citys, at: desk.now, receipt: nil, by: desk.console(.parent))

        await #expect(throws: IncidentRefusal.reviewIsTheSuperiors) {
            try await desk.desk.review(own, as: .one, reason: "", by: officer)
        }
        try await desk.desk.review(own, as: .one, reason: "", by: city)
        try await desk.desk.review(citys, as: .one, reason: "", by: city)
        #expect(try await desk.incident(citys).confirmedLevel == .one)
    }

    @Test func `a corrected time of knowledge moves the clocks and leaves a trace`() async throws {
        let desk = try await Desk()
        let caller = desk.console(.own)
        let id = try await desk.told(minutesAgo: 30)
        let known = try await desk.incident(id).report.knownAt
        try await desk.desk.notify(id, at: desk.now, receipt: nil, by: caller)

        desk.city.clock.advance(minutes: 1)
        try await desk.desk.correct(
            id, knownAt: known.adding(minutes: -60), reason: "老師早上就發現", by: caller)

        #expect(try await desk.clocks(id)[.notification]?.isLate(at: desk.now) == true)
        let step = try await desk.desk.find(id, by: caller).steps.first
        #expect(step?.kind == .corrected)
        #expect(step?.words?.hasSuffix("：老師早上就發現") == true)
        for (minutes, reason) in [(60, "太晚"), (-10, "")] {
            await #expect(throws: InvalidRow.self) {
                try await desk.desk.correct(
                    id, knownAt: known.adding(minutes: minutes), reason: reason, by: caller)
            }
        }
    }

    @Test func `two who tell at once do not overwrite each other`() async throws {
        let desk = try await Desk()
        let caller = desk.console(.own)
        let id = try await desk.report()
        let seen = try await desk.incident(id).version
        let account = IncidentAccount(kind: .other, words: "第一個說的")
        try await desk.desk.describe(id, as: account, seen: seen, by: caller)

        await #expect(throws: ChangeRefusal.changedMeanwhile) {
            try await desk.desk.describe(
                id, as: IncidentAccount(kind: .leaked, words: "第二個說的"), seen: seen, by: caller)
        }
        #expect(try await desk.incident(id).account == account)
    }

    @Test func `a review waits for the notification`() async throws {
        let desk = try await Desk()
        let bureau = try await desk.city.caller(.ciso)
        let id = try await desk.told(in: .child)

        await #expect(throws: IncidentRefusal.notReceived) {
            try await desk.desk.review(id, as: .one, reason: "", by: bureau)
        }
        await #expect(throws: IncidentRefusal.notReviewed) {
            try await desk.desk.tellAuthority(id, by: bureau)
        }
    }

    @Test(arguments: [-1, 65])
    func `an act lies between knowledge and now`(_ minutesAgo: Int) async throws {
        let desk = try await Desk()
        let id = try await desk.told(minutesAgo: 60)

        await #expect(throws: InvalidRow.self) {
            try await desk.desk.notify(
                id, at: desk.now.adding(minutes: -minutesAgo), receipt: nil,
                by: desk.console(.own))
        }
    }

    @Test func `what is over is not changed`() async throws {
        let desk = try await Desk()
        let id = try await desk.told()
        try await desk.desk.withdraw(id, reason: "誤報", by: desk.console(.own))
        let number = try await desk.incident(id).number

        await #expect(throws: IncidentRefusal.over(number)) {
            try await desk.desk.notify(id, at: desk.now, receipt: nil, by: desk.console(.own))
        }
    }

    @Test func `a drill is closed, and its result is owed then`() async throws {
        let desk = try await Desk()
        let caller = desk.console(.own)
        let id = try await desk.told(isDrill: true)
        try await desk.desk.notify(id, at: desk.now, receipt: nil, by: caller)
        try await desk.desk.contain(id, at: desk.now, words: "演練完成", by: caller)
        try await desk.desk.fileReport(id, at: desk.now, words: "演練報告", by: caller)
        await #expect(throws: IncidentRefusal.drillGoesOn) {
            try await desk.desk.fileResult(id, at: desk.now, words: "函送", by: caller)
        }
        try await desk.desk.close(id, words: "", by: caller)

        #expect(try await desk.clocks(id)[.drillResult]?.isRunning == true)
        let city = try await desk.city.caller(.city)
        try await desk.desk.review(id, as: .one, reason: "", by: city)
        try await desk.desk.tellAuthority(id, by: city)
        #expect(try await desk.running(by: city).map(\.term.zh) == ["演練結果送主管機關"])
        try await desk.desk.fileResult(id, at: desk.now, words: "函送", by: caller)
        #expect(try await desk.clocks(id)[.drillResult]?.metAt == desk.now)
        #expect(try await desk.running(by: city) == [])
    }
}
