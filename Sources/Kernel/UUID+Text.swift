import Foundation

/// The written form of ids. Lists read and write thousands, so it is done by hand.
extension UUID {
    /// Reads 36 characters, as in `0199b3c2-7f00-7000-8000-0123456789ab`, in either case.
    package init?(hyphenated text: String) {
        var text = text
        guard let uuid = text.withUTF8({ UUID(hyphenated: $0) }) else { return nil }
        self = uuid
    }

    /// The same from its bytes.
    package init?(hyphenated text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: guard text[index] == UInt8(ascii: "-") else { return nil }
            default:
                guard let digit = Self.value(ofDigit: text[index]) else { return nil }
                if index < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
            }
        }
        let words = (high.bigEndian, low.bigEndian)
        self = withUnsafeBytes(of: words) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// The same in lower case.
    package var hyphenated: String {
        String(unsafeUninitializedCapacity: Self.hyphenatedCount) { text in
            writeHyphenated(to: text)
            return Self.hyphenatedCount
        }
    }

    /// The characters of the written form.
    fileprivate static let hyphenatedCount = 36

    /// Writes the same characters to `text`, which has room for them.
    fileprivate func writeHyphenated(to text: UnsafeMutableBufferPointer<UInt8>) {
        withUnsafeBytes(of: uuid) { bytes in
            var position = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                text[position] = Self.digit(byte >> 4)
                text[position + 1] = Self.digit(byte & 0xF)
                position += 2
            }
        }
    }

    private static func value(ofDigit byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x61...0x66: UInt64(byte - 0x61 + 10)
        case 0x41...0x46: UInt64(byte - 0x41 + 10)
        default: nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        // Without a branch, for half the digits of an id are letters.
        value + 0x30 + (value > 9 ? 0x27 : 0)
    }
}

extension [UInt8] {
    /// Adds the written form of an id: pages and the ledger's lines have thousands.
    package mutating func append(hyphenated id: UUID) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: UUID.hyphenatedCount) { text in
            id.writeHyphenated(to: text)
            append(contentsOf: text)
        }
    }
}
