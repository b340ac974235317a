import Access
import HTML
import Kernel
import Outline
import Papers
import Storage
import Web

/// The pages of the plan: contents, chapters, citations, versions and what differs between them.
struct PlanRoutes: Sendable {
    let desk: PlanDesk
    let provers: PlanProvers

    var routes: [Route] {
        let see = Route.Audience.needs(.seePlan)
        return [
            Route(.get, "/plan", see, contents),
            Route(.get, "/plan/:chapter", see, chapter),
            Route(.get, "/plan/citations", see, citations),
            Route(.get, "/plan/versions", see, versions),
            Route(.post, "/plan/versions", .needs(.editPlan), adopt),
            Route(.get, "/plan/versions/:id", see, version),
            Route(.get, "/plan/versions/:id/differences", see, differences),
        ]
    }

    private func readout(_ request: WebRequest) async throws -> PlanReadout {
        let question = PlanQuestion(try request.query, today: request.now.day)
        return try await desk.door.read(by: request.caller) { [desk, provers] view in
            try view.planReadout(question, shelf: desk.shelf, provers)
        }
    }

    private func contents(_ request: WebRequest) async throws -> Answer {
        .page(PlanContentsPage(readout: try await readout(request)).page)
    }

    private func chapter(_ request: WebRequest) async throws -> Answer {
        let number: Int = try request.parameter("chapter")
        let readout = try await readout(request)
        guard readout.chapters.indices.contains(number - 1) else { throw WebRefusal.noSuchPlace }
        let mayAdd = try request.caller.may(.editPlan) && request.caller.agency == readout.agency.id
        return .page(PlanChapterPage(readout: readout, number: number, mayAdd: mayAdd).page)
    }

    private func citations(_ request: WebRequest) async throws -> Answer {
        .page(PlanCitationsPage(readout: try await readout(request)).page)
    }

    private func versions(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let versions = try await desk.door.read(by: caller) { try PlanVersion.all($0) }
        return .page(
            PlanVersionsPage(versions: versions, today: request.now.day, caller: caller).page)
    }

    /// Lays in the product's own text as the next version.
    private func adopt(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        guard caller.isOfCity else { throw PlanChangeRefusal.cityOnly }
        guard let day: Day = try request.form.value("effectiveFrom") else {
            let versions = try await desk.door.read(by: caller) { try PlanVersion.all($0) }
            return .page(
                PlanVersionsPage(
                    versions: versions, today: request.now.day, caller: caller,
                    isDayMissing: true
                ).page
            ).with(.unprocessableContent)
        }
        _ = try await desk.adoptTemplate(effectiveFrom: day, by: caller)
        return .redirect(to: "/plan/versions")
            .saying(Toast(Term("已新增計畫版本", en: "A version of the plan was added")))
    }

    private func version(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        let (version, document) = try await desk.door.read(by: request.caller) { [desk] view in
            let version = try PlanVersion.find(id, view)
            return (version, try desk.shelf.document(of: version, view))
        }
        return .page(PlanVersionPage(version: version, document: document).page)
    }

    private func differences(_ request: WebRequest) async throws -> Answer {
        let id: PlanVersionID = try request.parameter("id")
        let from: PlanVersionID? = try request.query.value("from")
        let page = try await desk.door.read(by: request.caller) { [desk] view in
            let newer = try PlanVersion.find(id, view)
            let all = try PlanVersion.all(view)
            let older =
                try from.map { try PlanVersion.find($0, view) }
                ?? all.first { $0.ordinal < newer.ordinal }
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
}
