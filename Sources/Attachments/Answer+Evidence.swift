import Evidence
import HTML
import Kernel
import Web

extension Answer {
    /// A file of evidence as a browser opens it: a picture in the window, anything else to keep.
    package static func evidence(_ file: EvidenceFile, _ bytes: [UInt8]) -> Answer {
        file.kind.isShownInline
            ? .picture(bytes, type: file.kind.mediaType)
            : .file(bytes, name: file.name.text, type: file.kind.mediaType)
    }
}

extension Toast {
    package static func evidenceAdded(_ count: Int) -> Toast {
        Toast(Term("已加上 \(count) 個佐證", en: "Evidence added: \(count)"))
    }

    /// That the file at `place` was taken back or put back, with the way to undo it.
    package static func evidence(isWithdrawn: Bool, at place: Path) -> Toast {
        Toast(
            isWithdrawn
                ? Term("已撤回佐證", en: "Evidence withdrawn") : Term("已恢復佐證", en: "Evidence restored"),
            undo: place.appending(isWithdrawn ? "restoration" : "withdrawal"))
    }
}
