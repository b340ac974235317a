import Access
import HTML
import Kernel
import Registers
import Statute
import Web

/// The acts on an incident until it is over, each with its own small form.
struct CourseRoutes: Sendable {
    let desk: IncidentDesk

    var routes: [Route] {
        acts.flatMap { act in
            let pattern = "/incidents/:id/\(act.part)"
            return [
                Route(.get, pattern, .needs(act.permission)) { try await form(act, $0) },
                Route(.post, pattern, .needs(act.permission)) { try await make(act, $0) },
            ]
        } + [Route(.post, "/incidents/:id/authority", .needs(.reviewIncidents), tellAuthority)]
    }

    /// One act: where it is, who may, how it is asked for and what it does.
    private struct Act: Sendable {
        let part: String
        let permission: Permission
        let done: Term
        let page: @Sendable (SeenIncident, ActForm) throws -> ActPage
        let make: @Sendable (SeenIncident, Fields, Caller) async throws -> Void
    }

    private var acts: [Act] {
        [knowledge, notification, containment, report, result, note, review] + ends
    }

    private func form(_ act: Act, _ request: WebRequest) async throws -> Answer {
        let seen = try await incident(act, request)
        return .page(try act.page(seen, ActForm(typed: Fields(), now: request.now)).page)
    }

    private func make(_ act: Act, _ request: WebRequest) async throws -> Answer {
        let seen = try await incident(act, request)
        let typed = try request.form
        do {
            try await act.make(seen, typed, request.caller)
            return .redirect(to: seen.incident.place).saying(Toast(act.done))
        } catch let invalid as InvalidRow {
            let form = ActForm(typed: typed, errors: invalid.fieldMessages, now: request.now)
            return .page(try act.page(seen, form).page).with(.unprocessableContent)
        }
    }

    private func tellAuthority(_ request: WebRequest) async throws -> Answer {
        let id: IncidentID = try request.parameter("id")
        try await desk.tellAuthority(id, by: request.caller)
        return .redirect(to: .incident(id)).saying(Toast(Term("已登錄", en: "Noted")))
    }

    private func incident(_ act: Act, _ request: WebRequest) async throws -> SeenIncident {
        let caller = try request.caller
        let seen = try await desk.find(request.parameter("id"), by: caller)
        if act.permission == .reviewIncidents {
            guard seen.incident.isReviewed(by: caller) else {
                throw IncidentRefusal.reviewIsTheSuperiors
            }
        } else if !caller.answers(for: seen.incident.agencyID) {
            throw IncidentRefusal.ofAnotherAgency
        }
        return seen
    }

    private var knowledge: Act {
        Act(
            part: "knowledge", permission: .handleIncidents,
            done: Term("已更正知悉時間", en: "Corrected"), page: { ActPage.knowledge($0.incident, $1) }
        ) { [desk] seen, form, caller in
            guard let knownAt: Instant = form.value("knownAt") else { throw InvalidRow.noTime }
            try await desk.correct(
                seen.incident.id, knownAt: knownAt, reason: form["reason"], by: caller)
        }
    }

    private var notification: Act {
        Act(
            part: "notification", permission: .handleIncidents,
            done: Term("已登錄通報", en: "Noted"), page: ActPage.notification
        ) { [desk] seen, form, caller in
            let receipt = form["receipt"]
            try await desk.notify(
                seen.incident.id, at: try form.moment, receipt: receipt.isEmpty ? nil : receipt,
                by: caller)
        }
    }

    private var containment: Act {
        Act(
            part: "containment", permission: .handleIncidents,
            done: Term("已登錄完成時間", en: "Noted"),
            page: { ActPage.containment($0.incident, $1) }
        ) { [desk] seen, form, caller in
            try await desk.contain(
                seen.incident.id, at: try form.moment, words: form["words"], by: caller)
        }
    }

    private var report: Act {
        Act(
            part: "report", permission: .handleIncidents, done: Term("已登錄報告", en: "Noted"),
            page: { ActPage.report($0.incident, $1) }
        ) { [desk] seen, form, caller in
            try await desk.fileReport(
                seen.incident.id, at: try form.moment, words: form["words"], by: caller)
        }
    }

    private var result: Act {
        Act(
            part: "result", permission: .handleIncidents, done: Term("已登錄演練結果", en: "Noted"),
            page: { ActPage.result($0.incident, $1) }
        ) { [desk] seen, form, caller in
            try await desk.fileResult(
                seen.incident.id, at: try form.moment, words: form["words"], by: caller)
        }
    }

    private var note: Act {
        Act(
            part: "steps", permission: .handleIncidents, done: Term("已記下", en: "Noted"),
            page: { ActPage.note($0.incident, $1) }
        ) { [desk] seen, form, caller in
            try await desk.note(
                seen.incident.id, at: try form.moment, words: form["words"], by: caller)
        }
    }

    private var review: Act {
        Act(
            part: "review", permission: .reviewIncidents, done: Term("已完成審核", en: "Reviewed"),
            page: ActPage.review
        ) { [desk] seen, form, caller in
            try await desk.review(
                seen.incident.id,
                as: form.value("level", as: Int.self).flatMap(IncidentLevel.init),
                reason: form["reason"], by: caller)
        }
    }

    private var ends: [Act] {
        [
            Act(
                part: "withdrawal", permission: .handleIncidents,
                done: Term("已撤回", en: "Withdrawn"),
                page: { ActPage.withdrawal($0.incident, $1) }
            ) { [desk] seen, form, caller in
                try await desk.withdraw(seen.incident.id, reason: form["reason"], by: caller)
            },
            Act(
                part: "closure", permission: .handleIncidents, done: Term("已結案", en: "Closed"),
                page: { [desk] in
                    ActPage.closure($0.incident, owed: try $0.incident.owed(by: desk.law), $1)
                }
            ) { [desk] seen, form, caller in
                try await desk.close(seen.incident.id, words: form["words"], by: caller)
            },
        ]
    }
}

extension Fields {
    /// The time of an act.
    fileprivate var moment: Instant {
        get throws {
            guard let moment: Instant = value("at") else { throw InvalidRow.noMoment }
            return moment
        }
    }
}
