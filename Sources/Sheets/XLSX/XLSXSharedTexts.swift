/// The texts that cells of an XLSX share, held as one run of bytes.
final class XLSXSharedTexts: XMLListener {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let limits: SheetLimits
    private var isText = false
    /// Inside a reading aid (注音), whose text is not the cell's.
    private var isPhonetic = false

    init(limits: SheetLimits) {
        self.limits = limits
    }

    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return String(escapedXLSX: bytes[start..<ends[index]])
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case "t": isText = false
        case "rPh": isPhonetic = false
        case "si":
            ends.append(bytes.count)
            guard ends.count <= limits.sharedBytes / 32 else { throw SheetRefusal.tooMuchText }
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        bytes.append(contentsOf: piece)
        guard bytes.count <= limits.sharedBytes else { throw SheetRefusal.tooMuchText }
        guard bytes.count - (ends.last ?? 0) <= limits.cellBytes else {
            throw SheetRefusal.tooMuchText
        }
    }
}

extension String {
    /// Text of an XLSX, where `_x000D_` stands for a character that XML cannot hold
    /// (ISO/IEC 29500-1 §22.9.2.19). Control characters but tab and line end are left out.
    init(escapedXLSX bytes: ArraySlice<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        let mayEscape = zip(bytes, bytes.dropFirst()).contains { $0 == 0x5F && $1 == 0x78 }
        guard bytes.contains(0x5F), mayEscape else {
            self = text
            return
        }
        self = text.replacing(/_x([0-9A-Fa-f]{4})_/) { match -> String in
            guard let code = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(code),
                code >= 0x20 || code == 0x09 || code == 0x0A
            else { return "" }
            return String(scalar)
        }
    }
}
