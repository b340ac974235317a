import Foundation
import Kernel
import TestEngines
import Testing

@testable import Storage

@Suite struct SearchTests {
    private static let texts = [
        "臺北市政府資訊局 主機房", "臺北大眾捷運", "北市府 A5000 伺服器", "編號A5000防火牆", "政風處",
        "𠮷野家訂位系統", "Web Portal v2.1", "ＡＢＣ－１２３", "市政大樓 市府", "O'Brien \"quoted\" \\ back",
        "平台管理平台",
    ]

    @Test(
        arguments: [
            ("臺北", [0, 1]),
            ("台北", [0, 1]),
            ("台", [0, 1, 10]),
            ("台北大", [1]),
            ("台北 捷運", [1]),
            ("管理平臺", [10]),
            ("平臺", [10]),
            ("平臺管理平台", [10]),
            ("臺管", [10]),
            ("臺", [0, 1, 10]),
            ("台台台", []),
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
            ("A5000 伺", [2]),
            ("編號 A50 a5000", [3]),
            ("A5000 政", []),
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
            #expect(try await library.findRare(text) == expected, "\(engine): \(text), rare first")
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
    func `records with a word are counted as far as asked`(_ engine: TestEngine) async throws {
        let library = try await Library(Self.texts, on: engine)
        #expect(try await library.count("政") == 3)
        #expect(try await library.count("政", upTo: 1) == 2)
        #expect(try await library.count("…") == 0)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        #expect(try await library.count("政", in: [neighbour]) == 0)
        #expect(try await library.count("政", in: [neighbour, library.agency]) == 3)
    }

    @Test func `a word is common where a page of its records is sooner found one by one`() {
        func isCommon(_ matched: Int, of searched: Int?) -> Bool {
            SearchExtent(matched: matched, searched: searched).isCommon(forPageOf: 50)
        }
        #expect(isCommon(101, of: 200))
        #expect(!isCommon(100, of: 200))
        #expect(!isCommon(100, of: 5_000))
        #expect(isCommon(501, of: 5_000))
        #expect(!isCommon(4_000, of: nil))
    }

    @Test func `SQLite asks for common words only those that have the rare ones`() async throws {
        let library = try await Library(Self.texts, on: .sqlite)
        #expect(try await library.lookedUp("A5000 伺") == #""伺" *"#)
        #expect(try await library.lookedUp("A5000 臺北") == #""a5000" * AND ("臺北" OR "台北")"#)
        #expect(try await library.lookedUp("A5000") == #""a5000" *"#)

        // What is common in the city costs as much where one agency is asked.
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        try await library.add([SearchEntry(UUID(), of: neighbour, text: "A5000 主機")])
        #expect(try await library.lookedUp("A5000 主機", in: [neighbour]) == #""主機""#)
    }

    @Test func `SQLite knows among how many records of some agencies it looks`() async throws {
        let library = try await Library(Self.texts, on: .sqlite)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        #expect(try await library.extent("政", in: [library.agency]).searched == 11)
        #expect(try await library.extent("政", in: [neighbour, library.agency]).searched == 11)
        #expect(try await library.extent("政", in: [neighbour]).searched == nil)
        #expect(try await library.extent("政").searched == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `a record that moves is found in its new agency alone`(
        _ engine: TestEngine
    ) async throws {
        let library = try await Library(Self.texts, on: engine)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        for agency in [neighbour, library.agency, neighbour] {
            try await library.put(0, "臺北市政府", of: agency)
        }
        #expect(try await library.find("臺北", in: neighbour) == [0])
        #expect(try await library.find("臺北", in: library.agency) == [1])
        #expect(try await library.find("臺北") == [0, 1])
        #expect(try await library.ask("臺北") == [0, 1])
    }

    @Test(arguments: TestEngine.allCases)
    func `records that come together are found each in its agency`(
        _ engine: TestEngine
    ) async throws {
        let library = try await Library(Self.texts, on: engine)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        let new = [neighbour, library.agency, neighbour].map { ($0, UUID()) }
        try await library.add(new.map { SearchEntry($1, of: $0, text: "交通局") })
        for agency in [neighbour, library.agency] {
            let own = new.filter { $0.0 == agency }.map(\.1)
            #expect(Set(try await library.ids("交通", in: [agency])) == Set(own))
        }
        #expect(Set(try await library.ids("交通")) == Set(new.map(\.1)))
    }

    @Test(arguments: TestEngine.allCases)
    func `entries of an older release are found as before`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh()
        let agencies = [0, 1].map { AgencyID(at: Instant(microseconds: $0)) }
        let records = (0..<4).map { _ in UUID() }
        let old = zip(records, [("system", 1), ("other", 0), ("system", 0), ("system", 1)])
        try await database.write { session in
            try session.applyAsBefore(SearchIndex.migrations[0])
            for (number, (record, (kind, agency))) in zip(1..., old) {
                try session.addOldEntry(number, record, kind, of: agencies[agency])
            }
        }
        try await Migrations.apply(SearchIndex.migrations, to: database)
        let new = SearchEntry(UUID(), of: agencies[1], text: "公文")
        try await database.write { try SearchIndex.add([new], of: "system", in: $0) }

        func find(_ words: String, _ agencies: [AgencyID]) async throws -> Set<UUID> {
            let question = SearchQuestion(words, of: "system", in: agencies)
            return Set(try await database.read { try $0.values(question.records()) })
        }
        #expect(try await find("公文", [agencies[1]]) == [records[0], records[3], new.uuid])
        #expect(try await find("公文", [agencies[0]]) == [records[2]])
        #expect(try await find("公文", []) == Set(records + [new.uuid]).subtracting([records[1]]))
        #expect(try await find("system", []).isEmpty)
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

    @Test func `SQLite's index has the words of its entries, whatever became of them`() async throws
    {
        let library = try await Library(Self.texts, on: .sqlite)
        let neighbour = AgencyID(at: Instant(microseconds: 0))
        try await library.put(0, "高雄市政府")
        try await library.put(1, "臺北大眾捷運", of: neighbour)
        try await library.put(1, "臺中捷運", of: neighbour)
        try await library.put(1, "捷運", of: library.agency)
        try await library.remove(2)
        try await library.remove(2)
        try await library.put(2, "伺服器")
        let new = SearchEntry(UUID(), of: neighbour, text: "交通局")
        try await library.add([new])
        try await library.replace([SearchEntry(new.uuid, of: library.agency, text: "交通 公車")])
        try await library.checkIndex()
        #expect(try await library.find("捷運") == [1])
        #expect(try await library.find("伺服") == [2])
        #expect(try await library.ids("公車", in: [library.agency]) == [new.uuid])
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
        func terms(_ texts: String..., most: Int = 10) -> String {
            SearchText.line(ofTerms: most, in: texts)
        }
        #expect(terms("臺北市 A5000號") == "臺北 北市 市 a5000 號")
        #expect(terms("Ｗｅｂ㈱") == "web 株" && terms("web(株)") == "web 株")
        #expect(terms("葛\u{E0100}飾") == "葛飾 飾")
        #expect(terms(" ，。").isEmpty)
        #expect(terms("臺北", "市府2", "", "3") == "臺北 北 市府 府 2 3")
        #expect(terms("臺北市", "web 2", most: 2) == "臺北 北市")
        #expect(terms("臺北 web 2", most: 3) == "臺北 北 web")
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

    func put(_ index: Int, _ text: String, of agency: AgencyID? = nil) async throws {
        let record = RecordID(kind: "system", uuid: ids[index])
        let agency = agency ?? self.agency
        try await database.write { session in
            try SearchIndex.put(record, of: agency, text: text, in: session)
        }
    }

    func add(_ entries: [SearchEntry]) async throws {
        try await database.write { try SearchIndex.add(entries, of: "system", in: $0) }
    }

    func replace(_ entries: [SearchEntry]) async throws {
        try await database.write { try SearchIndex.replace(entries, of: "system", in: $0) }
    }

    /// Has SQLite compare each word of its index with the entries.
    func checkIndex() async throws {
        try await database.write { session in
            _ = try session.execute(
                "INSERT INTO searchTerms (searchTerms, rank) VALUES ('integrity-check', 1)")
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

    /// The places of what is found where a word of two records is common already.
    func findRare(_ text: String) async throws -> [Int] {
        let found = try await database.read { session in
            let question = try SearchQuestion(text, of: "system")
                .lookingUpRareWords(1, in: session)
            return try session.values(question.records(), as: UUID.self)
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

    /// What is found, in the order of the index.
    func ids(_ text: String, in agencies: [AgencyID] = []) async throws -> [UUID] {
        let question = SearchQuestion(text, of: "system", in: agencies)
        return try await database.read { try $0.values(question.records()) }
    }

    /// What the index of SQLite is asked where a word of two records is common already.
    func lookedUp(_ text: String, in agencies: [AgencyID] = []) async throws -> String {
        try await database.read { session in
            let question = try SearchQuestion(text, of: "system", in: agencies)
                .lookingUpRareWords(1, in: session)
            let values = question.records().rendered(for: .sqlite).values
            return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
                .first { $0.hasPrefix("\"") } ?? ""
        }
    }

    func extent(
        _ text: String, upTo number: Int = 100, in agencies: [AgencyID] = []
    ) async throws -> SearchExtent {
        let question = SearchQuestion(text, of: "system", in: agencies)
        return try await database.read { try question.extent(upTo: number, in: $0) }
    }

    func count(
        _ text: String, upTo number: Int = 100, in agencies: [AgencyID] = []
    ) async throws -> Int {
        try await extent(text, upTo: number, in: agencies).matched
    }
}

extension Session {
    /// An entry with the text 公文, as the first release wrote it.
    fileprivate func addOldEntry(
        _ number: Int, _ record: UUID, _ kind: String, of agency: AgencyID
    ) throws {
        let scope = kind + "x" + agency.description.replacing("-", with: "")
        switch dialect {
        case .sqlite:
            try execute(
                """
                INSERT INTO searchEntry (number, kind, recordID, agencyID)
                VALUES (\(number), \(kind), \(record.hyphenated), \(agency.description))
                """)
            try execute(
                "INSERT INTO searchTerms (rowid, scope, terms) VALUES (\(number), \(scope), '公文 文')"
            )
        case .postgreSQL:
            try execute(
                """
                INSERT INTO searchEntry (number, kind, recordID, agencyID, terms)
                VALUES (\(number), \(kind), \(record), \(agency),
                  CAST(\("'\(scope)' '公文':1 '文':2") AS TSVECTOR))
                """)
        }
    }
}
