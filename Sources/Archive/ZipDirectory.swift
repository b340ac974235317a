/// The directory at the end of an archive, checked entry by entry before anything is unpacked.
struct ZipDirectory {
    private(set) var members: [ZipMember] = []

    private let bytes: ByteReader
    private let limits: ZipLimits

    init(of archive: [UInt8], limits: ZipLimits) throws(ZipRefusal) {
        bytes = ByteReader(archive)
        self.limits = limits
        let end = try Self.end(of: bytes)
        guard end.count <= limits.members else { throw .tooManyMembers(limit: limits.members) }
        guard end.directory.upperBound <= end.offset else { throw .truncated }
        var offset = end.directory.lowerBound
        for _ in 0..<end.count {
            let entry = try entry(at: offset)
            members.append(try member(entry, before: end.directory.lowerBound))
            offset += entry.length
        }
        guard offset == end.directory.upperBound else { throw .truncated }
        try refuseDuplicates()
        try refuseOverlaps()
        try refuseExcess()
    }

    private struct End {
        let offset: Int
        let count: Int
        let directory: Range<Int>
    }

    /// An entry of the directory, as it stands there.
    private struct Entry {
        let name: String
        let flags: UInt16
        let method: UInt16
        let checksum: UInt32
        let packed: Int
        let size: Int
        let offset: Int
        let isLink: Bool
        let length: Int
    }

    /// The end record: the last one whose comment reaches exactly to the end of the file.
    private static func end(of bytes: ByteReader) throws(ZipRefusal) -> End {
        guard bytes.number32(at: 0).map(ZipFormat.opening.contains) == true else {
            throw .notAnArchive
        }
        let length = 22
        var offset = bytes.count - length
        let earliest = max(0, offset - Int(UInt16.max))
        while offset >= earliest {
            if bytes.number32(at: offset) == ZipFormat.endRecord,
                bytes.number16(at: offset + 20).map(Int.init) == bytes.count - offset - length
            {
                return try end(at: offset, of: bytes)
            }
            offset -= 1
        }
        throw .truncated
    }

    private static func end(at offset: Int, of bytes: ByteReader) throws(ZipRefusal) -> End {
        guard let disk = bytes.number32(at: offset + 4), let here = bytes.number16(at: offset + 8),
            let count = bytes.number16(at: offset + 10), let size = bytes.number32(at: offset + 12),
            let start = bytes.number32(at: offset + 16)
        else { throw .truncated }
        guard count < .max, size < .max, start < .max,
            bytes.number32(at: offset - 20) != ZipFormat.largeLocator
        else { throw .tooNew }
        guard disk == 0, here == count else { throw .truncated }
        let first = Int(start)
        return End(offset: offset, count: Int(count), directory: first..<(first + Int(size)))
    }

    private func entry(at offset: Int) throws(ZipRefusal) -> Entry {
        guard bytes.number32(at: offset) == ZipFormat.directoryHeader,
            let madeBy = bytes.number16(at: offset + 4), let flags = bytes.number16(at: offset + 8),
            let method = bytes.number16(at: offset + 10),
            let checksum = bytes.number32(at: offset + 16),
            let packed = bytes.number32(at: offset + 20),
            let size = bytes.number32(at: offset + 24),
            let nameLength = bytes.number16(at: offset + 28),
            let extraLength = bytes.number16(at: offset + 30),
            let commentLength = bytes.number16(at: offset + 32),
            let attributes = bytes.number32(at: offset + 38),
            let local = bytes.number32(at: offset + 42),
            let name = bytes.text(at: offset + 46, length: Int(nameLength))
        else { throw .truncated }
        guard packed < .max, size < .max, local < .max else { throw .tooNew }
        return Entry(
            name: name, flags: flags, method: method, checksum: checksum, packed: Int(packed),
            size: Int(size), offset: Int(local),
            isLink: madeBy >> 8 == 3 && attributes >> 28 == 0xA,
            length: 46 + Int(nameLength) + Int(extraLength) + Int(commentLength))
    }

    private func member(_ entry: Entry, before limit: Int) throws(ZipRefusal) -> ZipMember {
        guard entry.flags & ZipFormat.encrypted == 0 else { throw .encrypted }
        guard entry.method == ZipFormat.stored || entry.method == ZipFormat.deflated else {
            throw .unknownPacking(entry.name)
        }
        guard !entry.isLink, Self.isSafe(entry.name) else { throw .unsafeName(entry.name) }
        guard bytes.number32(at: entry.offset) == ZipFormat.localHeader,
            let flags = bytes.number16(at: entry.offset + 6),
            let method = bytes.number16(at: entry.offset + 8),
            let nameLength = bytes.number16(at: entry.offset + 26),
            let extraLength = bytes.number16(at: entry.offset + 28)
        else { throw .truncated }
        guard flags & ZipFormat.encrypted == 0 else { throw .encrypted }
        guard method == entry.method,
            bytes.text(at: entry.offset + 30, length: Int(nameLength)) == entry.name
        else { throw .damaged(entry.name) }
        let start = entry.offset + 30 + Int(nameLength) + Int(extraLength)
        guard start + entry.packed <= limit else { throw .truncated }
        return ZipMember(
            name: entry.name, content: start..<(start + entry.packed), size: entry.size,
            checksum: entry.checksum, isDeflated: method == ZipFormat.deflated)
    }

    /// Whether a name stays inside the archive. We unpack nothing, but a name that climbs out shows
    /// that the file was made to harm somebody.
    private static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\")
            && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
            && !name.split(separator: "/").contains("..")
    }

    private func refuseDuplicates() throws(ZipRefusal) {
        var seen: Set<String> = []
        for member in members where !seen.insert(member.name).inserted {
            throw .duplicate(member.name)
        }
    }

    private func refuseOverlaps() throws(ZipRefusal) {
        let ordered = members.sorted { $0.content.lowerBound < $1.content.lowerBound }
        for (former, latter) in zip(ordered, ordered.dropFirst()) {
            // A local header of at least 31 bytes stands between two contents.
            guard former.content.upperBound + 31 <= latter.content.lowerBound else {
                throw .damaged(latter.name)
            }
        }
    }

    private func refuseExcess() throws(ZipRefusal) {
        guard members.reduce(0, { $0 + $1.size }) <= limits.bytes else {
            throw .tooLarge(limit: limits.bytes)
        }
        for member in members {
            let allowed = max(ZipLimits.freeOfRatio, member.content.count * limits.ratio)
            guard member.size <= allowed else { throw .tooDense(member.name) }
        }
    }
}
