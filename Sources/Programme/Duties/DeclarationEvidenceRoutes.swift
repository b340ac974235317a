import Access
import Attachments
import Duties
import Evidence
import HTML
import Kernel
import Web

/// The files that show what a declaration says: added, opened, taken back.
struct DeclarationEvidenceRoutes: Sendable {
    let desk: DutyDesk

    private var files: RecordFiles {
        RecordFiles(of: DutyDeclaration.kind, door: desk.door, edit: .declareDuties) { uuid, view in
            try DutyDeclaration.find(DeclarationID(uuid), view).agencyID
        }
    }

    var routes: [Route] {
        let place = "/declarations/:id/evidence"
        let edit = Route.Audience.needs(.declareDuties)
        return [
            Route(.post, place, edit, add),
            Route(.get, place + "/:file", .needs(.seeDuties), open),
            Route(.post, place + "/:file/withdrawal", edit, withdraw),
            Route(.post, place + "/:file/restoration", edit, restore),
        ]
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let declaration = try await declaration(request)
        let fields = try request.fieldsIfAny
        let form = FormFiles(door: desk.door, needs: .declareDuties)
        let taken = try await form.evidence(of: request) { sent in
            try await files.attach(
                sent, to: declaration.recordID,
                effectiveOn: fields.value("effectiveOn") ?? declaration.doneOn,
                note: fields["note"], by: request.caller)
        }
        switch taken {
        case .success(let count):
            return .redirect(to: declaration.place).saying(.evidenceAdded(count))
        case .failure(let sent):
            return .page(try await page(of: declaration, request, sent))
                .with(.unprocessableContent)
        }
    }

    /// The duty's page again, with the form that was not taken.
    private func page(
        of declaration: DutyDeclaration, _ request: WebRequest, _ sent: SentEvidence
    ) async throws -> Page {
        let caller = try request.caller
        let look = try await desk.look(
            at: declaration.duty, of: declaration.agencyID,
            in: ROCYear(of: declaration.countsOn), by: caller)
        return DutyPage(
            look: look, caller: caller, today: request.now.day, sentFiles: sent
        ).page
    }

    private func open(_ request: WebRequest) async throws -> Answer {
        let id: DeclarationID = try request.parameter("id")
        let (file, bytes) = try await files.open(
            request.parameter("file"), of: id.uuid, by: request.caller)
        return .evidence(file, bytes)
    }

    private func withdraw(_ request: WebRequest) async throws -> Answer {
        try await mark(request, isWithdrawn: true)
    }

    private func restore(_ request: WebRequest) async throws -> Answer {
        try await mark(request, isWithdrawn: false)
    }

    private func mark(_ request: WebRequest, isWithdrawn: Bool) async throws -> Answer {
        let declaration = try await declaration(request)
        let file: EvidenceID = try request.parameter("file")
        try await files.withdraw(
            file, of: declaration.recordID, isWithdrawn: isWithdrawn, by: request.caller)
        let place = Path(
            "declarations", declaration.recordID.hyphenated, "evidence", file.description)
        return .redirect(to: declaration.place)
            .saying(.evidence(isWithdrawn: isWithdrawn, at: place))
    }

    private func declaration(_ request: WebRequest) async throws -> DutyDeclaration {
        let id: DeclarationID = try request.parameter("id")
        return try await desk.door.read(by: request.caller) { try DutyDeclaration.find(id, $0) }
    }
}

extension DutyDeclaration {
    fileprivate var place: Path {
        DutyPlace.one(duty, ROCYear(of: countsOn)).at("evidence")
    }
}
