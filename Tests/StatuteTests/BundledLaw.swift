import Kernel
import Statute
import Testing

/// The law that comes with the product, read once for all tests.
let law: Law = {
    do {
        return try Law.bundled()
    } catch {
        preconditionFailure("\(error)")
    }
}()

extension Day {
    /// A day that the test writes down.
    static func of(_ text: String) throws -> Day { try #require(Day(text)) }
}

extension Instant {
    static func taipei(_ text: String) throws -> Instant { try #require(Instant(text)) }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
