import Access
import Foundation
import HTML
import Kernel
import Registers
import Statute
import Web

/// The screens that follow the report: what happened, what was harmed, the level.
struct TellingRoutes: Sendable {
    let desk: IncidentDesk

    var routes: [Route] {
        let report = Route.Audience.needs(.reportIncidents)
        return [
            Route(.get, "/incidents/:id/details", report, details),
            Route(.post, "/incidents/:id/details", report, describe),
            Route(.get, "/incidents/:id/effects", report, effects),
            Route(.post, "/incidents/:id/effects", report, affect),
            Route(.get, "/incidents/:id/level", report, level),
            Route(.post, "/incidents/:id/level", report, judge),
        ]
    }

    private func details(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        return .page(
            AccountPage(seen: seen, law: desk.law, now: request.now, typed: Fields()).page)
    }

    private func describe(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        let form = try request.form
        do {
            guard let kind = IncidentKind(rawValue: form["kind"]) else { throw InvalidRow.noKind }
            let account = IncidentAccount(kind: kind, words: form["words"])
            try await desk.describe(
                seen.incident.id, as: account, seen: form.value("version"),
                by: request.caller)
            return .redirect(to: seen.incident.place.appending("effects"))
        } catch let invalid as InvalidRow {
            return .page(
                AccountPage(
                    seen: seen, law: desk.law, now: request.now, typed: form,
                    errors: invalid.fieldMessages
                ).page
            ).with(.unprocessableContent)
        }
    }

    private func effects(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        return .page(EffectPage(seen: seen, law: desk.law, typed: nil).page)
    }

    private func affect(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        let form = try request.form
        do {
            try await desk.affect(
                seen.incident.id, IncidentEffect(form),
                systems: Set(form.all("system").compactMap { UUID(hyphenated: $0) }),
                seen: form.value("version"), by: request.caller)
            return .redirect(to: seen.incident.place.appending("level"))
        } catch let invalid as InvalidRow {
            return .page(
                EffectPage(
                    seen: seen, law: desk.law, typed: form, errors: invalid.fieldMessages
                ).page
            ).with(.unprocessableContent)
        }
    }

    /// Without a harm told there is no level to propose: the way leads to the screen before.
    private func level(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        guard seen.incident.account != nil, seen.incident.effect != nil else {
            let part = seen.incident.account == nil ? "details" : "effects"
            return .redirect(to: seen.incident.place.appending(part))
        }
        return .page(LevelPage(seen: seen, verdict: try verdict(seen), typed: nil).page)
    }

    private func judge(_ request: WebRequest) async throws -> Answer {
        let seen = try await told(request)
        let form = try request.form
        do {
            try await desk.judge(
                seen.incident.id,
                as: form.value("level", as: Int.self).flatMap(IncidentLevel.init),
                reason: form["reason"], seen: form.value("version"), by: request.caller)
            return .redirect(to: seen.incident.place)
                .saying(Toast(Term("已送出", en: "Sent")))
        } catch let invalid as InvalidRow {
            let page = LevelPage(
                seen: seen, verdict: try verdict(seen), typed: form,
                errors: invalid.fieldMessages)
            return .page(page.page).with(.unprocessableContent)
        }
    }

    private func verdict(_ seen: SeenIncident) throws -> SeverityVerdict {
        try seen.incident.verdict(touchesCore: seen.touchesCore, by: desk.law)
    }

    /// The incident asked for, when the caller may tell what happened.
    private func told(_ request: WebRequest) async throws -> SeenIncident {
        let caller = try request.caller
        let seen = try await desk.find(request, for: caller, needing: .handleIncidents)
        guard seen.incident.isOver || seen.incident.mayBeTold(by: caller) else {
            throw request.turnedDown(for: caller, needing: .handleIncidents)
        }
        if seen.incident.isOver { throw IncidentRefusal.over(seen.incident.number) }
        return seen
    }
}

extension IncidentDesk {
    /// The incident that the address names. Who may only look at what they reported themselves, and
    /// not do this, learns nothing of others.
    func find(
        _ request: WebRequest, for caller: Caller, needing permission: Permission
    ) async throws -> SeenIncident {
        do {
            return try await find(request.parameter("id"), by: caller)
        } catch IncidentRefusal.unknown where !caller.may(permission) {
            throw request.turnedDown(for: caller, needing: permission)
        }
    }
}

extension WebRequest {
    /// Why a place or an act is not the caller's: a place that roles do not open is none, an act
    /// is refused; another agency's incident may be seen and not changed.
    func turnedDown(for caller: Caller, needing permission: Permission) -> any Refusal {
        guard caller.may(permission) else {
            return isAct ? WebRefusal.notAllowed : WebRefusal.noSuchPlace
        }
        return IncidentRefusal.ofAnotherAgency
    }
}

extension IncidentEffect {
    /// Reads the third screen; what is no answer is none.
    fileprivate init(_ form: Fields) {
        var extents: [Harm: Extent] = [:]
        for harm in Harm.allCases { extents[harm] = Extent(rawValue: form[harm.rawValue]) }
        self.init(
            extents: extents, assets: Set(form.all("asset").compactMap(HarmedAsset.init)),
            hasPersonalData: form.isTicked("personal"))
    }
}

extension InvalidRow {
    fileprivate static let noKind = moment(
        "kind", Term("選擇最像的一種", en: "Choose the one it is most like"))
}
