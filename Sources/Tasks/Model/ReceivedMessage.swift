import Kernel
import Storage

/// A message as one of its readers has it.
package struct ReceivedMessage: Hashable, Sendable, RowDecodable {
    package let message: Message
    package let readAt: Instant?

    package init(_ row: inout RowReader) throws {
        message = try Message(&row)
        readAt = try row.next()
    }

    package var key: Key { Key(isUnread: readAt == nil, id: message.id) }

    /// The place of a message in the list, as its address names it: `unread.…` or `read.…`.
    package struct Key: Hashable, Sendable, LosslessStringConvertible {
        let isUnread: Bool
        let id: MessageID

        init(isUnread: Bool, id: MessageID) {
            self.isUnread = isUnread
            self.id = id
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ".")
            guard parts.count == 2, ["unread", "read"].contains(parts[0]),
                let id = MessageID(String(parts[1]))
            else { return nil }
            self.init(isUnread: parts[0] == "unread", id: id)
        }

        package var description: String { "\(isUnread ? "unread" : "read").\(id)" }

        /// What comes after it.
        var condition: SQL {
            isUnread
                ? "(receipt.readAt IS NOT NULL OR receipt.messageID < \(id))"
                : "receipt.readAt IS NOT NULL AND receipt.messageID < \(id)"
        }
    }
}

/// A message as those see it who keep the history of the agency that sent it.
package struct SentMessage: Hashable, Sendable, RowDecodable {
    package let message: Message
    /// To how many people it went, and how many have read it.
    package let readers: Int
    package let read: Int
    package let agencies: Int

    package init(_ row: inout RowReader) throws {
        message = try Message(&row)
        readers = try row.next()
        read = try row.next()
        agencies = try row.next()
    }
}
