/// The number of one request, short enough to be read over the telephone, as in `7F3K2Q`.
enum RequestNumber {
    /// Digits and letters that are not mistaken for one another (Crockford's base 32).
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    static func next() -> String {
        var bits = UInt32.random(in: 0..<(1 << 30))
        var text: [UInt8] = []
        for _ in 0..<6 {
            text.append(signs[Int(bits & 31)])
            bits >>= 5
        }
        return String(decoding: text, as: UTF8.self)
    }
}
