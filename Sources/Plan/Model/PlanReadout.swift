import Access
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
}

extension View {
    /// The plan for the agency and year of `question`.
    ///
    /// - Throws: `AgencyRefusal.unknown` for an agency out of the caller's reach.
    func planReadout(
        _ question: PlanQuestion, shelf: PlanShelf, sources: [RecordSource]
    ) throws -> PlanReadout {
        let agency = try Agency.find(question.agency ?? caller.agency, self)
        let base = try planText(on: question.day, shelf)
        let additions = try PlanAddition.all(of: agency.id, self)
        let fields = try planFields(on: question.day, shelf.laws.law)
        let document = base.document.filled(fields.values).adding(additions)
        let counts = try counts(of: sources, within: .agency(agency.id), in: question.year)
        return PlanReadout(
            agency: agency, question: question, today: now.day, version: base.version,
            document: document,
            requirements: try shelf.requirements.byClause(of: base.document),
            citations: shelf.citations(
                in: document, digest: document.digest, on: question.day),
            additions: additions,
            supports: SupportBook(
                agency: agency.id, year: question.year, today: now.day, sources: sources,
                counts: counts, law: shelf.laws.law, day: question.day),
            choices: try agencyChoices())
    }

    /// The city's text on a day: the version in force, or the product's own while there is none.
    package func planText(
        on day: Day, _ shelf: PlanShelf
    ) throws -> (document: Document, version: PlanVersion?) {
        guard let version = try PlanVersion.inForce(on: day, self) else {
            return (try shelf.template, nil)
        }
        return (try shelf.document(of: version, self), version)
    }

    /// What the text's fields say on a day.
    package func planFields(on day: Day, _ law: Law) throws -> PlanFields {
        let office: String? = try value(
            "SELECT name FROM agency WHERE parentID IS NULL ORDER BY id LIMIT 1")
        let count = try OrganisationCount.of(.city, self)
        return PlanFields(office: office ?? "", count: count, on: day, law: law)
    }

    private func agencyChoices() throws -> [AgencyChoice] {
        guard caller.supervises else { return [] }
        return try all(
            """
            SELECT id, name, path FROM agency
            WHERE removedAt IS NULL AND \(reach(.open), covers: "agency.id") ORDER BY path
            """
        ) { row in
            AgencyChoice(
                id: try row.next(), name: try row.next(),
                depth: try row.next(AgencyPath.self).depth)
        }
    }
}

extension PlanAddition {
    /// The clauses that an agency adds, in the order of their clauses.
    static func all(of agency: AgencyID, _ view: View) throws -> [PlanAddition] {
        try view.all(
            """
            SELECT id, agencyID, version, removedAt, clause, words, reason FROM planAddition
            WHERE agencyID = \(agency) AND removedAt IS NULL ORDER BY clause, id
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
