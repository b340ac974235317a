import Kernel

/// 256 random bits that only their holder has; the programme keeps their SHA-256.
///
/// It is not an id: no id of the programme opens anything.
package struct Secret: Sendable {
    let bytes: [UInt8]

    /// A new secret from the operating system's generator.
    init() {
        bytes = .chance(32)
    }

    /// Reads what `text` writes; `nil` for anything but 64 hexadecimal digits.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, let bytes = [UInt8](hex: text) else { return nil }
        self.bytes = bytes
    }

    /// What the database knows.
    var digest: Digest { Digest(of: bytes) }

    /// What the holder is given, once.
    var text: String { bytes.hex }
}

/// The secret in the cookie of a browser that has signed in.
package struct SessionToken: Sendable {
    let secret: Secret

    init() { secret = Secret() }

    package init?(_ text: some StringProtocol) {
        guard let secret = Secret(text) else { return nil }
        self.secret = secret
    }

    /// The cookie's value.
    package var text: String { secret.text }
}

/// The secret in a link that works once: set-up, invitation, new password.
package struct LinkToken: Sendable {
    let secret: Secret

    init() { secret = Secret() }

    package init?(_ text: some StringProtocol) {
        guard let secret = Secret(text) else { return nil }
        self.secret = secret
    }

    /// The last part of the link's address.
    package var text: String { secret.text }
}

/// The secret with which a program of an agency calls the API, as in `cd_5f…`.
///
/// The prefix lets a secret scanner recognise one that was left in a file.
package struct APIToken: Sendable {
    let secret: Secret

    init() { secret = Secret() }

    package init?(_ text: some StringProtocol) {
        guard text.hasPrefix(Self.prefix), let secret = Secret(text.dropFirst(Self.prefix.count))
        else { return nil }
        self.secret = secret
    }

    /// What the owner is shown once.
    package var text: String { Self.prefix + secret.text }

    private static let prefix = "cd_"
}

extension Secret: CustomStringConvertible, CustomReflectable {
    /// A secret that reaches a log by mistake says nothing.
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
