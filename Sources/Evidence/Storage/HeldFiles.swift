import Access
import Foundation
import Kernel
import Storage

/// A file that arrived with a form in which something else was wrong. It waits for the form to be
/// sent again, and is its sender's alone.
package struct HeldFile: Hashable, Sendable {
    package let id: UUID
    package let name: FileName
    package let size: Int
}

/// Where files wait for their form, for a day at most.
package struct HeldFiles: Sendable {
    /// How many of one person's files wait, and how many bytes together; of more, the oldest go.
    static let most = 20
    static let mostBytes = 100 * 1_024 * 1_024
    private let door: Door
    private let permission: Permission

    /// - Parameter permission: what the form needs; who may not send it has nothing kept.
    package init(door: Door, needs permission: Permission) {
        self.door = door
        self.permission = permission
    }

    /// Keeps files, and clears out what is old.
    ///
    /// - Returns: their ids.
    package func hold(_ files: [NewFile], by caller: Caller) async throws -> [UUID] {
        guard !files.isEmpty, let person = caller.person?.uuid else { return [] }
        let contents = try files.map { try $0.bytes() }
        return try await door.keep(needs: permission, by: caller) { view in
            let ids = try zip(files, contents).map { file, bytes in
                let id = UUID(version7At: view.now)
                try view.session.execute(
                    """
                    INSERT INTO heldFile (id, agencyID, personID, heldAt, name, size, content)
                    VALUES (\(id), \(caller.agency), \(person), \(view.now), \(file.name.text),
                      \(file.size), \(bytes))
                    """)
                return id
            }
            try Self.clear(view)
            try view.session.execute(
                """
                DELETE FROM heldFile WHERE personID = \(person) AND id NOT IN (
                  SELECT mine.id FROM (
                    SELECT id, ROW_NUMBER() OVER (ORDER BY id DESC) AS place,
                      SUM(size) OVER (ORDER BY id DESC) AS total
                    FROM heldFile WHERE personID = \(person)) AS mine
                  WHERE mine.place <= \(Self.most) AND mine.total <= \(Self.mostBytes))
                """)
            return ids
        }
    }

    /// Lets go of what its form was taken with.
    package func release(_ ids: [UUID], by caller: Caller) async throws {
        guard !ids.isEmpty else { return }
        try await door.keep(needs: permission, by: caller) { view in
            _ = try view.session.execute("DELETE FROM heldFile \(Self.own(ids, view))")
        }
    }

    /// Clears out what has waited longer than a day, whoever sent it.
    package func clear(by caller: Caller) async throws {
        try await door.keep(needs: permission, by: caller) { try Self.clear($0) }
    }

    private static func clear(_ view: View) throws {
        try view.session.execute("DELETE FROM heldFile WHERE heldAt < \(oldest(view))")
    }

    /// Those of `ids` that wait for the caller, in the order that they came.
    package func waiting(_ ids: [UUID], by caller: Caller) async throws -> [HeldFile] {
        guard !ids.isEmpty else { return [] }
        return try await door.read(by: caller) { view in
            try view.all(
                "SELECT id, name, size FROM heldFile \(Self.own(ids, view)) ORDER BY id"
            ) { row in
                HeldFile(
                    id: try row.next(), name: FileName(try row.next(String.self)),
                    size: try row.next())
            }
        }
    }

    /// The caller's files of these ids with their bytes.
    ///
    /// - Throws: `EvidenceRefusal.noLongerHeld` where one was cleared out or was never the caller's.
    package func take(_ ids: [UUID], by caller: Caller) async throws -> [NewFile] {
        guard !ids.isEmpty else { return [] }
        return try await door.read(by: caller) { view in
            let files = try view.all(
                "SELECT name, content FROM heldFile \(Self.own(ids, view)) ORDER BY id"
            ) { row in try NewFile(FileName(try row.next(String.self)), held: try row.next()) }
            guard files.count == Set(ids).count else { throw EvidenceRefusal.noLongerHeld }
            return files
        }
    }

    private static func own(_ ids: [UUID], _ view: View) -> SQL {
        """
        WHERE id IN \(list: ids) AND agencyID = \(view.caller.agency)
          AND personID = \(view.caller.person?.uuid) AND heldAt >= \(oldest(view))
        """
    }

    private static func oldest(_ view: View) -> Instant { view.now.adding(hours: -24) }
}
