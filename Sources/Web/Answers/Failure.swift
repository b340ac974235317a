import HTML
import HTTPTypes
import Hummingbird
import Kernel

/// Why a request was not done, ready to be told: a refusal in its own words, or a fault of which
/// the person learns only the number.
struct Failure: Sendable {
    let status: HTTPResponse.Status
    let code: String
    let message: Term
    let fields: [FieldMessage]
    let isFault: Bool
    let isSignedOut: Bool
    /// After how many seconds to ask again, where that is known.
    let secondsToWait: Int?

    init(_ error: any Error) {
        let refusal = error as? any Refusal
        status = (error as? WebRefusal)?.status ?? refusal?.kind.status ?? .internalServerError
        code = refusal?.code ?? "fault"
        message = refusal?.message ?? Self.fault
        fields = (error as? any FormRefusal)?.fieldMessages ?? []
        isFault = refusal == nil
        isSignedOut = refusal?.kind == .signedOut
        secondsToWait = (error as? WebRefusal)?.secondsToWait
    }

    private static let fault = Term(
        "系統出了問題。再試一次；還是不行，請把下面的編號告訴系統管理者。",
        en: "Something went wrong here. Try again; if it stays, report the number below.")
}

/// A refusal that names the fields to mend.
package protocol FormRefusal: Refusal {
    var fieldMessages: [FieldMessage] { get }
}

/// What is wrong with one field of a form, for the person who filled it.
package struct FieldMessage: Hashable, Sendable {
    /// The field's name in the form.
    package let field: String
    package let message: Term
    /// The other record that the message speaks of.
    package let place: Path?

    package init(field: String, message: Term, place: Path? = nil) {
        self.field = field
        self.message = message
        self.place = place
    }
}

extension FieldMessage? {
    /// What is wrong with the field of that name, where the message is about it.
    package func about(_ field: String) -> Term? { self?.field == field ? self?.message : nil }
}

extension RefusalKind {
    /// The status of HTTP that says so (RFC 9110 §15).
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .signedOut: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .limit: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}

extension WebRefusal {
    /// The site's own refusals are about HTTP itself and have finer statuses.
    var status: HTTPResponse.Status {
        switch self {
        case .tooLarge, .fileTooLarge, .tooManyFiles, .tooManyParts: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .addressTooLong: .uriTooLong
        case .tooManyHeaders: .requestHeaderFieldsTooLarge
        case .unsupportedContent, .notAForm, .notJSON: .unsupportedMediaType
        case .versionMissing: .preconditionRequired
        case .versionStale: .preconditionFailed
        case .garbled, .tooDeep, .wrongJSON, .badIdempotencyKey, .brokenUpload, .noHost,
            .severalHosts:
            .badRequest
        default: kind.status
        }
    }
}
