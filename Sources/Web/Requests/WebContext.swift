import Access
import Hummingbird
import Kernel
import Logging
import NIOCore

/// What the server knows about one request while it is answered.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The connection; none in tests.
    let channel: (any Channel)?
    /// The address of the other end of the connection; a proxy's, where there is one.
    let peer: String
    /// Filled by the reception before the handler runs.
    var visit = Visit()

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// A context without a connection.
    package init(logger: Logger, peer: String) {
        struct Source: RequestContextSource {
            let logger: Logger
        }
        coreContext = CoreRequestContextStorage(source: Source(logger: logger))
        channel = nil
        self.peer = peer
    }
}

/// One visit of the reader: who, when, in which language, with what in hand.
struct Visit: Sendable {
    /// The short number that the person reads out when something went wrong.
    var id = ""
    var now = Instant(microseconds: 0)
    var address = ""
    /// How browsers name the site, where it is known.
    var origin: Origin?
    var preferences = Preferences()
    var caller: Caller?
    var credential: Credential?
    var formToken: String?
    var toast: Toast?
    /// How many messages the caller has not read; `nil` where it was not asked.
    var unread: Int?
    /// The content of a request that changes something.
    var content = Content.none
    /// Whether programs rather than people are answered.
    var wantsJSON = false

    enum Content: Sendable {
        case none
        case form(Fields, bytes: [UInt8])
        case json([UInt8])
        case upload(Fields, [UploadedFile])
    }
}

/// What a request shows to say whose it is.
package enum Credential: Hashable, Sendable {
    /// The text of the session cookie.
    case session(String)
    /// The text of a program's key, from the `Authorization` header.
    case key(String)
}
