import Kernel

/// How one installation of the site runs.
package struct SiteSettings: Sendable {
    /// The address that browsers see, as in `https://plan.example`, when a proxy ends TLS before
    /// the server. Without it the site is for this machine or a test, over plain HTTP.
    package var origin: Origin?
    /// The addresses of the proxies whose word is taken for the visitor's address.
    package var proxies: Set<String>
    /// The directory of fetched front-end files; the site works without.
    package var assets: String?
    package var limits: Limits
    package var rates: Rates

    package init(
        origin: Origin? = nil, proxies: Set<String> = [], assets: String? = nil,
        limits: Limits = Limits(), rates: Rates = Rates()
    ) {
        self.origin = origin
        self.proxies = proxies
        self.assets = assets
        self.limits = limits
        self.rates = rates
    }

    var isSecure: Bool { origin?.isSecure ?? false }
}

/// Scheme, host and port of the site as browsers name them.
package struct Origin: Hashable, Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ text: String) {
        guard
            text.wholeMatch(
                of:
                    /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]{1,5})?|https?:\/\/\[[0-9a-f:]+\](:[0-9]{1,5})?/
            ) != nil
        else { return nil }
        description = text.lowercased()
    }

    var isSecure: Bool { description.hasPrefix("https://") }
    var host: Substring { description.split(separator: "/", maxSplits: 2).last ?? "" }
}

/// How much the site takes from one request and from all together.
package struct Limits: Sendable {
    package var addressBytes = 8 * 1_024
    package var headerBytes = 32 * 1_024
    package var headerFields = 100
    package var formBytes = 256 * 1_024
    package var jsonBytes = 1_024 * 1_024
    package var connections = 1_000
    package var idleSeconds = 30
    /// How long a request that sends content may take from its head to the answer.
    package var requestSeconds = 60
    package var uploads = UploadLimits()

    package init() {}
}
