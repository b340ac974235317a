import CZ

/// The CRC-32 that zip keeps of every member's content.
struct Checksum {
    private(set) var value: UInt32 = 0

    mutating func add(_ content: UnsafeBufferPointer<UInt8>) {
        value = UInt32(truncatingIfNeeded: crc32_z(UInt(value), content.baseAddress, content.count))
    }

    mutating func add(_ content: [UInt8]) {
        content.withUnsafeBufferPointer { add($0) }
    }
}
