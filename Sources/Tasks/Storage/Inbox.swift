import Access
import Foundation
import Kernel
import Storage

/// The messages of one person in the agency that they act in; nobody else's, whatever the role.
///
/// A deputy reads the messages of whom they stand in for, and marks them for both.
package struct Inbox: Sendable {
    package let door: Door
    private let counts = Recollection<Owner, Int>()

    package init(door: Door) {
        self.door = door
    }

    /// Whose messages, in which agency.
    private struct Owner: Hashable {
        let person: PersonID
        let agency: AgencyID
    }

    /// How many are unread, up to a hundred. One question of one index, asked again when something
    /// was written.
    package func unread(of caller: Caller) async throws -> Int {
        guard let owner = caller.inboxOwner else { return 0 }
        let key = Owner(person: owner, agency: caller.agency)
        let commits = door.commits
        if let known = counts.answer(to: key, asOf: commits) { return known }
        let count: Int = try await door.read(by: caller) { view in
            let count: Int? = try view.value(
                """
                SELECT count(*) FROM (
                  SELECT 1 FROM messageReceipt
                  WHERE personID = \(owner) AND agencyID = \(caller.agency) AND readAt IS NULL
                  LIMIT 100) AS unread
                """)
            return count ?? 0
        }
        counts.note(count, to: key, asOf: commits)
        return count
    }

    /// A page of messages, the unread first, each part from the newest.
    package func page(
        after key: ReceivedMessage.Key? = nil, limit: Int = 50, by caller: Caller
    ) async throws -> (messages: [ReceivedMessage], next: ReceivedMessage.Key?) {
        guard let owner = caller.inboxOwner else { return ([], nil) }
        return try await door.read(by: caller) { view in
            let found: [ReceivedMessage] = try view.all(
                """
                SELECT \(Message.columns), receipt.readAt
                FROM messageReceipt AS receipt JOIN message ON message.id = receipt.messageID
                WHERE receipt.personID = \(owner) AND receipt.agencyID = \(caller.agency)
                  AND \(key?.condition ?? "TRUE")
                ORDER BY (receipt.readAt IS NULL) DESC, receipt.messageID DESC
                LIMIT \(limit + 1)
                """)
            let page = Array(found.prefix(limit))
            return (page, found.count > limit ? page.last?.key : nil)
        }
    }

    /// Notes that a message was read, or is to be read again.
    ///
    /// - Throws: `MessageRefusal.unknown` for somebody else's.
    package func mark(_ id: MessageID, isRead: Bool, by caller: Caller) async throws -> Message {
        guard let owner = caller.inboxOwner else { throw MessageRefusal.unknown }
        return try await door.keep(needs: .manageOwnAccount, by: caller) { view in
            let readAt = isRead ? view.now : nil
            let count = try view.session.execute(
                """
                UPDATE messageReceipt SET readAt = \(readAt)
                WHERE messageID = \(id) AND personID = \(owner) AND agencyID = \(caller.agency)
                """)
            let found: Message? = try view.first(
                "SELECT \(Message.columns) FROM message WHERE id = \(id)")
            guard count == 1, let found else { throw MessageRefusal.unknown }
            return found
        }
    }

    /// Notes that all messages were read.
    ///
    /// - Returns: how many were not.
    @discardableResult
    package func markAll(by caller: Caller) async throws -> Int {
        guard let owner = caller.inboxOwner else { return 0 }
        return try await door.keep(needs: .manageOwnAccount, by: caller) { view in
            try view.session.execute(
                """
                UPDATE messageReceipt SET readAt = \(view.now)
                WHERE personID = \(owner) AND agencyID = \(caller.agency) AND readAt IS NULL
                """)
        }
    }

    /// What was sent out of the caller's agency, the newest first.
    package func sent(
        before key: MessageID? = nil, limit: Int = 50, by caller: Caller
    ) async throws -> (messages: [SentMessage], next: MessageID?) {
        let before: SQL = if let key { "id < \(key)" } else { "TRUE" }
        return try await door.read(by: caller) { view in
            let found: [SentMessage] = try view.all(
                """
                SELECT \(Message.columns), count(receipt.personID), count(receipt.readAt),
                  count(DISTINCT receipt.agencyID)
                FROM (
                  SELECT * FROM message
                  WHERE agencyID = \(caller.agency) AND \(before)
                  ORDER BY id DESC LIMIT \(limit + 1)) AS message
                LEFT JOIN messageReceipt AS receipt ON receipt.messageID = message.id
                GROUP BY \(Message.columns)
                ORDER BY message.id DESC
                """)
            let page = Array(found.prefix(limit))
            return (page, found.count > limit ? page.last?.message.id : nil)
        }
    }
}

extension Caller {
    /// Whose messages the caller reads: their own, or those of whom they stand in for. Programs
    /// have none, for a key opens less than its owner's posts.
    var inboxOwner: PersonID? {
        if case .person(let person) = kind { principal ?? person } else { nil }
    }
}
