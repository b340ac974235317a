import Foundation
import Kernel

/// A file on its way into the evidence: its kind is known, its bytes are at hand.
package struct NewFile: Sendable {
    package let name: FileName
    package let kind: FileKind
    package let size: Int
    package let digest: Digest
    private let source: Source

    private enum Source {
        case file(URL)
        case held(Data)
    }

    /// - Throws: `EvidenceRefusal.wrongKind` for content that is not accepted.
    package init(_ name: FileName, at url: URL, size: Int, digest: Digest) throws {
        let content = try Data(contentsOf: url, options: .alwaysMapped)
        guard let kind = FileKind(of: content) else {
            throw EvidenceRefusal.wrongKind(name.text)
        }
        self.name = name
        self.kind = kind
        self.size = size
        self.digest = digest
        source = .file(url)
    }

    /// A file that was held, told by its content once more.
    init(_ name: FileName, held bytes: [UInt8]) throws {
        let content = Data(bytes)
        guard let kind = FileKind(of: content) else {
            throw EvidenceRefusal.wrongKind(name.text)
        }
        self.name = name
        self.kind = kind
        size = bytes.count
        digest = Digest(of: bytes)
        source = .held(content)
    }

    /// All bytes at once.
    func bytes() throws -> [UInt8] {
        switch source {
        case .file(let url): Array(try Data(contentsOf: url))
        case .held(let content): Array(content)
        }
    }

    /// Writes the bytes into a new file that only this process's user reads.
    func write(to path: String) throws {
        switch source {
        case .file(let url): try FileManager.default.copyItem(atPath: url.path, toPath: path)
        case .held(let content):
            let isMade = FileManager.default.createFile(
                atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw ContentFault.disk(errno) }
        }
    }
}
