import Access
import HTML
import Kernel
import Outline
import Papers
import Storage
import Web

/// The pages of the plan: contents, chapters, demands, citations.
struct PlanRoutes: Sendable {
    let desk: PlanDesk
    let provers: PlanProvers

    var routes: [Route] {
        let see = Route.Audience.needs(.seePlan)
        return [
            Route(.get, "/plan", see, contents),
            Route(.get, "/plan/:chapter", see, chapter),
            Route(.get, "/plan/citations", see, citations),
            Route(.get, "/plan/requirements", see, requirements),
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

    private func requirements(_ request: WebRequest) async throws -> Answer {
        let query = try request.query
        let readout = try await readout(request)
        let chapter = query.value("chapter", as: Int.self)
        if let chapter, !readout.chapters.indices.contains(chapter - 1) {
            throw WebRefusal.noSuchPlace
        }
        return .page(
            PlanRequirementsPage(
                readout: readout, chapter: chapter,
                standing: SupportBook.Standing(rawValue: query["standing"])
            ).page)
    }

    private func citations(_ request: WebRequest) async throws -> Answer {
        .page(PlanCitationsPage(readout: try await readout(request)).page)
    }
}
