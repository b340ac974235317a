import Access
import HTML
import Kernel
import Tasks
import Web

/// What changes in an agency told to people: when, in which words, to how many, and how many of
/// them have read it.
struct SentMessagesPage: Sendable {
    let caller: Caller
    let messages: [SentMessage]
    let isFirst: Bool
    let next: MessageID?

    private static let place: Path = "/messages/sent"

    var page: Page {
        let title = Term("本機關送出的訊息", en: "Messages sent from here")
        return Page(title, trail: [Crumb(Term("訊息", en: "Messages"), .messages)]) {
            PageHeading(
                title, eyebrow: HTML(caller.agencyName),
                lede: HTML(
                    Term(
                        "送出的訊息和引起它的變動一起保存，不能收回。",
                        en: "A message is kept with the change that it tells of, for good.")))
            MessageTabs(isSent: true)
            if messages.isEmpty {
                EmptyState(
                    Term("還沒有送出訊息。", en: "Nothing was sent yet."),
                    ActionLink(Term("看待辦", en: "To do"), "/"))
            } else {
                DataTable(title, columns: columns, rows: messages)
                Paging(
                    first: isFirst ? nil : Self.place,
                    next: next.map { Self.place.with("before", $0) },
                    summary: Term("本頁 \(messages.count) 則", en: "\(messages.count) on this page"))
            }
        }
    }

    private var columns: [TableColumn<SentMessage>] {
        [
            TableColumn(Term("時間", en: "Sent")) { time($0.message.sentAt) },
            TableColumn(Term("內容", en: "Words")) { sent in
                a(.href(sent.message.news.place)) { sent.message.news.words }
            },
            TableColumn(Term("誰引起的", en: "By")) { HTML($0.message.sentBy) },
            TableColumn(Term("給", en: "To")) { sent in to(sent) },
            TableColumn(Term("已讀", en: "Read"), kind: .number) { sent in
                "\(sent.read)／\(sent.readers)"
            },
        ]
    }

    private func to(_ sent: SentMessage) -> HTML {
        if sent.readers == 0 { return HTML(Term("沒有人擔任，收不到", en: "Nobody holds the post")) }
        let roles = Role.allCases.filter(sent.message.roles.contains).map(\.term)
        let zh = roles.map(\.zh).joined(separator: "、")
        let en = roles.map(\.en).joined(separator: ", ")
        return HTML(
            sent.agencies > 1
                ? Term("\(sent.agencies) 個機關的\(zh)", en: "\(en) of \(sent.agencies) agencies")
                : Term(zh, en: en))
    }
}
