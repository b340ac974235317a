import Access
import Duties
import Kernel
import Statute
import Web

/// Where the law is read, and where the city's office confirms, adds and withdraws.
struct LawRoutes: Sendable {
    let desk: LawDesk

    var routes: [Route] {
        let see = Route.Audience.needs(.seeDuties)
        let manage = Route.Audience.needs(.manageLaw)
        return [
            Route(.get, "/law", see, list),
            Route(.get, "/law/changes", see, changes),
            Route(.get, "/law/rules/:kind/:rule", see, rule),
            Route(.post, "/law/rules/:kind/:rule/confirmation", manage, confirm),
            Route(.post, "/law/rules/:kind/:rule/confirmation/withdrawal", manage, takeBack),
            Route(.get, "/law/city-duties", see, cityDuties),
            Route(.post, "/law/city-duties", manage, add),
            Route(.post, "/law/city-duties/:duty/withdrawal", manage, withdraw),
            Route(.get, "/law/calendars", see, calendars),
            Route(.get, "/law/calendars/:year", see, calendar),
            Route(.post, "/law/calendars", manage, lay),
            Route(.post, "/law/calendars/preview", manage, preview),
            Route(.post, "/law/calendars/:year/removal", manage, takeOut),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let readout = try await desk.readout(by: caller)
        return .page(
            LawListPage(
                readout: readout, question: LawQuestion(try request.query), caller: caller,
                today: request.now.day
            ).page)
    }

    private func changes(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let query = try request.query
        let agency = query.value("agency") ?? caller.agency
        let law = try await desk.readout(by: caller).law
        let judged = try await desk.door.read(by: caller) { view in
            try DutyDesk(door: desk.door, standings: desk.standings).judged(agency, view)
        }
        let pair = EditionPair(query, law)
        let diff = try law.diff(from: pair.from, to: pair.to, at: judged.level ?? .least)
        return .page(
            LawChangesPage(law: law, pair: pair, agency: judged, all: diff, caller: caller).page)
    }

    private func rule(_ request: WebRequest) async throws -> Answer {
        .page(try await rulePage(request))
    }

    private func confirm(_ request: WebRequest) async throws -> Answer {
        let name = try request.ruleName
        let note = try request.form["note"]
        do {
            try await desk.confirm(name, note: note, by: request.caller)
        } catch let refusal as LawDeskRefusal where refusal.field != nil {
            return .page(try await rulePage(request, refusal)).with(.unprocessableContent)
        }
        return .redirect(to: LawPlace.rule(name))
            .saying(Toast(Term("已記下核對", en: "Confirmed")))
    }

    private func takeBack(_ request: WebRequest) async throws -> Answer {
        let name = try request.ruleName
        try await desk.takeBack(name, by: request.caller)
        return .redirect(to: LawPlace.rule(name))
            .saying(Toast(Term("已收回核對", en: "Confirmation taken back")))
    }

    private func rulePage(
        _ request: WebRequest, _ refusal: LawDeskRefusal? = nil
    ) async throws -> Page {
        let caller = try request.caller
        let agency = try request.query.value("agency") ?? caller.agency
        let look = try await desk.look(at: request.ruleName, of: agency, by: caller)
        return RulePage(
            look: look, caller: caller, today: request.now.day, refusal: refusal,
            below: try await below(request, look.name)
        ).page
    }

    /// How the agencies below the caller's own stand with a duty.
    private func below(_ request: WebRequest, _ name: RuleName) async throws -> [AgencyStanding] {
        let caller = try request.caller
        guard name.kind == .duty, caller.supervises, caller.may(.seeBoard) else { return [] }
        return try await DutyDesk(door: desk.door, standings: desk.standings).agencies(
            owing: MeasureID(name.id), in: ROCYear(of: request.now.day), by: caller
        ).agencies
    }
}

// Duties of the city.
extension LawRoutes {
    private func cityDuties(_ request: WebRequest) async throws -> Answer {
        .page(try await cityDutiesPage(request, Fields()))
    }

    private func add(_ request: WebRequest) async throws -> Answer {
        let form = try request.form
        do {
            let duty = try await desk.add(CityDutyDraft(form), by: request.caller)
            return .redirect(to: LawPlace.rule(RuleName(.duty, duty.rule.id)))
                .saying(Toast(Term("已新增，各機關的應辦事項都算進去了", en: "Added, and judged for all")))
        } catch let refusal as LawDeskRefusal where refusal.field != nil {
            return .page(try await cityDutiesPage(request, form, refusal)).with(
                .unprocessableContent)
        }
    }

    private func withdraw(_ request: WebRequest) async throws -> Answer {
        let duty: MeasureID = try request.parameter("duty")
        try await desk.withdraw(duty, by: request.caller)
        return .redirect(to: LawPlace.cityDuties)
            .saying(Toast(Term("已停用，今天起不再要求", en: "Withdrawn from today on")))
    }

    private func cityDutiesPage(
        _ request: WebRequest, _ form: Fields, _ refusal: LawDeskRefusal? = nil
    ) async throws -> Page {
        let caller = try request.caller
        let readout = try await desk.readout(by: caller)
        return CityDutiesPage(
            duties: readout.duties, caller: caller, today: request.now.day, sent: form,
            refusal: refusal
        ).page
    }
}

// Office calendars.
extension LawRoutes {
    private func calendars(_ request: WebRequest) async throws -> Answer {
        .page(try await calendarsPage(request))
    }

    private func calendar(_ request: WebRequest) async throws -> Answer {
        let year: Int = try request.parameter("year")
        let law = try await desk.readout(by: request.caller).law
        guard law.calendar.years.contains(year) else { throw LawDeskRefusal.unknown }
        return .page(CalendarYearPage(year: year, calendar: law.calendar).page)
    }

    /// Shows what a file would do, before anything is written.
    private func preview(_ request: WebRequest) async throws -> Answer {
        _ = try request.caller
        do {
            guard let file = request.files.first(where: { $0.field == "file" && $0.size > 0 })
            else { throw LawDeskRefusal.file }
            let calendar = try WorkingCalendar(csv: try file.bytes())
            guard let year = calendar.years.first, let sheet = calendar.sheet(of: year) else {
                throw LawDeskRefusal.file
            }
            let law = try await desk.readout(by: request.caller).law
            return .page(
                CalendarYearPage(
                    year: year, calendar: calendar, sheet: sheet, former: law.calendar
                ).page)
        } catch let refusal as LawDeskRefusal where refusal == .file {
            return .page(try await calendarsPage(request, refusal.message)).with(
                .unprocessableContent)
        } catch let refusal as CalendarRefusal {
            return .page(try await calendarsPage(request, refusal.message)).with(
                .unprocessableContent)
        }
    }

    private func lay(_ request: WebRequest) async throws -> Answer {
        let sheet = try request.form.first("sheet") ?? ""
        do {
            let laid = try await desk.lay(Array(sheet.utf8), by: request.caller)
            return .redirect(to: LawPlace.calendars)
                .saying(
                    Toast(
                        Term(
                            "\(ROCYear.words(gregorian: laid.year))日曆已匯入，期限都重算了",
                            en: "Calendar of \(laid.year) laid in; deadlines counted anew")))
        } catch let refusal as CalendarRefusal {
            return .page(try await calendarsPage(request, refusal.message)).with(
                .unprocessableContent)
        }
    }

    private func takeOut(_ request: WebRequest) async throws -> Answer {
        let year: Int = try request.parameter("year")
        try await desk.takeOut(year, by: request.caller)
        let isIn = try await desk.readout(by: request.caller).law.calendar.years.contains(year)
        let next =
            isIn
            ? Term("改用隨系統提供的", en: "the product's own counts")
            : Term("只看週末", en: "only weekends count")
        return .redirect(to: LawPlace.calendars)
            .saying(
                Toast(
                    Term(
                        "已移除 \(ROCYear.words(gregorian: year))日曆，\(next.zh)，期限都重算了",
                        en: "Calendar of \(year) taken out: \(next.en); deadlines counted anew")))
    }

    private func calendarsPage(_ request: WebRequest, _ problem: Term? = nil) async throws -> Page {
        let caller = try request.caller
        return OfficeCalendarsPage(
            readout: try await desk.readout(by: caller), caller: caller, today: request.now.day,
            problem: problem
        ).page
    }
}

extension WebRequest {
    /// The rule that the address names.
    fileprivate var ruleName: RuleName {
        get throws {
            guard let kind = RuleKind(rawValue: try parameter("kind")) else {
                throw WebRefusal.noSuchPlace
            }
            return RuleName(kind, try parameter("rule"))
        }
    }
}

extension CityDutyDraft {
    /// What a form says.
    init(_ form: Fields) {
        self.init()
        term = form["term"]
        termEnglish = form["termEnglish"]
        why = form["why"]
        document = form["document"]
        aspect = Duty.Aspect(rawValue: form["aspect"]) ?? .programme
        kinds = form.all("kinds").compactMap(OrganisationKind.init(rawValue:))
        levels = form.all("levels").compactMap(Level.init(rawValue:))
        cadence = Cadence(form["cadence"])
        dueOn = form["dueOn"]
        from = form.value("fromOn")
    }
}
