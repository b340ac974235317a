/// The numbers of the zip format that we read and write (APPNOTE 6.3.10 §4).
enum ZipFormat {
    static let localHeader: UInt32 = 0x0403_4b50
    static let directoryHeader: UInt32 = 0x0201_4b50
    static let endRecord: UInt32 = 0x0605_4b50

    /// The locator of the 64-bit end record, which we refuse.
    static let largeLocator: UInt32 = 0x0706_4b50
    /// What an archive begins with: a member, or the end record of an empty one.
    static let opening: Set<UInt32> = [localHeader, endRecord]

    static let version: UInt16 = 20
    static let encrypted: UInt16 = 0x0001
    static let namesAreUTF8: UInt16 = 0x0800
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8
    /// 1980-01-01.
    static let firstDate: UInt16 = 0x0021

    /// Whether content starts like an archive.
    static func beginsArchive(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        content.starts(with: [0x50, 0x4b, 0x03, 0x04])
    }
}

extension Array<UInt8> {
    mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
