import Kernel
import Ledger
import Storage

/// The password that a person set at a moment; the newest is the present one.
struct PasswordRecord: RowDecodable {
    let hash: PasswordHash
    let setAt: Instant

    init(_ row: inout RowReader) throws {
        hash = try row.next()
        setAt = try row.next()
    }

    /// The newest `count` passwords of `person`, the present one first.
    static func newest(
        _ count: Int, of person: PersonID, _ session: any Session
    ) throws -> [PasswordRecord] {
        try session.all(
            """
            SELECT hash, setAt FROM password WHERE personID = \(person)
            ORDER BY setAt DESC LIMIT \(count)
            """)
    }

    /// Makes `hash` the present password of `person` and forgets those beyond `remembered`. The
    /// ledger learns when, not what.
    static func set(
        _ hash: PasswordHash, of person: PersonID, remembering remembered: Int, _ change: Change
    ) throws {
        let kept = try newest(remembered, of: person, change.view.session)
        try change.execute(
            """
            INSERT INTO password (personID, setAt, hash)
            VALUES (\(person), \(change.now), \(hash))
            """,
            recording: Line(
                record: RecordID(kind: "password", uuid: person.uuid),
                before: kept.first.map { [Cell("setAt", $0.setAt)].ledgerText },
                after: [Cell("setAt", change.now)].ledgerText))
        guard let oldest = kept.dropLast(kept.count < remembered ? 0 : 1).last else { return }
        try change.view.session.execute(
            "DELETE FROM password WHERE personID = \(person) AND setAt < \(oldest.setAt)")
    }

    /// Puts a hash of a higher cost in the place of the present one of the same password.
    static func rehash(
        _ old: PasswordHash, as new: PasswordHash, of person: PersonID, _ session: any Session
    ) throws {
        try session.execute(
            "UPDATE password SET hash = \(new) WHERE personID = \(person) AND hash = \(old)")
    }
}

extension Migration {
    static let password = Migration(
        "2026-11-23 access: 06 passwords as their hashes",
        """
        CREATE TABLE password (
          personID UUID NOT NULL REFERENCES person (id),
          setAt BIGINT NOT NULL,
          hash TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
          PRIMARY KEY (personID, setAt)
        );
        """)
}
