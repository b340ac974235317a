import Access
import HTML
import Kernel
import Tasks
import Web

/// What somebody was told in the agency that they act in: the unread first.
struct InboxPage: Sendable {
    let caller: Caller
    let messages: [ReceivedMessage]
    let unread: Int
    let isFirst: Bool
    let next: ReceivedMessage.Key?

    var page: Page {
        Page(Term("訊息", en: "Messages")) {
            PageHeading(
                heading, eyebrow: HTML(caller.agencyName),
                lede: HTML(
                    Term(
                        "資產、盤點、事件、責任等級有變動，或上級催辦時，會在這裡告訴您。按「去看」就算讀過。",
                        en:
                            "Changes of assets, stock-takes, incidents and levels, and reminders, are told here."
                    )),
                actions: unread > 0
                    ? [
                        actionForm(
                            Term("全部標為已讀", en: "Mark all as read"), to: "/messages/reading")
                    ] : [])
            if caller.may(.seeHistory) { MessageTabs(isSent: false) }
            if messages.isEmpty {
                EmptyState(
                    Term("還沒有人告訴您什麼。", en: "Nobody has told you anything yet."),
                    ActionLink(Term("看待辦", en: "To do"), "/"))
            } else {
                ul(.class("inbox")) { for message in messages { row(message) } }
                Paging(
                    first: isFirst ? nil : .messages,
                    next: next.map { Path.messages.with("after", $0) },
                    summary: Term("本頁 \(messages.count) 則", en: "\(messages.count) on this page"))
            }
        }
    }

    private var heading: Term {
        unread == 0
            ? Term("沒有未讀的訊息", en: "No unread messages")
            : Term("\(unread > 99 ? "99+" : "\(unread)") 則未讀", en: "\(unread) unread")
    }

    private func row(_ received: ReceivedMessage) -> HTML {
        let message = received.message
        let isUnread = received.readAt == nil
        return li(.class(isUnread ? "is-unread" : "")) {
            div {
                p(.class("inbox__head")) {
                    if isUnread { b { Term("未讀", en: "Unread") } }
                    span { message.news.topic.term }
                    time(message.sentAt)
                    span { message.sentBy }
                }
                p(.class("inbox__words")) { message.news.words }
            }
            div(.class("row")) {
                actionForm(
                    Term("去看", en: "Go and see"), to: .message(message.id, "opening"), .small,
                    subject: message.news.words.zh)
                marking(message, isUnread)
            }
        }
    }

    private func marking(_ message: Message, _ isUnread: Bool) -> HTML {
        form(.post, to: .message(message.id, "reading"), .class("act")) {
            hiddenField("state", isUnread ? "read" : "unread")
            button(.class("quiet")) {
                isUnread ? Term("標為已讀", en: "Mark as read") : Term("標為未讀", en: "Mark as unread")
                span(.class("vh")) { "：\(message.news.words.zh)" }
            }
        }
    }
}

/// What came in and what went out.
struct MessageTabs: Component {
    let isSent: Bool

    var body: HTML {
        Tabs(
            Term("訊息", en: "Messages"),
            Tabs.Tab(Term("收到的", en: "Received"), .messages, isCurrent: !isSent),
            Tabs.Tab(Term("本機關送出的", en: "Sent from here"), "/messages/sent", isCurrent: isSent)
        ).body
    }
}
