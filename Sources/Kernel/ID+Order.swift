import Foundation

extension ID {
    /// A new id of the moment `instant` that sorts after `earlier`, even where the clock stands
    /// still or goes back (RFC 9562 §6.2).
    package init(at instant: Instant, after earlier: ID?) {
        let new = ID(at: instant)
        guard let earlier, !(earlier < new) else {
            self = new
            return
        }
        self = ID(earlier.uuid.nextOfVersion7)
    }
}

extension UUID {
    /// The least UUID of version 7 that can be made at `instant`: what is smaller is earlier.
    package init(leastOfVersion7At instant: Instant) {
        let milliseconds = UInt64(max(0, instant.microseconds / 1_000))
        func byte(_ index: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))
        }
        self.init(
            uuid: (
                byte(0), byte(1), byte(2), byte(3), byte(4), byte(5), 0x70, 0, 0x80, 0, 0, 0, 0, 0,
                0, 0
            ))
    }
}

extension UUID {
    /// The next UUID of version 7: the random part counted up, and what overflows goes into the
    /// milliseconds.
    fileprivate var nextOfVersion7: UUID {
        var bytes = withUnsafeBytes(of: uuid) { Array($0) }
        let counted: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0xFF, 0x3F,
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        ]
        for index in bytes.indices.reversed() {
            let fixed = bytes[index] & ~counted[index]
            guard bytes[index] & counted[index] == counted[index] else {
                bytes[index] = fixed | ((bytes[index] & counted[index]) + 1)
                break
            }
            bytes[index] = fixed
        }
        return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
