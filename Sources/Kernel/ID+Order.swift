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
