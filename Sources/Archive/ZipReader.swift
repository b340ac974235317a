import Kernel

/// A zip archive that somebody gave us, read in memory and never unpacked to disk.
///
/// Opening checks the whole directory; reading checks a member against what the directory promised.
/// What is doubtful is refused, never repaired.
package struct ZipReader: Sendable {
    /// The names of the members, in the order of the directory.
    package let names: [String]

    private let archive: [UInt8]
    private let members: [String: ZipMember]

    package init(_ archive: [UInt8], limits: ZipLimits = .untrusted) throws(ZipRefusal) {
        let found = try ZipDirectory(of: archive, limits: limits).members
        self.archive = archive
        names = found.map(\.name)
        members = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
    }

    package func contains(_ name: String) -> Bool {
        members[name] != nil
    }

    /// Gives the content of a member to `sink`, a piece of at most 64 KiB at a time.
    ///
    /// Size and checksum are known only at the end: a sink has to stand bytes that are refused
    /// afterwards. A member that is itself an archive is refused at its first piece.
    package func read(
        _ name: String, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        guard let member = members[name] else { throw ZipRefusal.missing(name) }
        var size = 0
        var checksum = Checksum()
        try unpack(member) { piece in
            if size == 0, ZipFormat.beginsArchive(piece) { throw ZipRefusal.nested(name) }
            size += piece.count
            guard size <= member.size else { throw ZipRefusal.damaged(name) }
            checksum.add(piece)
            try sink(piece)
        }
        guard size == member.size, checksum.value == member.checksum else {
            throw ZipRefusal.damaged(name)
        }
    }

    /// The whole content of a member.
    package func content(of name: String) throws -> [UInt8] {
        var content: [UInt8] = []
        try read(name) { content += $0 }
        return content
    }

    private func unpack(
        _ member: ZipMember, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        try archive.withUnsafeBufferPointer { bytes in
            let packed = UnsafeBufferPointer(rebasing: bytes[member.content])
            if member.isDeflated {
                try Inflater(member.name).unpack(packed, sink)
            } else {
                for start in stride(from: 0, to: packed.count, by: Inflater.pieceSize) {
                    let end = min(start + Inflater.pieceSize, packed.count)
                    try sink(UnsafeBufferPointer(rebasing: packed[start..<end]))
                }
            }
        }
    }
}

/// How much of a stranger's archive we are ready to hold.
package struct ZipLimits: Hashable, Sendable {
    package var members: Int
    /// Bytes of all members together, unpacked.
    package var bytes: Int
    /// Unpacked bytes for one packed byte; small members (up to 1 MiB) are free of it, for a few
    /// thousand like rows pack better than any attack needs to.
    package var ratio: Int

    package init(members: Int, bytes: Int, ratio: Int) {
        self.members = members
        self.bytes = bytes
        self.ratio = ratio
    }

    package static let untrusted = ZipLimits(members: 2_000, bytes: 200 << 20, ratio: 100)

    static let freeOfRatio = 1 << 20
}

/// One member as the directory promises it.
struct ZipMember: Sendable {
    let name: String
    /// Where its packed bytes stand in the archive.
    let content: Range<Int>
    let size: Int
    let checksum: UInt32
    let isDeflated: Bool
}
