import CXML2

/// The local name of an element, as libxml2 holds it; compares without becoming a `String`.
struct XMLName {
    private let pointer: UnsafePointer<xmlChar>

    init(_ pointer: UnsafePointer<xmlChar>) {
        self.pointer = pointer
    }

    static func == (name: XMLName, text: StaticString) -> Bool { same(name.pointer, text) }
    static func ~= (text: StaticString, name: XMLName) -> Bool { same(name.pointer, text) }
}

/// The attributes of one element, valid only while it is being told.
struct XMLAttributes {
    /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let count: Int

    init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
        self.pointers = pointers
        self.count = count
    }

    /// The value of an attribute without a namespace.
    subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { same($0, name) && $1 == nil }
    }

    /// The value of an attribute in `namespace`.
    subscript(namespace: XMLNamespace, name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { candidate, space in
            guard same(candidate, name), let space else { return false }
            return namespace.contains(space)
        }
    }

    func text(_ name: StaticString) -> String? {
        self[name].map { String(decoding: $0, as: UTF8.self) }
    }

    func text(_ namespace: XMLNamespace, _ name: StaticString) -> String? {
        self[namespace, name].map { String(decoding: $0, as: UTF8.self) }
    }

    func number(_ name: StaticString) -> Int? { self[name].flatMap(Int.init(digits:)) }

    func number(_ namespace: XMLNamespace, _ name: StaticString) -> Int? {
        self[namespace, name].flatMap(Int.init(digits:))
    }

    /// An XML Schema boolean; absent means no.
    func isTrue(_ name: StaticString) -> Bool {
        self[name].map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
    }

    private func value(
        where matches: (UnsafePointer<xmlChar>, UnsafePointer<xmlChar>?) -> Bool
    ) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers else { return nil }
        for index in 0..<count {
            let attribute = pointers + index * 5
            guard let name = attribute[0], matches(name, attribute[2]) else { continue }
            guard let start = attribute[3], let end = attribute[4] else { return nil }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }
}

/// A namespace that tells attributes of like names apart.
struct XMLNamespace {
    private let addresses: [StaticString]

    func contains(_ address: UnsafePointer<xmlChar>) -> Bool {
        addresses.contains { same(address, $0) }
    }

    static let office = XMLNamespace(
        addresses: ["urn:oasis:names:tc:opendocument:xmlns:office:1.0"])
    static let table = XMLNamespace(addresses: ["urn:oasis:names:tc:opendocument:xmlns:table:1.0"])
    static let text = XMLNamespace(addresses: ["urn:oasis:names:tc:opendocument:xmlns:text:1.0"])
    static let style = XMLNamespace(addresses: ["urn:oasis:names:tc:opendocument:xmlns:style:1.0"])
    /// LibreOffice marks failed formulas here.
    static let calc = XMLNamespace(
        addresses: ["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"])
    /// Relationships of an XLSX, in its usual and its strict form (ISO/IEC 29500-1 §22.8).
    static let relationships = XMLNamespace(
        addresses: [
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ])
}

private func same(_ pointer: UnsafePointer<xmlChar>, _ text: StaticString) -> Bool {
    let wanted = text.utf8Start
    var index = 0
    while true {
        let byte = pointer[index]
        guard byte == wanted[index] else { return false }
        if byte == 0 { return true }
        index += 1
    }
}

extension Int {
    /// A number of decimal digits and nothing else; `nil` where there are more than nine.
    init?(digits: UnsafeBufferPointer<UInt8>) {
        guard (1...9).contains(digits.count) else { return nil }
        self = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            self = self * 10 + Int(digit) - 0x30
        }
    }
}
