import Foundation
import Kernel

/// How much the site takes of files that come with forms.
package struct UploadLimits: Sendable {
    package var fileBytes = 20 * 1_024 * 1_024
    /// Of all parts together.
    package var bytes = 100 * 1_024 * 1_024
    package var files = 20
    package var parts = 200
    package var partHeadingBytes = 4 * 1_024
    /// Of all fields of text together.
    package var textBytes = 256 * 1_024
    /// How long one form with files may take.
    package var seconds = 600
    /// The slowest that a sender may be on the whole, after the first half minute.
    package var bytesPerSecond = 4 * 1_024

    package init() {}
}

/// Receives one form with files: text fields are kept, files are spooled to the disk.
struct UploadDesk {
    /// Whether what has come before the first file allows the form to be sent at all. Nothing is
    /// stored for a form without the word of the session.
    typealias Permit = (Fields) throws -> Void

    private(set) var files: [UploadedFile] = []
    private var texts: [(String, String)] = []
    private var open: OpenPart?
    private var textBytes = 0
    private var isPermitted = false
    private let limits: UploadLimits
    private let permit: Permit

    init(limits: UploadLimits, permit: @escaping Permit) {
        self.limits = limits
        self.permit = permit
    }

    var fields: Fields { Fields(texts) }

    mutating func receive(_ event: MultipartReader.Event) throws {
        switch event {
        case .part(let heading): try begin(heading)
        case .bytes(let bytes): try add(bytes)
        case .end: try end()
        }
    }

    private mutating func begin(_ heading: PartHeading) throws {
        guard heading.fileName != nil else { return open = .text(heading.field, []) }
        guard files.count < limits.files else { throw WebRefusal.tooManyFiles(limits.files) }
        if !isPermitted {
            try permit(fields)
            isPermitted = true
        }
        open = .file(SpooledPart(heading))
    }

    private mutating func add(_ piece: UnsafeRawBufferPointer) throws {
        switch open {
        case .text(let field, var bytes):
            textBytes += piece.count
            guard textBytes <= limits.textBytes else { throw WebRefusal.tooLarge }
            open = nil
            bytes.append(contentsOf: piece)
            open = .text(field, bytes)
        case .file(var part):
            open = nil
            try part.add(piece, limit: limits.fileBytes)
            open = .file(part)
        case nil: throw WebRefusal.brokenUpload
        }
    }

    private mutating func end() throws {
        switch open {
        case .text(let field, let bytes):
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
                throw WebRefusal.garbled
            }
            texts.append((field, text))
        case .file(let part): if let file = try part.finished() { files.append(file) }
        case nil: throw WebRefusal.brokenUpload
        }
        open = nil
    }

    /// The part that is being received.
    private enum OpenPart {
        case text(String, [UInt8])
        case file(SpooledPart)
    }
}

/// A file on its way to the disk.
private struct SpooledPart {
    let heading: PartHeading
    private var spool: Spool?
    private var digest = RunningDigest()
    private var size = 0

    init(_ heading: PartHeading) {
        self.heading = heading
    }

    mutating func add(_ piece: UnsafeRawBufferPointer, limit: Int) throws {
        size += piece.count
        guard size <= limit else {
            throw WebRefusal.fileTooLarge(name.text, mebibytes: limit / 1_048_576)
        }
        digest.add(piece)
        let spool = try spool ?? Spool()
        self.spool = spool
        try spool.write(piece)
    }

    /// `nil` for a field in which no file was chosen.
    func finished() throws -> UploadedFile? {
        guard heading.fileName != "" || size > 0 else { return nil }
        return UploadedFile(
            field: heading.field, name: name, claimedType: heading.claimedType, size: size,
            digest: digest.digest, spool: try spool ?? Spool())
    }

    private var name: FileName { FileName(heading.fileName ?? "") }
}

/// How fast a sender sends: who only drips holds a place that others need.
struct Pace: Sendable {
    private let startedAt: ContinuousClock.Instant
    private let limits: UploadLimits

    init(startedAt: ContinuousClock.Instant, limits: UploadLimits) {
        self.startedAt = startedAt
        self.limits = limits
    }

    /// - Throws: `WebRefusal.tooSlow` once half a minute has passed with too little to show for it.
    func check(_ bytes: Int, at now: ContinuousClock.Instant) throws {
        let seconds = Int((now - startedAt).components.seconds)
        guard seconds > 30 else { return }
        guard bytes >= seconds * limits.bytesPerSecond else { throw WebRefusal.tooSlow }
    }
}
