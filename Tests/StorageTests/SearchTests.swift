import Foundation
import Kernel
import Storage
import TestEngines
import Testing

@Suite struct SearchTests {
    private static let texts = [
        "臺北市政府資訊局 主機房", "臺北大眾捷運", "北市府 A5000 伺服器", "編號A5000防火牆", "政風處",
        "𠮷野家訂位系統", "Web Portal v2.1", "ＡＢＣ－１２３", "市政大樓 市府", "O'Brien \"quoted\" \\ back",
    ]

    @Test(
        arguments: [
            ("臺北", [0, 1]),
            ("市政府", [0]),
            ("政", [0, 4, 8]),
            ("府", [0, 2, 8]),
            ("市府", [2, 8]),
            ("編號A5000", [3]),
            ("a5000", [2, 3]),
            ("A50", [2, 3]),
            ("𠮷野家", [5]),
            ("𠮷", [5]),
            ("野家訂", [5]),
            ("portal", [6]),
            ("port web", [6]),
            ("abc 123", [7]),
            ("o'brien", [9]),
            ("QUOTED \\", [9]),
            ("北府", []),
            ("臺北 捷運", [1]),
            ("' OR 1 = 1 --", []),
            ("terms : \"政\" NOT x", []),
            ("…", []),
            ("", []),
        ])
    func `a search finds what has all its words`(_ text: String, _ expected: [Int]) async throws {
        for engine in TestEngine.allCases {
            let library = try await Library(Self.texts, on: engine)
            #expect(try await library.find(text) == expected, "\(engine): \(text)")
            #expect(try await library.ask(text) == expected, "\(engine): \(text), one by one")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the word for a register finds only the records that say it`(
        _ engine: TestEngine
    ) async throws {
        let library = try await Library(["System A", "網站"], on: engine)
        #expect(try await library.find("system") == [0])
        #expect(try await library.find("sys") == [0])
    }

    @Test(arguments: TestEngine.allCases)
    func `a word is common when more records than that have it`(
        _ engine: TestEngine
    ) async throws {
        let library = try await Library(Self.texts, on: engine)
        #expect(try await library.isAnswered("政", byMoreThan: 2))
        #expect(try await !library.isAnswered("政", byMoreThan: 3))
        #expect(try await !library.isAnswered("…", byMoreThan: 0))
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        #expect(try await !library.isAnswered("政", byMoreThan: 0, in: [neighbour]))
        #expect(try await library.isAnswered("政", byMoreThan: 2, in: [neighbour, library.agency]))
    }

    @Test(arguments: TestEngine.allCases)
    func `entries of an older release are found as before`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([SearchIndex.migrations[0]])
        let agency = AgencyID(at: Instant(microseconds: 1))
        let record = UUID(version7At: Instant(microseconds: 0))
        let scope = "systemx" + agency.description.replacing("-", with: "")
        try await database.write { session in
            switch session.dialect {
            case .sqlite:
                try session.execute(
                    """
                    INSERT INTO searchEntry (number, kind, recordID, agencyID)
                    VALUES (1, 'system', \(record), \(agency))
                    """)
                try session.execute(
                    """
                    INSERT INTO searchTerms (rowid, scope, terms) VALUES (1, \(scope), '公文 文')
                    """)
            case .postgreSQL:
                try session.execute(
                    """
                    INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                    VALUES (1, 'system', \(record), \(agency),
                      CAST(\("'\(scope)' '公文':1 '文':2") AS TSVECTOR))
                    """)
            }
        }
        try await Migrations.apply(SearchIndex.migrations, to: database)
        let found = try await database.read { session in
            try ["公文", "system"].map { words in
                let question = SearchQuestion(words, of: "system", in: [agency])
                return try session.values(question.records(), as: UUID.self)
            }
        }
        #expect(found == [[record], []])
    }

    @Test(arguments: TestEngine.allCases)
    func `a record is found by its last words only`(_ engine: TestEngine) async throws {
        let library = try await Library(Self.texts, on: engine)
        try await library.put(0, "高雄市政府")
        #expect(try await library.find("臺北") == [1])
        #expect(try await library.find("高雄") == [0])
        try await library.remove(0)
        #expect(try await library.find("高雄") == [])
        #expect(try await library.find("政") == [4, 8])
    }

    @Test(arguments: TestEngine.allCases)
    func `the search of one agency finds nothing of another`(_ engine: TestEngine) async throws {
        let library = try await Library(Self.texts, on: engine)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        #expect(try await library.find("臺北", in: library.agency) == [0, 1])
        #expect(try await library.find("臺北", in: neighbour) == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `a long text is kept as far as it goes`(_ engine: TestEngine) async throws {
        let long = "開始" + String(repeating: "資通安全", count: 10_000) + "結束"
        let library = try await Library([long], on: engine)
        #expect(try await library.find("開始資通") == [0])
    }

    @Test func `a text is cut into pairs and words`() {
        #expect(SearchText("臺北市 A5000號").terms == ["臺北", "北市", "市", "a5000", "號"])
        #expect(SearchText("Ｗｅｂ㈱").terms == SearchText("web(株)").terms)
        #expect(SearchText("葛\u{E0100}飾").terms == ["葛飾", "飾"])
        #expect(SearchText(" ，。").terms.isEmpty)
    }
}

/// A few records of one kind in the index.
private struct Library {
    let agency = AgencyID(at: Instant(microseconds: 1))
    private let database: any Database
    private let ids: [UUID]

    init(_ texts: [String], on engine: TestEngine) async throws {
        database = try await engine.fresh(SearchIndex.migrations)
        ids = texts.map { _ in UUID(version7At: Instant(microseconds: 0)) }
        for (index, text) in texts.enumerated() { try await put(index, text) }
        let other = RecordID(kind: "other", uuid: UUID(version7At: Instant(microseconds: 0)))
        try await database.write { [agency] session in
            try SearchIndex.put(other, of: agency, text: texts.joined(), in: session)
        }
    }

    func put(_ index: Int, _ text: String) async throws {
        let record = RecordID(kind: "system", uuid: ids[index])
        try await database.write { [agency] session in
            try SearchIndex.put(record, of: agency, text: text, in: session)
        }
    }

    func remove(_ index: Int) async throws {
        let record = RecordID(kind: "system", uuid: ids[index])
        try await database.write { try SearchIndex.remove(record, in: $0) }
    }

    /// The places of what is found, in their order.
    func find(_ text: String, in agency: AgencyID? = nil) async throws -> [Int] {
        let found = try await database.read { session in
            try session.values(
                """
                SELECT searchEntry.recordID FROM searchEntry
                WHERE \(search: text, of: "system", id: "searchEntry.recordID", in: agency)
                """, as: UUID.self)
        }
        return ids.indices.filter { found.contains(ids[$0]) }
    }

    /// The places of the records that say yes when each is asked.
    func ask(_ text: String) async throws -> [Int] {
        let question = SearchQuestion(text, of: "system")
        let found = try await database.read { session in
            try session.values(
                """
                SELECT asked.recordID FROM searchEntry AS asked
                WHERE \(question.isAnswered(by: "asked.recordID"))
                """, as: UUID.self)
        }
        return ids.indices.filter { found.contains(ids[$0]) }
    }

    func isAnswered(
        _ text: String, byMoreThan number: Int, in agencies: [AgencyID] = []
    ) async throws -> Bool {
        try await database.read { session in
            try SearchQuestion(text, of: "system", in: agencies)
                .isAnswered(byMoreThan: number, in: session)
        }
    }
}
