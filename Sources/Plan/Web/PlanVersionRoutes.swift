import Access
import HTML
import Kernel
import Papers
import Storage
import Web

/// The versions of the plan: laid in, read, compared, taken back.
struct PlanVersionRoutes: Sendable {
    let desk: PlanDesk

    var routes: [Route] {
        let (see, edit) = (Route.Audience.needs(.seePlan), Route.Audience.needs(.editPlan))
        return [
            Route(.get, "/plan/versions", see, list),
            Route(.post, "/plan/versions", edit, adopt),
            Route(.get, "/plan/imports/new", edit, blank),
            Route(.post, "/plan/imports", edit, receive).oneAtATime,
            Route(.get, "/plan/versions/:id", see, version),
            Route(.get, "/plan/versions/:id/differences", see, differences).oneAtATime,
            Route(.post, "/plan/versions/:id/withdrawal", edit, withdraw),
            Route(.post, "/plan/versions/:id/restoration", edit, restore),
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        .page(try await listPage(request).page)
    }

    private func listPage(
        _ request: WebRequest, isDayMissing: Bool = false
    ) async throws -> PlanVersionsPage {
        let caller = try request.caller
        return try await desk.door.read(by: caller) { view in
            PlanVersionsPage(
                versions: try PlanVersion.all(view),
                own: caller.isOfCity
                    ? [] : try PlanVersion.all(of: .agency(caller.agency), view),
                today: request.now.day, caller: caller, isDayMissing: isDayMissing)
        }
    }

    /// Lays in the product's own text as the next version.
    private func adopt(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        guard caller.isOfCity else { throw PlanChangeRefusal.cityOnly }
        guard let day: Day = try request.form.value("effectiveFrom") else {
            return .page(try await listPage(request, isDayMissing: true).page)
                .with(.unprocessableContent)
        }
        _ = try await desk.adoptTemplate(effectiveFrom: day, by: caller)
        return .redirect(to: "/plan/versions")
            .saying(Toast(Term("已新增計畫版本", en: "A version of the plan was added")))
    }

    private func blank(_ request: WebRequest) async throws -> Answer {
        .page(PlanImportPage(caller: try request.caller, day: request.now.day.description).page)
    }

    /// Takes a plan's file in; what the reader noticed and what has become of its citations is
    /// said on the version's page.
    private func receive(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let day: Day? = try request.form.value("effectiveFrom")
        let file = request.files.first { $0.field == "file" && $0.size > 0 }
        do {
            guard let file else { throw PlanChangeRefusal.noFile }
            guard let day else { throw PlanChangeRefusal.noDay }
            let laid = try await desk.importPlan(
                try file.bytes(), named: file.name.text, effectiveFrom: day, by: caller)
            return .redirect(to: laid.version.place)
                .saying(
                    Toast(laid.sentence, undo: laid.version.place.appending("withdrawal")))
        } catch let refusal as any Refusal where refusal.kind == .invalid || refusal.kind == .limit
        {
            let page = PlanImportPage(
                caller: caller, day: day?.description ?? "", problem: refusal.message,
                isDayAtFault: refusal.code == PlanChangeRefusal.noDay.code)
            return .page(page.page).with(.unprocessableContent)
        }
    }

    private func version(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        let caller = try request.caller
        let (version, document) = try await desk.door.read(by: caller) { [desk] view in
            let version = try PlanVersion.find(id, view)
            return (version, try desk.shelf.document(of: version, view))
        }
        let day = max(version.effectiveFrom, request.now.day)
        let citations = desk.shelf.citations(in: document, digest: version.digest, on: day)
        return .page(
            PlanVersionPage(
                version: version, document: document,
                citations: document.citedPlaces(citations), day: day,
                mayChange: caller.may(.editPlan) && caller.agency == version.agencyID
            ).page)
    }

    private func differences(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        let from: PlanVersionID? = try request.query.value("from")
        let page = try await desk.door.read(by: request.caller) { [desk] view in
            let newer = try PlanVersion.find(id, view)
            let city = try PlanVersion.all(view)
            let isOfCity = city.contains { $0.id == newer.id }
            let all =
                isOfCity
                ? city : try PlanVersion.all(of: .agency(newer.agencyID), view) + city
            let older =
                try from.map { try PlanVersion.find($0, view) }
                ?? all.first { $0.agencyID != newer.agencyID || $0.ordinal < newer.ordinal }
            return PlanDifferencesPage(
                older: older, newer: newer, others: all.filter { $0.id != newer.id },
                changes: try older.map { older in
                    Comparison(
                        from: try desk.shelf.document(of: older, view),
                        to: try desk.shelf.document(of: newer, view)
                    ).changes
                } ?? [])
        }
        return .page(page.page)
    }

    private func withdraw(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        try await desk.withdraw(id, by: request.caller)
        return .redirect(to: Path("plan", "versions", id.description))
            .saying(
                Toast(
                    Term("已撤回這一版", en: "The version was taken back"),
                    undo: Path("plan", "versions", id.description, "restoration")))
    }

    private func restore(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        try await desk.withdraw(id, false, by: request.caller)
        return .redirect(to: Path("plan", "versions", id.description))
            .saying(Toast(Term("已恢復這一版", en: "The version was put back")))
    }
}
