import Foundation
import Synchronization

extension UUID {
    /// A UUID of version 7: 48 bits of milliseconds, a counter of 42 bits, 32 random bits.
    ///
    /// The counter only rises while the program runs, so what was written twice in one millisecond
    /// keeps its order. It starts at random in its lower half: two programs on one cluster do not
    /// count alike, and 2⁴¹ ids are left. RFC 9562 §5.7, §6.2 method 1.
    package init(version7At instant: Instant) {
        let milliseconds = UInt64(max(0, instant.microseconds / 1_000))
        let counter = UUID.counter.add(1, ordering: .relaxed).newValue
        let high = milliseconds << 16 | 0x7000 | (counter >> 30) & 0xFFF
        let low = 1 << 63 | (counter & 0x3FFF_FFFF) << 32 | UInt64(RandomWords.next())
        func byte(_ word: UInt64, _ index: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: word >> (56 - 8 * index))
        }
        self.init(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4),
                byte(high, 5), byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1),
                byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
            ))
    }

    private static let counter = Atomic(UInt64.random(in: 0..<1 << 41))
}

/// Random words of the system, which is asked for many at once: an import gives fifty thousand ids.
private enum RandomWords {
    private static let drawn = Mutex<[UInt32]>([])
    private static let atOnce = 64

    static func next() -> UInt32 {
        drawn.withLock { drawn in
            if drawn.isEmpty { drawn = draw() }
            return drawn.removeLast()
        }
    }

    private static func draw() -> [UInt32] {
        var words = [UInt32](repeating: 0, count: atOnce)
        words.withUnsafeMutableBytes { bytes in
            if let start = bytes.baseAddress { arc4random_buf(start, bytes.count) }
        }
        return words
    }
}
