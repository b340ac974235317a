import CNettle

/// Codes that only the holder of a key can make: HMAC with SHA-256 (RFC 2104).
package enum MessageCode {
    /// The 32 bytes of the code of `content` under `key`.
    package static func sha256(of content: [UInt8], key: [UInt8]) -> [UInt8] {
        var context = hmac_sha256_ctx()
        nettle_hmac_sha256_set_key(&context, key.count, key)
        nettle_hmac_sha256_update(&context, content.count, content)
        var code = [UInt8](repeating: 0, count: 32)
        nettle_hmac_sha256_digest(&context, code.count, &code)
        return code
    }
}
