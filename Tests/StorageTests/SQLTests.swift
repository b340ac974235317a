import Storage
import TestEngines
import Testing

@Suite struct SQLTests {
    @Test func `parameters are numbered in the order of the text`() {
        let reach: SQL = "agencyID = \("a")"
        let search: SQL = "(name = \("b") OR \(reach))"
        let (text, values) = SQL("SELECT id FROM system WHERE \(search) AND kind = \("c")")
            .rendered(for: .postgreSQL)
        #expect(
            text == "SELECT id FROM system WHERE (name = $1 OR agencyID = $2) AND kind = $3")
        #expect(values == [.text("b"), .text("a"), .text("c")])
    }

    @Test func `pieces are joined with a separator`() {
        let pieces: [SQL] = ["a = \(1)", "b = \(2)"]
        #expect(
            SQL(joining: pieces, with: " AND ").rendered(for: .sqlite).text == "a = ? AND b = ?")
        #expect(SQL(joining: [], with: " AND ").rendered(for: .sqlite).text == "")
    }

    @Test(arguments: TestEngine.allCases, [0, 1, 3, 40, 5_000])
    func `a list of values finds each of them`(_ engine: TestEngine, _ count: Int) async throws {
        let database = try await engine.fresh([.numbers])
        let wanted = Array(0..<count)
        let found = try await database.write { session in
            for number in wanted + [-1] {
                try session.execute("INSERT INTO number (value) VALUES (\(number))")
            }
            return try session.value(
                "SELECT COUNT(*) FROM number WHERE value IN \(list: wanted)", as: Int.self)
        }
        #expect(found == count)
    }

    @Test(arguments: TestEngine.allCases)
    func `a question can be asked inside its own answer`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        let sums = try await database.write { session in
            for number in 1...3 {
                try session.execute("INSERT INTO number (value) VALUES (\(number))")
            }
            let question: SQL = "SELECT value FROM number ORDER BY value"
            return try session.all(question) { row in
                try row.next(Int.self) + session.values(question, as: Int.self).reduce(0, +)
            }
        }
        #expect(sums == [7, 8, 9])
    }

    @Test(arguments: TestEngine.allCases)
    func `a statement says how many rows it changed`(_ engine: TestEngine) async throws {
        let database = try await engine.fresh([.numbers])
        let changed = try await database.write { session in
            [
                try session.execute("INSERT INTO number (value) VALUES (\(1)), (\(2))"),
                try session.execute("UPDATE number SET value = value + 10 WHERE value > \(1)"),
                try session.execute("UPDATE number SET value = 0 WHERE value = \(99)"),
                try session.execute("DELETE FROM number"),
            ]
        }
        #expect(changed == [2, 1, 0, 2])
    }

    @Test(arguments: TestEngine.allCases)
    func `thousands of different statements leave the connection usable`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh([.numbers])
        let sum = try await database.read { session in
            try (0..<600).reduce(0) { sum, number in
                let condition = SQL(
                    joining: Array(repeating: "value <> \(number)", count: number % 300 + 1),
                    with: " AND ")
                return sum
                    + (try session.value(
                        "SELECT COUNT(*) FROM number WHERE \(condition)", as: Int.self) ?? 0)
            }
        }
        #expect(sum == 0)
    }
}

extension Migration {
    static let numbers = Migration(
        "2026-11-23 test: numbers",
        """
        CREATE TABLE number (
          value BIGINT NOT NULL PRIMARY KEY
        );
        """)
}
