/// The numbers of the zip format that we read and write (APPNOTE 6.3.10 §4).
enum ZipFormat {
    static let localHeader: UInt32 = 0x0403_4b50
    static let directoryHeader: UInt32 = 0x0201_4b50
    static let endRecord: UInt32 = 0x0605_4b50

    static let version: UInt16 = 20
    static let encrypted: UInt16 = 0x0001
    static let namesAreUTF8: UInt16 = 0x0800
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8
    /// 1980-01-01.
    static let firstDate: UInt16 = 0x0021
}

extension Array<UInt8> {
    mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
