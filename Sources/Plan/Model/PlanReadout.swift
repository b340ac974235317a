import Access
import Agencies
import Kernel
import Outline
import Papers
import Registers
import Statute
import Storage

/// The plan as one agency reads it in one year: the city's text with the agency's own clauses, and
/// what stands beside each.
struct PlanReadout: Sendable {
    let agency: Agency
    let question: PlanQuestion
    let today: Day
    /// `nil` while the city has laid in none and the product's own text stands in.
    let version: PlanVersion?
    let document: Document
    let requirements: [ClauseID: [Requirement]]
    let citations: [ClauseID: [FoundCitation]]
    let additions: [PlanAddition]
    let supports: SupportBook
    /// Whom the reader may choose; empty for those who look at one agency only.
    let choices: [AgencyChoice]

    var chapters: [PlacedClause] { document.chapterList }

    /// Whether the agency has laid in a text of its own.
    var isOwnText: Bool { version?.agencyID == agency.id && agency.parentID != nil }

    /// Additions whose clause the text does not have any more.
    var strays: [PlanAddition] {
        let known = Set(document.chapters.placed.map(\.clause.id.text))
        return additions.filter { !known.contains($0.clause) }
    }

    /// The demands of a chapter, each once.
    func requirements(of chapter: Clause) -> [Requirement] {
        [chapter].placed.flatMap { requirements[$0.clause.id] ?? [] }
    }

    func citations(of chapter: Clause) -> [FoundCitation] {
        [chapter].placed.flatMap { citations[$0.clause.id] ?? [] }
    }
}

/// An agency to choose.
struct AgencyChoice: Hashable, Sendable {
    let id: AgencyID
    let name: String
    let depth: Int
    let superior: AgencyID?
}

extension View {
    /// The plan for the agency and year of `question`.
    ///
    /// - Throws: `AgencyRefusal.unknown` for an agency out of the caller's reach.
    func planReadout(
        _ question: PlanQuestion, shelf: PlanShelf, _ provers: PlanProvers
    ) throws -> PlanReadout {
        let agency = try Agency.find(question.agency ?? caller.agency, self)
        let base = try planText(on: question.day, for: agency.id, shelf)
        let additions = try PlanAddition.all(of: agency.id, self)
        let fields = try planFields(on: question.day, shelf.laws.law)
        let document = base.document.filled(fields.values).adding(additions)
        let counts = try counts(
            of: provers.sources, within: .agency(agency.id), in: question.year)
        let duties =
            caller.may(.seeDuties)
            ? DutyBook(
                try provers.duties.list(of: agency.id, in: question.year, self), on: now.day) : nil
        let citations = shelf.citations(in: document, digest: document.digest, on: question.day)
        let cited = citations.values.joined()
        return PlanReadout(
            agency: agency, question: question, today: now.day, version: base.version,
            document: document,
            requirements: try shelf.requirements.byClause(of: base.document),
            citations: citations,
            additions: additions,
            supports: SupportBook(
                agency: agency.id, year: question.year, today: now.day,
                sources: provers.sources, counts: counts, duties: duties,
                papers: Set(PaperKind.allCases.filter { $0.permissions.allSatisfy(caller.may) }),
                citations: (cited.count, cited.count { !$0.isCurrent }),
                law: shelf.laws.law, day: question.day, demanded: try shelf.requirements.duties),
            choices: try agencyChoices())
    }

    /// What the text's fields say on a day.
    package func planFields(on day: Day, _ law: Law) throws -> PlanFields {
        let office: String? = try value(
            "SELECT name FROM agency WHERE parentID IS NULL ORDER BY id LIMIT 1")
        let count = try AgencyCount.on(day, in: .city, self)
        return PlanFields(office: office ?? "", count: count, law: law)
    }

    func agencyChoices() throws -> [AgencyChoice] {
        guard caller.supervises else { return [] }
        let agencies = try Agency.inPaperOrder(within: reach(.open), self)
        let top = agencies.first?.path.depth ?? 0
        return agencies.map { agency in
            AgencyChoice(
                id: agency.id, name: agency.name, depth: agency.path.depth - top,
                superior: agency.parentID)
        }
    }
}

extension PlanAddition {
    /// The clauses that an agency adds, in the order of their clauses.
    static func all(of agency: AgencyID, _ view: View) throws -> [PlanAddition] {
        try all(where: "agencyID = \(agency)", view)
    }

    /// Those of every agency of the caller's reach.
    static func all(_ view: View) throws -> [PlanAddition] {
        try all(where: "\(view.reach(.open), covers: "agencyID")", view)
    }

    private static func all(where condition: SQL, _ view: View) throws -> [PlanAddition] {
        try view.all(
            """
            SELECT id, agencyID, version, removedAt, clause, words, reason FROM planAddition
            WHERE removedAt IS NULL AND \(condition) ORDER BY clause, id
            """
        ) { row in
            PlanAddition(
                head: RowHead(
                    uuid: try row.next(), agencyID: try row.next(), version: try row.next(),
                    removedAt: try row.next()),
                clause: try row.next(), words: try row.next(), reason: try row.next())
        }
    }
}

extension Document {
    /// With an agency's own clauses behind those below the clause that each names.
    package func adding(_ additions: [PlanAddition]) -> Document {
        let levels = Dictionary(
            chapters.placed.map { ($0.clause.id, $0.clause.levelBelow) }
        ) { first, _ in first }
        return additions.reduce(self) { document, addition in
            let parent = ClauseID(addition.clause)
            guard let level = levels[parent] ?? nil else { return document }
            let id = ClauseID("own." + addition.head.uuid.uuidString.lowercased())
            return document.adding(
                Clause(id, level, [.text(addition.words)]), below: parent)
        }
    }
}

extension Clause {
    /// The level of what is added below it; `nil` at the deepest.
    fileprivate var levelBelow: ClauseLevel? {
        clauses.last?.level ?? ClauseLevel(rawValue: level.rawValue + 1)
    }
}
