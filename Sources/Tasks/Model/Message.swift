import Access
import Foundation
import HTML
import Kernel
import Storage

/// What a `MessageID` names.
package typealias MessageID = ID<Message>

/// What people of an agency are told in the programme, kept with the change that it is about.
///
/// It is never the statutory notification (通報), which goes to the authority.
package struct Message: Hashable, Sendable {
    package let id: MessageID
    /// Whose change it tells of.
    package let agencyID: AgencyID
    package let version: Int
    package var news: News
    /// In which posts it reaches people; empty where it goes to one person by name.
    package let roles: Set<Role>
    package let sentBy: String
    package let senderID: UUID?
    package var sentAt: Instant
    /// How many changes it tells of; more than one where those of a day are told together.
    package var changes = 1
    /// What further changes of the day are told with it by.
    package let folding: String?
}

/// What a message says: about what, in which words, and where one looks at it.
package struct News: Hashable, Sendable {
    package let topic: Topic
    package let words: Term
    package let place: Path

    package init(_ topic: Topic, _ words: Term, at place: Path) {
        self.topic = topic
        self.words = words
        self.place = place
    }

    /// What a message is about, in the word that stands before it.
    package enum Topic: String, Sendable, CaseIterable {
        case asset, stockTake, incident, level, reminder

        package var term: Term {
            switch self {
            case .asset: Term("資產變動", en: "Assets")
            case .stockTake: Term("年度盤點", en: "Stock-take")
            case .incident: Term("資安事件", en: "Incident")
            case .level: Term("責任等級", en: "Level")
            case .reminder: Term("催辦", en: "Reminder")
            }
        }
    }
}

extension News.Topic: StoredAsText {}

extension Message: Recorded, RowDecodable {
    package static let kind: RecordKind = "message"
    package static let table: SQLName = "message"
    package var recordID: UUID { id.uuid }
    package var cells: [Cell] {
        [
            Cell("topic", news.topic), Cell("words", news.words.zh),
            Cell("englishWords", news.words.en), Cell("place", news.place.text),
            Cell("roles", roles.map(\.rawValue).sorted().joined(separator: " ")),
            Cell("sentBy", sentBy), Cell("senderID", senderID), Cell("sentAt", sentAt),
            Cell("changes", changes), Cell("folding", folding),
        ]
    }

    static let columns: SQL =
        """
        message.id, message.agencyID, message.version, message.topic, message.words,
        message.englishWords, message.place, message.roles, message.sentBy, message.senderID,
        message.sentAt, message.changes, message.folding
        """

    package init(_ row: inout RowReader) throws {
        id = try row.next()
        agencyID = try row.next()
        version = try row.next()
        let topic: News.Topic = try row.next()
        let words = Term(try row.next(), en: try row.next())
        news = News(topic, words, at: Path(local: try row.next()) ?? "/messages")
        let posts: String = try row.next()
        roles = Set(posts.split(separator: " ").compactMap { Role(rawValue: String($0)) })
        sentBy = try row.next()
        senderID = try row.next()
        sentAt = try row.next()
        changes = try row.next()
        folding = try row.next()
    }
}
