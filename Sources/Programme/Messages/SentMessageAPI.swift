import Access
import HTML
import Kernel
import Tasks
import Web

/// What programs read of the messages that an agency sent. An inbox is a person's: keys have none.
struct SentMessageAPI: Sendable {
    let inbox: Inbox

    var routes: [Route] {
        [Route(.get, "/api/v1/messages/sent", .needs(.seeHistory), list)]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let before: MessageID? = try request.query.value("after")
        let (messages, next) = try await inbox.sent(before: before, by: request.caller)
        return try .resource(
            ResourceList(
                items: messages.map(SentMessageResource.init), next: next?.description))
    }
}

/// A message that was sent, as the API gives it.
struct SentMessageResource: Encodable {
    let id: String
    let topic: String
    let words: String
    /// Where one looks at what it tells of.
    let place: String
    let sentAt: String
    let sentBy: String
    let roles: [String]
    let readers: Int
    let read: Int
    let agencies: Int

    init(_ sent: SentMessage) {
        let message = sent.message
        id = message.id.description
        topic = message.news.topic.rawValue
        words = message.news.words.zh
        place = message.news.place.text
        sentAt = message.sentAt.description
        sentBy = message.sentBy
        roles = message.roles.map(\.rawValue).sorted()
        readers = sent.readers
        read = sent.read
        agencies = sent.agencies
    }
}
