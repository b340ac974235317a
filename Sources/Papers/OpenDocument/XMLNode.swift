import CXML2

/// A piece of an XML part of a stranger's file: words, or an element with what is inside.
enum XMLNode {
    case text(String)
    case element(XMLElement)
}

/// An element by its local name; attributes likewise, for ODF has no two that collide here.
struct XMLElement {
    let name: String
    let attributes: [String: String]
    let children: [XMLNode]

    /// Reads a whole part; `nil` for anything but well-formed XML in UTF-8 without a document type.
    ///
    /// Nothing is fetched and no entity is put in; libxml2 ends elements nested beyond 256.
    init?(_ bytes: [UInt8]) {
        guard XMLTags.areHonest(bytes) else { return nil }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        let parsed = bytes.withUnsafeBytes { content in
            xmlReadMemory(
                content.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(content.count),
                nil, "UTF-8", Int32(options | XML_PARSE_NOWARNING.rawValue))
        }
        guard let parsed else { return nil }
        defer { xmlFreeDoc(parsed) }
        guard parsed.pointee.intSubset == nil, let root = xmlDocGetRootElement(parsed) else {
            return nil
        }
        self.init(root)
    }

    private init(_ node: xmlNodePtr) {
        name = String(cString: node.pointee.name)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            let words = current.pointee.children?.pointee.content.map { String(cString: $0) }
            attributes[String(cString: current.pointee.name)] = words ?? ""
            attribute = current.pointee.next
        }
        self.attributes = attributes
        var children: [XMLNode] = []
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE: children.append(.element(XMLElement(current)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = current.pointee.content {
                    children.append(.text(String(cString: content)))
                }
            default: break
            }
            child = current.pointee.next
        }
        self.children = children
    }

    var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first element of that name anywhere below.
    func first(_ name: String) -> XMLElement? {
        for element in elements {
            if element.name == name { return element }
            if let found = element.first(name) { return found }
        }
        return nil
    }

    /// Every element of that name anywhere below, in order.
    func all(_ name: String) -> [XMLElement] {
        elements.flatMap { $0.name == name ? [$0] + $0.all(name) : $0.all(name) }
    }
}
