import Access
import Evidence
import Foundation
import HTML
import Kernel
import Web

/// Where the files of a kind of record are added, opened and taken back, by people and by programs.
package struct RecordFileRoutes: Sendable {
    private let files: RecordFiles
    private let path: String
    private let see: Permission
    private let edit: Permission
    private let page: @Sendable (UUID, WebRequest, SentEvidence) async throws -> Answer

    /// - Parameters:
    ///   - path: the plural noun of the records in addresses, as in `stock-takes`.
    ///   - page: the record's page again, with the form that was not taken.
    package init(
        _ files: RecordFiles, at path: String, see: Permission, edit: Permission,
        page: @escaping @Sendable (UUID, WebRequest, SentEvidence) async throws -> Answer
    ) {
        self.files = files
        self.path = path
        self.see = see
        self.edit = edit
        self.page = page
    }

    package var routes: [Route] {
        let place = "/\(path)/:id/evidence"
        let see = Route.Audience.needs(see)
        let edit = Route.Audience.needs(edit)
        return [
            Route(.post, place, edit, add),
            Route(.get, place + "/:file", see, open),
            Route(.post, place + "/:file/withdrawal", edit, withdraw),
            Route(.post, place + "/:file/restoration", edit, restore),
            Route(.get, "/api/v1" + place, see, list),
            Route(.post, "/api/v1" + place, edit, send),
            Route(.get, "/api/v1" + place + "/:file", see, fetch),
        ]
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let uuid = try uuid(request)
        let form = FormFiles(door: files.door, needs: edit)
        switch try await form.evidence(of: request, { try await attach($0, to: uuid, request) }) {
        case .success(let count):
            return .redirect(to: record(uuid).at("evidence")).saying(.evidenceAdded(count))
        case .failure(let sent):
            return try await page(uuid, request, sent).with(.unprocessableContent)
        }
    }

    private func open(_ request: WebRequest) async throws -> Answer {
        let (file, bytes) = try await found(request)
        return .evidence(file, bytes)
    }

    private func withdraw(_ request: WebRequest) async throws -> Answer {
        try await mark(request, isWithdrawn: true)
    }

    private func restore(_ request: WebRequest) async throws -> Answer {
        try await mark(request, isWithdrawn: false)
    }

    private func mark(_ request: WebRequest, isWithdrawn: Bool) async throws -> Answer {
        let uuid = try uuid(request)
        let id: EvidenceID = try request.parameter("file")
        try await files.withdraw(id, of: uuid, isWithdrawn: isWithdrawn, by: request.caller)
        let file = record(uuid).appending("evidence").appending(id)
        return .redirect(to: record(uuid).at("evidence"))
            .saying(.evidence(isWithdrawn: isWithdrawn, at: file))
    }
}

// For programs: under the record, with the record's permissions.
extension RecordFileRoutes {
    private func list(_ request: WebRequest) async throws -> Answer {
        try .resource(try await listed(uuid(request), request))
    }

    /// Takes the files of a form, as browsers send them; answers with all files of the record.
    private func send(_ request: WebRequest) async throws -> Answer {
        let uuid = try uuid(request)
        try await attach(NewFile.all(of: request), to: uuid, request)
        return try .made(
            try await listed(uuid, request),
            at: Path(segments: ["api", "v1", path, uuid.hyphenated, "evidence"]))
    }

    private func fetch(_ request: WebRequest) async throws -> Answer {
        let (file, bytes) = try await found(request)
        return .file(bytes, name: file.name.text, type: file.kind.mediaType)
    }

    private func listed(
        _ uuid: UUID, _ request: WebRequest
    ) async throws -> ResourceList<EvidenceResource> {
        let found = try await files.all(of: uuid, by: request.caller)
        return ResourceList(items: found.map(EvidenceResource.init))
    }
}

// What both share.
extension RecordFileRoutes {
    private func attach(_ sent: [NewFile], to uuid: UUID, _ request: WebRequest) async throws {
        let fields = try request.fieldsIfAny
        try await files.attach(
            sent, to: uuid, effectiveOn: fields.value("effectiveOn"), note: fields["note"],
            by: request.caller)
    }

    private func found(_ request: WebRequest) async throws -> (EvidenceFile, [UInt8]) {
        try await files.open(
            request.parameter("file"), of: uuid(request), by: request.caller)
    }

    private func uuid(_ request: WebRequest) throws -> UUID {
        try request.parameter("id", as: RowNumber.self).uuid
    }

    private func record(_ uuid: UUID) -> Path { Path(path, uuid.hyphenated) }
}
