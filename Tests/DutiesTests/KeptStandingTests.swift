import Access
import Agencies
import Duties
import Kernel
import Programme
import Registers
import Statute
import Storage
import Systems
import TestCity
import TestEngines
import Testing

/// What the Door keeps is what a full count would find.
@Suite struct KeptStandingTests {
    @Test(arguments: TestEngine.allCases)
    func `kept standings equal a full count after any change`(_ engine: TestEngine) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()
        var generator = SeededChoice(seed: 115)
        for _ in 0..<60 {
            try await city.changeSomething(using: &generator)
            try await city.expectKeptEqualsCounted()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a level changed, an agency moved, and midnight leave nothing stale`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.programme.keepUpToDate()

        try await city.file("B", for: .own)
        try await city.expectKeptEqualsCounted()
        _ = try await AgencyTree(door: city.door).move(
            city.agency(.child).id, under: city.agency(.sibling).id, by: city.console)
        try await city.expectKeptEqualsCounted()
        city.clock.advance(minutes: 60 * 24 * 40)
        try await city.programme.keepUpToDate()
        try await city.expectKeptEqualsCounted()

        let kept = try await city.door.read(by: city.console) { view in
            try view.values("SELECT year FROM standingYear ORDER BY year", as: Int.self)
        }
        #expect(kept == [115, 116])
    }

    @Test func `judging a whole city asks as often as judging the agency at its head`() async throws
    {
        let city = try await TestCity()
        func statements(_ reach: Reach) async throws -> Int {
            try await city.database.statements {
                _ = try await city.door.read(by: city.console) { view in
                    try city.programme.standings.judge.standings(
                        in: .of115, asOf: view.now.day, within: reach, view)
                }
            }.count
        }

        #expect(
            try await statements(.city) == statements(.agency(city.agency(.parent).id)))
    }

    @Test func `what duties ask of an agency's systems is answered from an index alone`()
        async throws
    {
        let city = try await TestCity()
        let agency = city.agency(.own).id
        let asked = try await city.database.statements {
            _ = try await city.door.read(by: city.console) { view in
                try city.programme.standings.judge.standings(
                    in: .of115, asOf: view.now.day, within: .agency(agency), view)
            }
        }.filter { $0.contains("FROM informationSystem\n") }
        #expect(!asked.isEmpty)

        for text in asked {
            let pieces = text.split(separator: "?", omittingEmptySubsequences: false)
                .map { SQL(stringLiteral: String($0)) }
            let question = pieces.dropFirst().reduce(pieces[0]) { $0 + "\(value: .null)" + $1 }
            let plan = try await city.database.read { session in
                try session.all("EXPLAIN QUERY PLAN \(question)") { row in
                    _ = (try row.next(Int.self), try row.next(Int.self), try row.next(Int.self))
                    return try row.next(String.self)
                }
            }.joined(separator: "\n")
            #expect(plan.contains("COVERING INDEX informationSystemInUse (agencyID=?)"), "\(text)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `counts by sort and by agency agree with the list, kept or not`(
        _ engine: TestEngine
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.file("C", for: .own)
        let before = try await city.counts()
        try await city.programme.keepUpToDate()
        let after = try await city.counts()

        #expect(before.list == after.list)
        #expect(before.byState == after.byState)
        #expect(before.byState == before.worst)
        #expect(before.worst != before.listed)
        #expect(after.byAgency == after.listed)
    }

    @Test func `grading is met when every system in use is graded, and only asked by the level`()
        async throws
    {
        let city = try await TestCity()
        let own = city.agency(.own).id
        #expect(try await city.state(of: "level.grading", in: own) == nil)

        try await city.file("C", for: .own)
        #expect(try await city.state(of: "level.grading", in: own) == .met)

        let system = city.system(.own)
        _ = try await RegisterDesk<InformationSystem>(door: city.door).revise(
            system.head.uuid, TypedFields(["state": "retired"]), seen: system.head.version,
            by: .console("tester", in: city.agency(.own)))
        #expect(try await city.state(of: "level.grading", in: own) == .late)
    }
}

extension ROCYear {
    static let of115 = ROCYear(115)!
}

extension TestCity {
    /// Gives the agency a level that it has had since the law began; `nil` takes its level back.
    func file(_ level: String?, for place: Place) async throws {
        let id = agency(place).id
        let desk = AgencyDesk(door: door)
        let decisions = try await door.read(by: console) { try LevelDecision.all(of: id, $0) }
        for decision in decisions { try await desk.withdraw(decision.id, of: id, by: console) }
        guard let level = level.flatMap(Level.init(rawValue:)) else { return }
        try await desk.decide(
            level, for: id, on: Day("2019-01-01")!, document: "字第 1 號", by: console)
    }

    func state(of duty: MeasureID, in agency: AgencyID) async throws -> DutyState? {
        try await door.read(by: console) { view in
            try programme.standings.ofAgency(agency, in: .of115, view)
                .first { $0.duty == duty }?.state(on: view.now.day)
        }
    }

    /// One of the changes that people make: a system added, graded, retired; a level filed.
    func changeSomething(using generator: inout SeededChoice) async throws {
        let place = Place.allCases.randomElement(using: &generator)!
        let desk = RegisterDesk<InformationSystem>(door: door)
        let caller = Caller.console("tester", in: agency(place))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
            try await file(["A", "B", "C", "D", nil].randomElement(using: &generator)!, for: place)
        case 1:
            let number = Int.random(in: 0..<1_000_000, using: &generator)
            _ = try await desk.add(Self.typedSystem(named: "系統 \(number)"), by: caller)
        case 2:
            let state = ["inUse", "planned", "retired"].randomElement(using: &generator)!
            let now = try await desk.find(system(place).head.uuid, by: caller).row
            _ = try await desk.revise(
                now.head.uuid, TypedFields(["state": state]), seen: now.head.version, by: caller)
        case 3:
            let building = ["own", "outsourced", "centralised"].randomElement(using: &generator)!
            let now = try await desk.find(system(place).head.uuid, by: caller).row
            _ = try await desk.revise(
                now.head.uuid,
                TypedFields([
                    "building": building, "citizenFacing": "\(Bool.random(using: &generator))",
                ]),
                seen: now.head.version, by: caller)
        case 4:
            _ = try await RegisterDesk<Business>(door: door).add(
                Self.typedBusiness(
                    named: "業務 \(Int.random(in: 0..<1_000_000, using: &generator))",
                    with: ["systemsAnswer": "listed", "systems": system(place).name]), by: caller)
        default:
            clock.advance(minutes: 60 * 24)
            try await programme.keepUpToDate()
        }
    }

    func expectKeptEqualsCounted() async throws {
        let (kept, counted) = try await door.read(by: console) { view in
            (
                try programme.standings.within(.city, in: .of115, view),
                try programme.standings.judge.standings(
                    in: .of115, asOf: view.now.day, within: .city, view)
            )
        }
        #expect(Set(kept) == Set(counted))
        #expect(kept.count == counted.count)
    }

    struct Counts: Sendable {
        let list: [Standing]
        let listed: [DutyState: Int]
        /// Each agency once with each duty.
        let worst: [DutyState: Int]
        let byState: [DutyState: Int]
        let byAgency: [DutyState: Int]
    }

    func counts() async throws -> Counts {
        try await door.read(by: console) { view in
            let standings = programme.standings
            let day = view.now.day
            let list = try standings.within(.city, in: .of115, view)
            let bySort = try standings.bySort(in: .of115, on: day, within: .city, view)
            let byAgency = try standings.byAgency(in: .of115, on: day, within: .city, view)
            return Counts(
                list: list,
                listed: Dictionary(list.map { ($0.state(on: day), 1) }, uniquingKeysWith: +),
                worst: Dictionary(
                    Standing.worst(list, on: day).map { ($0.state(on: day), 1) },
                    uniquingKeysWith: +),
                byState: Dictionary(bySort.map { ($0.state, $0.count) }, uniquingKeysWith: +),
                byAgency: Dictionary(
                    byAgency.values.flatMap { $0.map { ($0.key, $0.value) } },
                    uniquingKeysWith: +))
        }
    }
}

/// The same choices for the same seed (SplitMix64, Steele et al. 2014).
struct SeededChoice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
