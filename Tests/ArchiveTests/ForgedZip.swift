@testable import Archive

/// A zip archive whose every promise can be made a lie.
struct ForgedZip {
    struct Member {
        var name = "a.xml"
        var content: [UInt8] = Array("content".utf8)
        var flags: UInt16 = ZipFormat.namesAreUTF8
        var method = ZipFormat.stored
        var size: UInt32?
        var checksum: UInt32?
        var localName: String?
        var attributes: UInt32 = 0
        /// Stands at the place of the member before, instead of a place of its own.
        var sharesPlace = false
    }

    var members: [Member] = [Member()]
    var count: UInt16?
    var directoryOffset: UInt32?
    var comment: [UInt8] = []

    var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        var place = UInt32(0)
        for member in members {
            if !member.sharesPlace {
                place = UInt32(archive.count)
                archive.appendLittleEndian(ZipFormat.localHeader)
                archive += header(of: member, named: member.localName ?? member.name)
                archive += Array((member.localName ?? member.name).utf8) + member.content
            }
            directory.appendLittleEndian(ZipFormat.directoryHeader)
            directory.appendLittleEndian(UInt16(0x0314))
            directory += header(of: member, named: member.name)
            directory += [UInt8](repeating: 0, count: 6)
            directory.appendLittleEndian(member.attributes)
            directory.appendLittleEndian(place)
            directory += Array(member.name.utf8)
        }
        let start = directoryOffset ?? UInt32(archive.count)
        archive += directory
        archive.appendLittleEndian(ZipFormat.endRecord)
        archive.appendLittleEndian(UInt32(0))
        archive.appendLittleEndian(count ?? UInt16(members.count))
        archive.appendLittleEndian(count ?? UInt16(members.count))
        archive.appendLittleEndian(UInt32(directory.count))
        archive.appendLittleEndian(start)
        archive.appendLittleEndian(UInt16(comment.count))
        return archive + comment
    }

    private func header(of member: Member, named name: String) -> [UInt8] {
        var checksum = Checksum()
        checksum.add(member.content)
        var bytes: [UInt8] = []
        bytes.appendLittleEndian(ZipFormat.version)
        bytes.appendLittleEndian(member.flags)
        bytes.appendLittleEndian(member.method)
        bytes.appendLittleEndian(UInt32(0))
        bytes.appendLittleEndian(member.checksum ?? checksum.value)
        bytes.appendLittleEndian(UInt32(member.content.count))
        bytes.appendLittleEndian(member.size ?? UInt32(member.content.count))
        bytes.appendLittleEndian(UInt16(name.utf8.count))
        bytes.appendLittleEndian(UInt16(0))
        return bytes
    }
}
