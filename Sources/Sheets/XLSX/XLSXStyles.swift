/// What numbers mean in each style of an XLSX.
final class XLSXStyles: XMLListener {
    private(set) var kinds: [NumberFormat] = []
    private var formats: [Int: NumberFormat] = [:]
    private var isCellStyle = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode")
            else { return }
            formats[id] = NumberFormat(code)
        case "cellXfs": isCellStyle = true
        case "xf" where isCellStyle:
            let id = attributes.number("numFmtId") ?? 0
            kinds.append(formats[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isCellStyle = false }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}
