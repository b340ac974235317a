import Foundation
import Kernel

/// A file on its way into the evidence: its kind is known, its bytes lie at `url`.
package struct NewFile: Sendable {
    package let name: FileName
    package let kind: FileKind
    package let size: Int
    package let digest: Digest
    let url: URL

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
        self.url = url
    }
}
