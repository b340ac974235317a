import Evidence
import HTML
import Kernel
import Web

extension RegisterPages {
    func addEvidence(_ request: WebRequest) async throws -> Answer {
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let form = try request.form
        let files: [NewFile]
        do {
            files = try NewFile.all(of: request)
            try await desk.attach(
                files, to: uuid, effectiveOn: form.value("effectiveOn"), note: form["note"],
                by: request.caller)
        } catch let refusal as EvidenceRefusal where refusal.field != nil {
            return try await page(of: uuid, request, refusal).with(.unprocessableContent)
        }
        return .redirect(to: register.place(uuid).at("evidence"))
            .saying(Toast(Term("已加上 \(files.count) 個佐證", en: "Evidence added: \(files.count)")))
    }

    func openEvidence(_ request: WebRequest) async throws -> Answer {
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let (file, bytes) = try await desk.open(
            request.parameter("file"), of: uuid, by: request.caller)
        return file.kind.isShownInline
            ? .picture(bytes, type: file.kind.mediaType)
            : .file(bytes, name: file.name.text, type: file.kind.mediaType)
    }

    func withdrawEvidence(_ request: WebRequest) async throws -> Answer {
        try await withdraw(request, isWithdrawn: true, Term("已撤回佐證", en: "Evidence withdrawn"))
    }

    func restoreEvidence(_ request: WebRequest) async throws -> Answer {
        try await withdraw(request, isWithdrawn: false, Term("已恢復佐證", en: "Evidence restored"))
    }

    private func withdraw(
        _ request: WebRequest, isWithdrawn: Bool, _ words: Term
    ) async throws -> Answer {
        let uuid = try request.parameter("id", as: RowNumber.self).uuid
        let id: EvidenceID = try request.parameter("file")
        try await desk.withdraw(id, of: uuid, isWithdrawn: isWithdrawn, by: request.caller)
        let file = register.place(uuid).appending("evidence").appending(id)
        return .redirect(to: register.place(uuid).at("evidence")).saying(
            Toast(words, undo: file.appending(isWithdrawn ? "restoration" : "withdrawal")))
    }
}
