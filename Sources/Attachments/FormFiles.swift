import Access
import Evidence
import Foundation
import HTML
import Kernel
import Web

/// The files of a form that people fill in: those chosen now, and those that arrived with it before,
/// when something else in it was wrong.
package struct FormFiles: Sendable {
    private let held: HeldFiles

    /// - Parameter permission: what the form needs.
    package init(door: Door, needs permission: Permission) {
        held = HeldFiles(door: door, needs: permission)
    }

    /// Lets `take` have the files of a form. Those that waited for it are let go once they are taken.
    ///
    /// - Throws: `EvidenceRefusal.wrongKind` for content that is not accepted; `.noLongerHeld` for
    ///   what waited longer than a day; what `take` throws.
    @discardableResult
    package func give<Taken>(
        of request: WebRequest, to take: ([NewFile]) async throws -> Taken
    ) async throws -> Taken {
        let caller = try request.caller
        let chosen = try NewFile.all(of: request)
        let waited = try ids(in: request)
        let taken = try await take(held.take(waited, by: caller) + chosen)
        // The form is taken; what stayed behind would be cleared away within a day.
        try? await held.release(waited, by: caller)
        return taken
    }

    /// Has the files of a form that comes back wait, so that nobody chooses them again. What is no
    /// evidence is left out.
    package func hold(_ request: WebRequest) async throws -> [HeldFile] {
        var chosen: [NewFile] = []
        for file in request.files {
            do {
                chosen.append(try NewFile(file))
            } catch is EvidenceRefusal {
                continue
            }
        }
        let new = try await held.hold(chosen, by: request.caller)
        return try await held.waiting(ids(in: request) + new, by: request.caller)
    }

    /// Lets `take` have the files of a form of evidence.
    ///
    /// - Returns: how many there were, or the form as it comes back.
    package func evidence(
        of request: WebRequest, _ take: ([NewFile]) async throws -> Void
    ) async throws -> Result<Int, SentEvidence> {
        do {
            return .success(
                try await give(of: request) { sent in
                    try await take(sent)
                    return sent.count
                })
        } catch let refusal as EvidenceRefusal where refusal.field != nil {
            return .failure(
                SentEvidence(
                    refusal: refusal, fields: try request.fieldsIfAny,
                    held: try await hold(request)))
        }
    }

    private func ids(in request: WebRequest) throws -> [UUID] {
        try request.fieldsIfAny.all(FileField.heldName).compactMap { UUID(hyphenated: $0) }
    }
}

extension NewFile {
    /// The files that came with a form, each told by its content.
    ///
    /// - Throws: `EvidenceRefusal.wrongKind` for content that is not accepted.
    package static func all(of request: WebRequest) throws -> [NewFile] {
        try request.files.map { try NewFile($0) }
    }

    fileprivate init(_ file: UploadedFile) throws {
        try self.init(file.name, at: file.url, size: file.size, digest: file.digest)
    }
}

extension WebRequest {
    /// The fields of the form that was sent; none where no form was.
    package var fieldsIfAny: Fields {
        get throws {
            do { return try form } catch WebRefusal.notAForm { return Fields() }
        }
    }
}

/// The field of a form in which files are chosen. Those that have arrived stand above it, ticked.
package struct FileField: Component {
    static let heldName = "held"
    private let name: String
    private let term: Term
    private let hint: Term
    private let error: Term?
    private let held: [HeldFile]
    private let isOptional: Bool

    package init(
        _ name: String, _ term: Term, hint: Term, error: Term? = nil,
        held: [HeldFile] = [], optional: Bool = false
    ) {
        self.name = name
        self.term = term
        self.hint = hint
        self.error = error
        self.held = held
        isOptional = optional
    }

    @HTMLBuilder
    package var body: HTML {
        if held.isEmpty {
            FormField(name, term, control, hint: hint, error: error, optional: isOptional)
        } else {
            FormField(
                Self.heldName, term,
                .boxes(held.map(option), chosen: Set(held.map(\.id.hyphenated))),
                hint: Term(
                    "已經收到，不必再選一次。不要的，取消勾選。",
                    en: "These have arrived. Untick what you do not want."))
            FormField(
                name, Term("再加檔案", en: "More files"), control, hint: hint, error: error,
                optional: true)
        }
    }

    private var control: Control { .file(accept: EvidencePanel.accept, several: true) }

    private func option(_ file: HeldFile) -> Control.Option {
        let words = "\(file.name.text)（\(EvidencePanel.size(file.size))）"
        return Control.Option(file.id.hyphenated, Term(words, en: words))
    }
}
