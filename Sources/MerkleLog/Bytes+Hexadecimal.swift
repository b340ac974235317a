extension Array<UInt8> {
    /// Reads pairs of hexadecimal digits; `nil` for anything else.
    init?(hexadecimal text: String) {
        let digits = Array<Character>(text)
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard digits[index].isASCII, digits[index + 1].isASCII,
                let high = digits[index].hexDigitValue, let low = digits[index + 1].hexDigitValue
            else { return nil }
            append(UInt8(high << 4 | low))
        }
    }

    /// The bytes as lower-case hexadecimal digits.
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
