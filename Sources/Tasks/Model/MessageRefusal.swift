import Kernel

/// Why a message is not found.
package enum MessageRefusal: Refusal, Equatable {
    /// There is none, or it was sent to somebody else.
    case unknown

    package var kind: RefusalKind { .notFound }
    package var code: String { "message.unknown" }
    package var message: Term { Term("找不到這則訊息。", en: "There is no such message.") }
}
