import Access
import Evidence
import HTML
import Kernel
import Web

// Evidence for programs: under its record, with the record's permissions.
extension RegisterAPI {
    var evidenceRoutes: [Route] {
        let place = "/api/v1/\(Row.register.path)/:id/evidence"
        let see = Route.Audience.needs(Row.register.see)
        return [
            Route(.get, place, see, listEvidence),
            Route(.post, place, .needs(Row.register.edit), addEvidence),
            Route(.get, place + "/:file", see, openEvidence),
        ]
    }

    private func listEvidence(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        let files = try await desk.evidence(of: number.uuid, by: request.caller)
        return try .resource(ResourceList(items: files.map(EvidenceResource.init)))
    }

    /// Takes the files of a form, as browsers send them; answers with all files of the record.
    private func addEvidence(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        let fields = request.files.isEmpty ? Fields() : try request.form
        try await desk.attach(
            NewFile.all(of: request), to: number.uuid, effectiveOn: fields.value("effectiveOn"),
            note: fields["note"], by: request.caller)
        let files = try await desk.evidence(of: number.uuid, by: request.caller)
        return try .made(
            ResourceList(items: files.map(EvidenceResource.init)),
            at: Path(
                segments: ["api", "v1", Row.register.path, number.description, "evidence"]))
    }

    private func openEvidence(_ request: WebRequest) async throws -> Answer {
        let number = try request.parameter("id", as: RowNumber.self)
        let (file, bytes) = try await desk.open(
            request.parameter("file"), of: number.uuid, by: request.caller)
        return .file(bytes, name: file.name.text, type: file.kind.mediaType)
    }
}

extension NewFile {
    /// The files that came with a form, each told by its content.
    ///
    /// - Throws: `EvidenceRefusal.wrongKind` for content that is not accepted.
    package static func all(of request: WebRequest) throws -> [NewFile] {
        try request.files.map { file in
            try NewFile(file.name, at: file.url, size: file.size, digest: file.digest)
        }
    }
}
