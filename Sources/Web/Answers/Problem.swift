import Hummingbird
import Kernel

/// A failure as programs read it (RFC 9457).
struct Problem: Encodable {
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    let code: String
    let request: String
    let errors: [FieldProblem]?

    struct FieldProblem: Encodable {
        let field: String
        let detail: String
    }

    init(_ failure: Failure, _ visit: Visit) {
        let language = visit.preferences.language
        title = failure.status.reasonPhrase
        status = failure.status.code
        detail = failure.message(language)
        code = failure.code
        request = visit.id
        let fields = failure.fields.map {
            FieldProblem(field: $0.field, detail: $0.message(language))
        }
        errors = fields.isEmpty ? nil : fields
    }
}
