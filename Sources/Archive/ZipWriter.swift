import Kernel

/// A zip archive being made, in memory: the container of every ODT, ODS and XLSX we hand out.
///
/// The same members in the same order give the same bytes: members carry no date (1980-01-01, the
/// earliest that the format can say), no owner and no extra field. Names are UTF-8.
///
///     var zip = ZipWriter()
///     try zip.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), .stored)
///     try zip.add("content.xml", Array(content.utf8))
///     let bytes = try zip.finish()
///
/// ODF wants `mimetype` first and stored (ODF 1.3 part 2 §3.3). A long member is written in pieces
/// between `open` and `close`, so that only its packed form is ever held.
package struct ZipWriter {
    /// How a member is kept.
    package enum Packing: Sendable {
        case deflated, stored
    }

    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var names: Set<String> = []
    private var member: MemberInProgress?

    package init() {}

    /// Adds a whole member.
    package mutating func add(
        _ name: String, _ content: [UInt8], _ packing: Packing = .deflated
    ) throws {
        try open(name, packing)
        try write(content)
        try close()
    }

    /// Begins the member `name`; what is written until `close` is its content.
    package mutating func open(_ name: String, _ packing: Packing = .deflated) throws {
        try close()
        guard names.insert(name).inserted, name.utf8.count <= UInt16.max else {
            throw ZipWriterFault.name(name)
        }
        member = try MemberInProgress(name: name, packing: packing)
    }

    /// Adds a piece to the open member. Pieces of some kilobytes pack fastest.
    package mutating func write(_ content: [UInt8]) throws {
        try member?.write(content)
    }

    /// Ends the open member; without one there is nothing to do.
    package mutating func close() throws {
        guard var member else { return }
        self.member = nil
        try member.end()
        guard let offset = UInt32(exactly: archive.count),
            let packed = UInt32(exactly: member.packed.count),
            let size = UInt32(exactly: member.size)
        else { throw ZipWriterFault.tooLarge }
        let header = member.header(packed: packed, size: size)
        let name = Array(member.name.utf8)
        archive.appendLittleEndian(ZipFormat.localHeader)
        archive += header + name
        archive += member.packed
        directory.appendLittleEndian(ZipFormat.directoryHeader)
        directory.appendLittleEndian(ZipFormat.version)
        directory += header
        // Comment length, disk, internal and external attributes: all nought.
        directory += [UInt8](repeating: 0, count: 10)
        directory.appendLittleEndian(offset)
        directory += name
    }

    /// The finished archive.
    package consuming func finish() throws -> [UInt8] {
        try close()
        guard let offset = UInt32(exactly: archive.count),
            let size = UInt32(exactly: directory.count),
            let count = UInt16(exactly: names.count)
        else { throw ZipWriterFault.tooLarge }
        archive += directory
        archive.appendLittleEndian(ZipFormat.endRecord)
        archive.appendLittleEndian(UInt32(0))
        archive.appendLittleEndian(count)
        archive.appendLittleEndian(count)
        archive.appendLittleEndian(size)
        archive.appendLittleEndian(offset)
        archive.appendLittleEndian(UInt16(0))
        return archive
    }
}

/// Why an archive of ours could not be made: a mistake of the program, not of a person.
package enum ZipWriterFault: Error, Equatable {
    /// The name was used before, or is longer than the format can say.
    case name(String)
    /// More than the format holds without its 64-bit extension.
    case tooLarge
    /// zlib could not be set up or ended in `code`.
    case packing(code: Int32)
}

/// A member between `open` and `close`.
private struct MemberInProgress {
    let name: String
    private(set) var packed: [UInt8] = []
    private(set) var size = 0
    private var checksum = Checksum()
    private let deflater: Deflater?

    init(name: String, packing: ZipWriter.Packing) throws {
        self.name = name
        deflater = packing == .deflated ? try Deflater() : nil
    }

    mutating func write(_ content: [UInt8]) throws {
        checksum.add(content)
        size += content.count
        if let deflater {
            try deflater.pack(content, into: &packed)
        } else {
            packed += content
        }
    }

    mutating func end() throws {
        try deflater?.finish(into: &packed)
    }

    /// The part that the local header and the directory share, from the version to the lengths.
    func header(packed: UInt32, size: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendLittleEndian(ZipFormat.version)
        bytes.appendLittleEndian(ZipFormat.namesAreUTF8)
        bytes.appendLittleEndian(deflater == nil ? ZipFormat.stored : ZipFormat.deflated)
        bytes.appendLittleEndian(UInt16(0))
        bytes.appendLittleEndian(ZipFormat.firstDate)
        bytes.appendLittleEndian(checksum.value)
        bytes.appendLittleEndian(packed)
        bytes.appendLittleEndian(size)
        bytes.appendLittleEndian(UInt16(name.utf8.count))
        bytes.appendLittleEndian(UInt16(0))
        return bytes
    }
}
