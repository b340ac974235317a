import Access
import Attachments
import Duties
import Evidence
import Kernel
import Statute
import Web

/// Where duties are asked about and acted on.
struct DutyRoutes: Sendable {
    let desk: DutyDesk

    var routes: [Route] {
        let see = Route.Audience.needs(.seeDuties)
        return [
            Route(.get, "/duties", see, list),
            Route(.get, "/duties/:duty", see, look),
            Route(.get, "/duties/:duty/agencies", .needs(.seeBoard), agencies),
            Route(.post, "/duties/:duty/declarations", .needs(.declareDuties), declare),
            Route(.post, "/duties/:duty/waivers", .needs(.waiveDuties), waive),
            Route(.post, "/declarations/:id/withdrawal", .needs(.declareDuties), takeBack),
            Route(.post, "/waivers/:id/withdrawal", .needs(.waiveDuties), endWaiver),
            Route(.get, "/api/v1/duties", see, resources),
        ]
    }

    /// The files that a declaration shows.
    private var files: FormFiles { FormFiles(door: desk.door, needs: .declareDuties) }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let today = request.now.day
        let list = try await desk.list(
            of: query.agency(or: caller), in: query.year(today), by: caller)
        return .page(
            DutiesPage(
                list: list, caller: caller, today: today, filter: query.dutyFilter,
                grouping: DutiesPage.Grouping(rawValue: query["by"]) ?? .month
            ).page)
    }

    private func look(_ request: WebRequest) async throws -> Answer {
        let query = try request.query
        return .page(
            try await page(
                request, of: query.agency(or: request.caller), in: query.year(request.now.day)))
    }

    private func agencies(_ request: WebRequest) async throws -> Answer {
        let duty: MeasureID = try request.parameter("duty")
        let query = try request.query
        let year = query.year(request.now.day)
        let (known, agencies) = try await desk.agencies(
            owing: duty, in: year, by: request.caller)
        return .page(
            DutyAgenciesPage(
                duty: known, year: year, all: agencies, state: query.dutyState,
                sort: query["kind"].isEmpty ? nil : query["kind"],
                today: request.now.day, own: try request.caller.agency,
                mayRemind: try request.caller.may(.remindAgencies)
            ).page)
    }

    private func declare(_ request: WebRequest) async throws -> Answer {
        let duty: MeasureID = try request.parameter("duty")
        let year = try request.query.year(request.now.day)
        let form = try request.form
        return try await answer(request, duty, year, form) {
            guard let doneOn = form.value("doneOn", as: Day.self) else {
                throw DutyRefusal.doneLater(request.now.day)
            }
            try await files.give(of: request) { files in
                _ = try await desk.declare(
                    duty, doneOn: doneOn, in: year, words: form["words"], showing: files,
                    by: request.caller)
            }
            return Toast(Term("已簽署聲明", en: "Signed"))
        }
    }

    private func waive(_ request: WebRequest) async throws -> Answer {
        let duty: MeasureID = try request.parameter("duty")
        let year = try request.query.year(request.now.day)
        let form = try request.form
        return try await answer(request, duty, year, form) {
            _ = try await desk.waive(
                duty, because: form["reason"], consentBy: form["consentBy"],
                document: form["document"],
                from: day("fromOn", in: form) ?? request.now.day,
                until: day("untilOn", in: form), by: request.caller)
            return Toast(Term("已登錄免辦", en: "Waiver recorded"))
        }
    }

    /// The day in a field; `nil` where it was left blank.
    private func day(_ field: String, in form: Fields) throws -> Day? {
        guard !form[field].isEmpty else { return nil }
        guard let day = form.value(field, as: Day.self) else { throw DutyRefusal.waiverDay(field) }
        return day
    }

    private func takeBack(_ request: WebRequest) async throws -> Answer {
        let id: DeclarationID = try request.parameter("id")
        let reason = try request.form["reason"]
        let declaration = try await desk.withdraw(id, because: reason, by: request.caller)
        return .redirect(to: DutyPlace.one(declaration.duty, ROCYear(of: declaration.countsOn)))
            .saying(Toast(Term("已抽回聲明", en: "Declaration withdrawn")))
    }

    private func endWaiver(_ request: WebRequest) async throws -> Answer {
        let id: WaiverID = try request.parameter("id")
        let waiver = try await desk.withdraw(id, by: request.caller)
        return .redirect(to: DutyPlace.one(waiver.duty, ROCYear(of: request.now.day)))
            .saying(Toast(Term("已撤回免辦", en: "Waiver withdrawn")))
    }

    /// The duty's page after a form: elsewhere when it was done, with the mistakes when not.
    private func answer(
        _ request: WebRequest, _ duty: MeasureID, _ year: ROCYear, _ form: Fields,
        _ act: () async throws -> Toast
    ) async throws -> Answer {
        do {
            return .redirect(to: DutyPlace.one(duty, year)).saying(try await act())
        } catch let refusal as DutyRefusal where refusal.field != nil {
            return try await again(request, in: year, SentDutyForm(fields: form, refusal: refusal))
        } catch let refusal as EvidenceRefusal where refusal.field != nil {
            return try await again(request, in: year, SentDutyForm(fields: form, evidence: refusal))
        }
    }

    private func again(
        _ request: WebRequest, in year: ROCYear, _ sent: SentDutyForm
    ) async throws -> Answer {
        var sent = sent
        sent.held = try await files.hold(request)
        return .page(try await page(request, of: request.caller.agency, in: year, sent: sent))
            .with(.unprocessableContent)
    }

    private func page(
        _ request: WebRequest, of agency: AgencyID, in year: ROCYear,
        sent: SentDutyForm = SentDutyForm()
    ) async throws -> Page {
        let caller = try request.caller
        let look = try await desk.look(
            at: request.parameter("duty"), of: agency, in: year, by: caller)
        return DutyPage(look: look, caller: caller, today: request.now.day, sent: sent).page
    }

    private func resources(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let today = request.now.day
        let year = query.year(today)
        let named: AgencyID? = query.value("agency")
        let lists = try await desk.door.read(by: caller) { view in
            if let named { return [try desk.list(of: named, in: year, view)] }
            return try desk.all(in: year, within: caller.reach(.open), view)
        }
        return try .resource(DutiesResource(year: year, on: today, lists: lists))
    }
}

extension Fields {
    /// The agency that is asked about; the caller's own where none is named.
    fileprivate func agency(or caller: Caller) -> AgencyID {
        value("agency") ?? caller.agency
    }
}
