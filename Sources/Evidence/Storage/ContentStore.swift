import Access
import Foundation
import Kernel
import Storage

/// Where the bytes of evidence lie: in a folder beside the data, or in a table of the cluster.
///
/// Content is named by its digest and kept once. In a folder it is on the disk before the change
/// that names it is committed; what a failed change leaves behind is named by nobody.
package struct ContentStore: Sendable {
    private let folder: String?

    package init(folder: String?) {
        self.folder = folder
    }

    /// Makes sure that the bytes are on the disk, where files lie in a folder.
    package func keep(_ file: NewFile) throws {
        guard let folder else { return }
        let place = self.place(of: file.digest, in: folder)
        // What is there already is new again, so that no sweep takes it away.
        guard utimes(place.file, nil) != 0 else { return }
        try FileManager.default.createDirectory(
            atPath: place.folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let partial = "\(place.file).\(UUID().uuidString)"
        do {
            try file.write(to: partial)
            try Self.synchronize(partial)
            guard rename(partial, place.file) == 0 else { throw ContentFault.disk(errno) }
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
        for path in [place.folder, folder, (folder as NSString).deletingLastPathComponent] {
            try Self.synchronize(path)
        }
    }

    /// Writes the bytes in the transaction of the change, where they lie in the cluster.
    func insert(_ file: NewFile, _ session: any Session) throws {
        guard folder == nil else { return }
        let bytes = try file.bytes()
        try session.execute(
            """
            INSERT INTO evidenceContent (digest, content) VALUES (\(file.digest), \(bytes))
            ON CONFLICT (digest) DO NOTHING
            """)
    }

    /// The bytes of a file that the caller has been shown to see.
    ///
    /// - Throws: `ContentFault.damaged` when they are no longer what was added.
    package func bytes(of file: EvidenceFile, _ session: any Session) throws -> [UInt8] {
        let bytes: [UInt8]?
        if let folder {
            let path = place(of: file.digest, in: folder).file
            bytes = FileManager.default.contents(atPath: path).map(Array.init)
        } else {
            bytes = try session.value(
                "SELECT content FROM evidenceContent WHERE digest = \(file.digest)")
        }
        guard let bytes, Digest(of: bytes) == file.digest else {
            throw ContentFault.damaged(file.digest)
        }
        return bytes
    }

    private func place(of digest: Digest, in folder: String) -> (folder: String, file: String) {
        let name = digest.description
        let inner = "\(folder)/\(name.prefix(2))"
        return (inner, "\(inner)/\(name.dropFirst(2))")
    }

    /// Waits until the file or folder is on the disk.
    private static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ContentFault.disk(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw ContentFault.disk(errno) }
    }
}

/// What goes wrong with kept content; always a fault.
package enum ContentFault: Error, Equatable {
    case disk(Int32)
    /// The bytes are gone or are others than those that were added.
    case damaged(Digest)
}

extension Door {
    /// Where this programme keeps the bytes of evidence.
    package var contents: ContentStore { ContentStore(folder: fileFolder) }
}
