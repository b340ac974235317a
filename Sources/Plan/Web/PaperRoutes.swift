import Access
import HTML
import Kernel
import Papers
import Web

/// The papers of an agency, a bureau and the city, to look at and to download.
struct PaperRoutes: Sendable {
    let desk: PlanDesk
    let maker: PaperMaker
    let press: PaperPress

    var routes: [Route] {
        [
            Route(.get, "/papers", .needs(.seePlan), list),
            Route(.get, "/papers/paper.css", .needs(.seePlan)) { _ in
                .styleSheet(PaperStyle.bytes)
            },
            Route(.get, "/papers/:paper", .needs(.seePlan), paper).oneAtATime,
        ]
    }

    private func list(_ request: WebRequest) async throws -> Answer {
        let question = PlanQuestion(try request.query, today: request.now.day)
        let caller = try request.caller
        let today = request.now.day
        let page = try await desk.door.read(by: caller) { view in
            PapersPage(
                agency: try Agency.findEvenEnded(question.agency ?? caller.agency, view),
                question: question, today: today, caller: caller,
                choices: try view.agencyChoices(), tables: Set(maker.tables.keys))
        }
        return .page(page.page)
    }

    private func paper(_ request: WebRequest) async throws -> Answer {
        let kind: PaperKind = try request.parameter("paper")
        let caller = try request.caller
        guard kind.permissions.allSatisfy(caller.may) else { throw WebRefusal.noSuchPlace }
        let query = try request.query
        let question = PlanQuestion(query, today: request.now.day)
        let (order, document) = try await desk.door.read(by: caller) { [maker] view in
            let agency = try Agency.findEvenEnded(question.agency ?? caller.agency, view)
            let scope = try PaperScope(query["scope"], agency, caller)
            let order = PaperOrder(kind, of: scope, year: question.year)
            return (order, try maker.paper(order, view))
        }
        guard let format = PaperFormat(rawValue: query["format"]) else {
            return .page(PaperViewPage(order: order, document: document, place: request.path).page)
        }
        return .file(
            try await press.bytes(of: document, as: format),
            name: "\(order.fileName(document.issuer)).\(format.rawValue)", type: format.mediaType)
    }
}

extension PaperScope {
    /// Reads the word of an address: `subtree`, `city`, or nothing for the agency alone.
    ///
    /// - Throws: `WebRefusal.noSuchPlace` for more than the caller may see.
    init(_ word: String, _ agency: Agency, _ caller: Caller) throws {
        let width: Width? = word.isEmpty ? .agency : Width(rawValue: word)
        switch width {
        case .agency: break
        case .subtree where caller.supervises: break
        case .city where caller.isOfCity && agency.id == caller.agency: break
        case .subtree, .city, nil: throw WebRefusal.noSuchPlace
        }
        self.init(agency, width ?? .agency)
    }

    /// The word of the scope in addresses.
    var word: String? { width == .agency ? nil : width.rawValue }
}

extension PaperKind: LosslessStringConvertible {
    package init?(_ text: String) { self.init(rawValue: text) }
    package var description: String { rawValue }
}

extension PaperOrder {
    /// The name under which the paper is kept, without its ending.
    package func fileName(_ issuer: String) -> String {
        let more = scope.width == .subtree ? "（含所屬）" : ""
        return "\(issuer)\(more)-\(kind.term.zh.replacing(" ", with: ""))-\(year.number)"
    }
}
