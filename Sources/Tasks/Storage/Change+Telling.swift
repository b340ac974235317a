import Access
import Foundation
import Kernel
import Storage

extension Change {
    /// Tells whoever holds one of `roles` in `agencies` today. The message is kept with this change
    /// or not at all; who makes the change is not told of it.
    ///
    /// - Returns: the message, and whom it reached; nobody where the posts are vacant.
    @discardableResult
    package func tell(
        _ roles: Set<Role>, of agencies: [AgencyID], _ news: News
    ) throws -> (message: Message, readers: [Officeholder]) {
        let readers = try Officeholder.all(of: roles, in: agencies, view)
            .filter { $0.person != caller.person }
        let message = message(news, to: roles)
        try insert(message)
        try deliver(message, to: readers)
        return (message, readers)
    }

    /// Tells one person, in the agency that it is about for them.
    package func tell(_ person: PersonID, in agency: AgencyID, _ news: News) throws {
        guard person != caller.person else { return }
        let message = message(news, to: [])
        try insert(message)
        try deliver(message, to: [(person, agency)])
    }

    /// Tells those of the changed agency of `count` changes more. What one author changes in a day
    /// about one topic is one message, which is unread again each time.
    package func tellTogether(
        _ roles: Set<Role>, _ topic: News.Topic, count: Int,
        _ news: (_ changes: Int) throws -> News
    ) throws {
        let folding = "\(topic.rawValue) \(now.day) \(caller.author.id?.hyphenated ?? caller.name)"
        let known: Message? = try view.first(
            """
            SELECT \(Message.columns) FROM message
            WHERE agencyID = \(agency) AND folding = \(folding)
            """)
        guard let old = known else {
            let readers = try Officeholder.all(of: roles, in: [agency], view)
                .filter { $0.person != caller.person }
            guard !readers.isEmpty else { return }
            let message = message(try news(count), to: roles, changes: count, folding: folding)
            try insert(message)
            return try deliver(message, to: readers)
        }
        var new = old
        new.changes += count
        new.news = try news(new.changes)
        new.sentAt = now
        try update(new, from: old)
        try view.session.execute(
            """
            UPDATE messageReceipt SET readAt = NULL
            WHERE messageID = \(old.id) AND readAt IS NOT NULL
            """)
    }

    private func message(
        _ news: News, to roles: Set<Role>, changes: Int = 1, folding: String? = nil
    ) -> Message {
        Message(
            id: MessageID(at: now), agencyID: agency, version: 1, news: news, roles: roles,
            sentBy: caller.name, senderID: caller.person?.uuid, sentAt: now, changes: changes,
            folding: folding)
    }

    private func deliver(_ message: Message, to readers: [Officeholder]) throws {
        var seen: Set<[UUID]> = []
        let places = readers.map { ($0.person, $0.agency) }
            .filter { seen.insert([$0.0.uuid, $0.1.uuid]).inserted }
        try deliver(message, to: places)
    }

    private func deliver(_ message: Message, to places: [(PersonID, AgencyID)]) throws {
        guard !places.isEmpty else { return }
        try view.session.insert(
            PackedRows(places.map { [message.id.stored, $0.0.stored, $0.1.stored] }),
            into: "messageReceipt", columns: ["messageID", "personID", "agencyID"])
    }
}
