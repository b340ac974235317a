/// Text on its way into a spreadsheet.
enum SheetText {
    /// Whether text that begins with this byte would be run as a formula by the program that opens
    /// it (`= + - @`, and the tab and line ends that hide them).
    static func isRisky(_ first: UInt8) -> Bool {
        switch first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }
}
