import Foundation

/// Where a request comes from, as coarsely as it is counted: the /24 of an IPv4 address, the /56
/// of an IPv6 one. An attacker who changes the last digits stays the same source.
package struct Source: Hashable, Sendable {
    package let text: String

    /// Anything that is not an address counts as one single source.
    package init(address: String) {
        text = Self.network4(address) ?? Self.network6(address) ?? "unknown"
    }

    private static func network4(_ address: String) -> String? {
        var parsed = in_addr()
        guard inet_pton(AF_INET, address, &parsed) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: parsed) { Array($0) }
        return "\(bytes[0]).\(bytes[1]).\(bytes[2]).0/24"
    }

    private static func network6(_ address: String) -> String? {
        var parsed = in6_addr()
        guard inet_pton(AF_INET6, address, &parsed) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: parsed) { Array($0) }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return "\(bytes[12]).\(bytes[13]).\(bytes[14]).0/24"
        }
        return bytes.prefix(7).hex + "/56"
    }
}
