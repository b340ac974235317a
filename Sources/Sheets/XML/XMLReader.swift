import Archive
import CXML2

/// What hears the elements of one part of a spreadsheet.
protocol XMLListener: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    func end(_ name: XMLName) throws
    /// A piece of text; one text may come in several pieces.
    func text(_ piece: UnsafeBufferPointer<UInt8>) throws
}

/// Reads one member of an archive as XML, piece by piece, holding none of it.
///
/// Files from strangers: a document type is refused (with it go all entities but the five of XML),
/// nothing is ever fetched, elements stand at most 64 deep, and a tag is at most so long: libxml2
/// compares all attributes of an element with each other.
final class XMLReader {
    private static let deepest = 64
    /// Pieces of 64 KiB that may pass without an end of a tag or of a run of text.
    private static let quietest = 4
    /// libxml2 wants its tables made before threads use them.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let member: String
    private let listener: any XMLListener
    private var context: xmlParserCtxtPtr?
    private var failure: (any Error)?
    private var depth = 0
    /// Pieces since something was told.
    private var quiet = 0

    /// Tells `listener` the content of `member`.
    static func read(_ member: String, of zip: ZipReader, to listener: any XMLListener) throws {
        try XMLReader(member, listener).read(zip)
    }

    private init(_ member: String, _ listener: any XMLListener) {
        self.member = member
        self.listener = listener
    }

    private func read(_ zip: ZipReader) throws {
        guard Self.isReady else { return }
        var handler = Self.handler
        let me = Unmanaged.passUnretained(self).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, me, nil, 0, nil) else {
            throw SheetRefusal.damaged(member)
        }
        self.context = context
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOWARNING.rawValue))
        try zip.read(member) { piece in
            try piece.withMemoryRebound(to: CChar.self) { bytes in
                try feed(context, bytes.baseAddress, bytes.count, last: 0)
            }
        }
        try feed(context, nil, 0, last: 1)
    }

    private func feed(
        _ context: xmlParserCtxtPtr, _ bytes: UnsafePointer<CChar>?, _ count: Int, last: Int32
    ) throws {
        let code = xmlParseChunk(context, bytes, Int32(count), last)
        if let failure { throw failure }
        guard code == 0, quiet <= Self.quietest else { throw SheetRefusal.damaged(member) }
        quiet += 1
    }

    /// Runs a listener's method; its first error ends the reading, for C cannot carry it.
    private func tell(_ body: () throws -> Void) {
        guard failure == nil else { return }
        quiet = 0
        do {
            try body()
        } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
        pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        // The number by which libxml2 knows the second form of its handler.
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { pointer, name, _, _, _, _, count, _, attributes in
            guard let reader = XMLReader.of(pointer), let name else { return }
            reader.tell {
                reader.depth += 1
                guard reader.depth <= XMLReader.deepest else {
                    throw SheetRefusal.damaged(reader.member)
                }
                try reader.listener.start(
                    XMLName(name), XMLAttributes(attributes, count: Int(count)))
            }
        }
        handler.endElementNs = { pointer, name, _, _ in
            guard let reader = XMLReader.of(pointer), let name else { return }
            reader.tell {
                reader.depth -= 1
                try reader.listener.end(XMLName(name))
            }
        }
        handler.characters = { pointer, bytes, count in
            guard let reader = XMLReader.of(pointer) else { return }
            let piece = UnsafeBufferPointer(start: bytes, count: Int(count))
            reader.tell { try reader.listener.text(piece) }
        }
        // Told to nobody, but signs of life.
        handler.ignorableWhitespace = { pointer, _, _ in XMLReader.of(pointer)?.quiet = 0 }
        handler.comment = { pointer, _ in XMLReader.of(pointer)?.quiet = 0 }
        handler.internalSubset = { pointer, _, _, _ in
            guard let reader = XMLReader.of(pointer) else { return }
            reader.tell { throw SheetRefusal.documentType }
        }
        handler.serror = { _, _ in }
        return handler
    }
}
