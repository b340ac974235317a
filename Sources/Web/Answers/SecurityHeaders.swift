import HTTPTypes
import Hummingbird

/// What the site asks of every browser, on every answer.
struct SecurityHeaders: Sendable {
    let isSecure: Bool

    func added(to response: Response, _ visit: Visit) -> Response {
        var response = response
        func set(_ name: HTTPField.Name, _ value: String) {
            if response.headers[name] == nil { response.headers[name] = value }
        }
        set(.contentSecurityPolicy, Self.policy)
        set(.cacheControl, "no-store")
        set(.xContentTypeOptions, "nosniff")
        set(Self.frameOptions, "DENY")
        // Not `no-referrer`: browsers would then hide the origin of forms from this site itself.
        set(Self.referrerPolicy, "same-origin")
        set(Self.permissions, Self.noDevices)
        set(Self.openerPolicy, "same-origin")
        set(Self.resourcePolicy, "same-origin")
        if isSecure { set(.strictTransportSecurity, "max-age=63072000; includeSubDomains") }
        if !visit.id.isEmpty { set(.requestNumber, visit.id) }
        return response
    }

    /// No script, style, frame or form but this site's own, and none within a page.
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
        connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    private static let noDevices = """
        accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
        microphone=(), midi=(), payment=(), usb=()
        """
    private static let frameOptions = HTTPField.Name("X-Frame-Options")!
    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    private static let permissions = HTTPField.Name("Permissions-Policy")!
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    private static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
