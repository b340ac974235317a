import Evidence
import Kernel

/// One file of evidence as the API gives it; its bytes have a place of their own.
package struct EvidenceResource: Encodable, Sendable {
    let id: String
    let name: String
    let kind: String
    let mediaType: String
    let size: Int
    let sha256: String
    let effectiveOn: String
    let note: String?
    let addedAt: String
    let addedBy: String
    let withdrawnAt: String?

    package init(_ file: EvidenceFile) {
        id = file.id.description
        name = file.name.text
        kind = file.kind.rawValue
        mediaType = file.kind.mediaType
        size = file.size
        sha256 = file.digest.description
        effectiveOn = file.effectiveOn.description
        note = file.note
        addedAt = file.addedAt.description
        addedBy = file.addedBy
        withdrawnAt = file.withdrawnAt?.description
    }
}
