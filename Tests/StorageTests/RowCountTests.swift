import Foundation
import Kernel
import Storage
import TestEngines
import Testing

@Suite struct RowCountTests {
    private static let family = Migration(
        "2026-11-26 test: a parent and its child",
        """
        CREATE TABLE parent (id BIGINT NOT NULL PRIMARY KEY);
        CREATE TABLE child (id BIGINT NOT NULL PRIMARY KEY, parentID BIGINT REFERENCES parent (id));
        """)

    @Test(arguments: TestEngine.allCases)
    func `a statement counts its own rows, whatever the search writes meanwhile`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.fresh(SearchIndex.migrations + [Self.family])
        let agency = AgencyID(at: Instant(microseconds: 0))

        let counts = try await database.write { session in
            try session.execute("INSERT INTO parent (id) VALUES (1)")
            try session.execute("INSERT INTO child (id, parentID) VALUES (1, 1)")
            let record = RecordID(kind: "child", uuid: UUID())
            try SearchIndex.put(record, of: agency, text: "臺北市政府", in: session)
            return try [
                session.execute("UPDATE child SET parentID = NULL WHERE id = 2"),
                session.execute("UPDATE child SET parentID = NULL WHERE id = 1"),
            ]
        }

        #expect(counts == [0, 1])
    }
}
