import Access
import Agencies
import Duties
import Foundation
import Inventory
import Kernel
import Registers
import Statute
import Storage
import TestCity
import TestEngines
import Testing

@testable import Commands
@testable import Programme

/// Every number that somebody reads is the number of the rows behind it, wherever it stands.
@Suite struct FigureTests {
    @Test(
        arguments: TestEngine.allCases,
        [
            (Role.officer, TestCity.Place.child), (.officer, .own), (.ciso, .own), (.head, .own),
            (.auditor, .own), (.manager, .own), (.custodian, .own), (.city, .parent),
        ])
    func `a figure leads to exactly the rows that it counts`(
        _ engine: TestEngine, _ who: (role: Role, place: TestCity.Place)
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        let reader = try await Visitor(who.role, city, in: who.place)
        let agency = city.agency(who.place).id
        var seen: Set<Figure> = []
        for page in [
            "/", "/brief", "/board", "/board?duties=all", "/board/all", "/duties", "/agencies",
            "/agencies/\(agency)", "/duties/act.ciso/agencies",
            "/duties/act.ciso/agencies?kind=國小", "/law", "/law?level=C",
            "/law/rules/duties/act.ciso", "/law/rules/duties/level.audit",
        ] {
            let told = try await reader.get(
                page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.union(["?"]))
                    ?? page)
            guard told.status == 200 else { continue }
            seen.formUnion(Figure.all(in: told.text))
        }

        #expect(seen.count >= 3)
        for figure in seen.sorted(by: { $0.place < $1.place }) {
            let list = try await reader.get(figure.place)
            #expect(list.status == 200, "\(figure)")
            #expect(Figure.rows(in: list.text) == figure.number, "\(figure)")
        }
    }

    @Test(
        arguments: TestEngine.allCases,
        [(Role.officer, TestCity.Place.child), (.officer, .own), (.city, .parent)])
    func `board, lists, agency pages, export, API and command count duties alike`(
        _ engine: TestEngine, _ who: (role: Role, place: TestCity.Place)
    ) async throws {
        let city = try await TestCity(on: engine)
        try await city.live()
        let reader = try await Visitor(who.role, city, in: who.place)
        let told = try APIDuties(try await reader.get("/api/v1/duties").bytes)
        let caller = try await city.caller(who.role, in: who.place)
        let standings = city.programme.standings
        let board = try await city.door.read(by: caller) {
            try CityBoard.read($0, standings, Recollection()).board
        }
        let sorts = Dictionary(
            uniqueKeysWithValues: board.organisations.map { ($0.name, $0.sort) })

        #expect(told.agencies.count == board.organisations.count)
        for duty in board.duties {
            let states = told.agencies.compactMap { agency in
                agency.worst[duty.duty.text].map { (sort: sorts[agency.name] ?? "", state: $0) }
            }.filter { $0.state != .notApplicable }
            for state in DutyState.allCases {
                let ofState = states.filter { $0.state == state }
                let onBoard = duty.tallies.values.reduce(0) { $0 + $1[state] }
                guard state != .notApplicable else { continue }
                #expect(onBoard == ofState.count, "\(duty.duty) \(state)")
                for (sort, tally) in duty.tallies {
                    #expect(tally[state] == ofState.count { $0.sort == sort })
                }
                guard onBoard > 0 else { continue }
                let list = try await reader.get(
                    "/duties/\(duty.duty)/agencies?state=\(state.rawValue)")
                #expect(Figure.rows(in: list.text) == onBoard, "\(duty.duty) \(state)")
            }
        }
        try await sheet(of: reader, tells: told, board)
        try await command(tells: told, who.role == .city ? nil : city.agency(who.place), city)
        for organisation in board.organisations {
            let agency = try #require(told.agencies.first { $0.name == organisation.name })
            try await page(of: organisation, tells: agency, to: reader)
        }
    }

    /// The export has a row an organisation, a column a duty, and the words of the states.
    private func sheet(
        of reader: Visitor, tells told: APIDuties, _ board: CityBoard
    ) async throws {
        let file = try await reader.get("/board/all/export?format=csv").text
        let lines = file.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let heading = try #require(lines.first)
        #expect(lines.count - 1 == board.organisations.count)
        for line in lines.dropFirst() {
            let agency = try #require(told.agencies.first { $0.name == line[1] })
            let organisation = try #require(board.organisations.first { $0.name == line[1] })
            #expect(line[4] == organisation.state.term.zh)
            for (column, words) in zip(heading, line).dropFirst(5) {
                let state = agency.byTerm[column] ?? .notApplicable
                #expect(
                    words == state.term.zh || (words.isEmpty && state == .notApplicable),
                    "\(line[1]) \(column)")
            }
        }
        for state in StandingOrganisation.State.allCases {
            #expect(
                lines.dropFirst().count { $0[4] == state.term.zh } == board.count(state))
        }
    }

    /// `chengdun duties` says of each agency what programs are told: of one by its code, of the
    /// city all of them. A bureau's are among all.
    private func command(
        tells told: APIDuties, _ agency: Agency?, _ city: TestCity
    ) async throws {
        let year = "\(ROCYear(of: city.clock.now.day).number)"
        func duties(_ whose: [String]) async throws -> APIDuties {
            let command = try DutiesCommand.parse(whose + ["--year", year, "--json"])
            return try APIDuties(
                Array(jsonText(try await command.answer(city.programme)).utf8))
        }
        let all = try await duties(["--all"])
        for expected in told.agencies {
            let found = try #require(all.agencies.first { $0.name == expected.name })
            #expect(found.periods == expected.periods && found.worst == expected.worst)
        }
        guard let agency, let code = agency.details.code else {
            #expect(all.agencies.count == told.agencies.count)
            return
        }
        let one = try await duties(["--agency", code])
        let expected = try #require(told.agencies.first { $0.name == agency.name })
        #expect(one.agencies.map(\.name) == [agency.name])
        #expect(one.agencies.first?.periods == expected.periods)
    }

    /// An organisation's own page counts its periods as programs count them.
    private func page(
        of organisation: StandingOrganisation, tells agency: APIDuties.Agency, to reader: Visitor
    ) async throws {
        let page = try await reader.get("/duties?agency=\(organisation.id)").text
        let counts = Dictionary(
            agency.periods.map { ($0.state, 1) }, uniquingKeysWith: +)
        for (state, count) in counts where state != .notApplicable {
            let words = "\(state.term.zh) \(count)</a>"
            #expect(page.contains(words), "\(organisation.name): \(words)")
        }
        let all = agency.periods.count { $0.state != .notApplicable }
        #expect(page.contains("共 \(all) 項"), "\(organisation.name)")
        #expect(Figure.rows(in: page) == all, "\(organisation.name)")
    }
}

/// What a program is told of duties.
private struct APIDuties {
    let agencies: [Agency]

    struct Period: Equatable {
        let id: String
        let opens: String
        let state: DutyState
    }

    struct Agency {
        let name: String
        /// What has a period, with its state.
        let periods: [Period]
        /// The state of each duty, of several periods the one that presses most.
        let worst: [String: DutyState]
        /// The same by the words of the duty.
        let byTerm: [String: DutyState]
    }

    init(_ bytes: [UInt8]) throws {
        struct Told: Decodable {
            let agencies: [Agency]

            struct Agency: Decodable {
                let name: String
                let duties: [Duty]
            }

            struct Duty: Decodable {
                let id: String
                let term: String
                let state: String
                let word: String
                let opens: String?
            }
        }
        agencies = try JSONDecoder().decode(Told.self, from: Data(bytes)).agencies.map { agency in
            let all = try agency.duties.map { told in
                let state = try #require(DutyState.allCases.first { $0.term.zh == told.word })
                #expect(told.state == state.code, "\(told.id)")
                return (told, state)
            }
            return Agency(
                name: agency.name,
                periods: all.compactMap { told, state in
                    told.opens.map { Period(id: told.id, opens: $0, state: state) }
                },
                worst: Dictionary(
                    all.map { ($0.0.id, $0.1) }, uniquingKeysWith: DutyState.worse),
                byTerm: Dictionary(
                    all.map { ($0.0.term, $0.1) }, uniquingKeysWith: DutyState.worse))
        }
    }
}

extension TestCity {
    /// Lets the small city live a little: levels, words signed, a waiver, a stock-take, a duty of
    /// the city that is owed twice a year.
    func live() async throws {
        for (place, level) in [
            (Place.parent, Level.a), (.own, .b), (.child, .c), (.sibling, .c), (.none, .d),
        ] {
            try await AgencyDesk(door: door).decide(
                level, for: agency(place).id, on: Day("2019-01-01")!, document: "字第 1 號",
                by: console)
        }
        let clerk = Caller.console("tester", in: agency(.child))
        let duties = programme.duties
        for duty in ["act.plan", "incident.procedures"] as [MeasureID] {
            _ = try await duties.declare(
                duty, doneOn: clock.now.day, in: ROCYear(of: clock.now.day), words: "已辦",
                by: clerk)
        }
        _ = try await duties.waive(
            "incident.response", because: "設備汰換中", consentBy: "教育局", document: "字第 1 號",
            from: clock.now.day.adding(days: -10), until: nil, by: clerk)
        var twice = CityDutyDraft()
        twice.term = "每半年清查帳號"
        twice.why = "離職的人不該還進得來"
        twice.document = "府資字第 9 號"
        twice.kinds = [.agency, .school]
        twice.levels = Level.allCases
        twice.cadence = .each(times: 1, months: 6)
        twice.from = clock.now.day
        _ = try await programme.lawDesk.add(twice, by: try await caller(.city))
        _ = try await RegisterDesk<Asset>(door: door).add(
            Self.typedAsset(named: "公文電腦"), by: clerk)
        // Who has left is in the list of people, and so in its figure.
        let people = People(door: door)
        let left = try await people.add(
            PersonDetails(name: "陳離職"), to: agency(.child).id, by: console)
        try await people.disable(left, by: console)
        try await programme.keepUpToDate()
    }
}
