import Access
import HTML
import Kernel
import Tasks
import Web

/// Where people read what they were told, and those who keep the history what was sent.
struct MessageRoutes: Sendable {
    let inbox: Inbox

    var routes: [Route] {
        [
            Route(.get, "/messages", .signedIn, list),
            Route(.post, "/messages/reading", .signedIn, readAll),
            Route(.get, "/messages/sent", .needs(.seeHistory), sent),
            Route(.post, "/messages/:id/opening", .signedIn, open),
            Route(.post, "/messages/:id/reading", .signedIn, mark),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let after: ReceivedMessage.Key? = try request.query.value("after")
        let (messages, next) = try await inbox.page(after: after, by: caller)
        let unread = try await inbox.unread(of: caller)
        return .page(
            InboxPage(
                caller: caller, messages: messages, unread: unread, isFirst: after == nil,
                next: next
            ).page)
    }

    private func sent(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let before: MessageID? = try request.query.value("before")
        let (messages, next) = try await inbox.sent(before: before, by: caller)
        return .page(
            SentMessagesPage(
                caller: caller, messages: messages, isFirst: before == nil, next: next
            ).page)
    }

    /// Goes to what the message is about; it is read then.
    private func open(_ request: WebRequest) async throws -> Answer {
        let message = try await inbox.mark(
            request.parameter("id"), isRead: true, by: request.caller)
        return .redirect(to: message.news.place)
    }

    private func mark(_ request: WebRequest) async throws -> Answer {
        let isRead = try request.form["state"] != "unread"
        _ = try await inbox.mark(request.parameter("id"), isRead: isRead, by: request.caller)
        return .redirect(to: .messages)
    }

    private func readAll(_ request: WebRequest) async throws -> Answer {
        let count = try await inbox.markAll(by: request.caller)
        return .redirect(to: .messages)
            .saying(Toast(Term("\(count) 則標為已讀", en: "\(count) marked as read")))
    }
}

extension Path {
    static let messages: Path = "/messages"

    static func message(_ id: MessageID, _ act: String) -> Path {
        Path("messages", id.description, act)
    }
}
