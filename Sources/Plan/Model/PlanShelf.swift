import Kernel
import Papers
import Statute
import Synchronization

/// The plans and the list of demands that the running programme has at hand, each read once.
///
/// Texts never change under their digest; what is said about the law is asked anew when the law
/// was read anew.
package final class PlanShelf: Sendable {
    package let laws: LawShelf
    private let kept = Mutex(Kept())

    private struct Kept {
        var template: Document?
        var requirements: RequirementList?
        var documents: [Digest: Document] = [:]
        var citations: [Question: [ClauseID: [FoundCitation]]] = [:]
    }

    private struct Question: Hashable {
        let digest: Digest
        let day: Day
        let reading: Int
    }

    package init(laws: LawShelf) {
        self.laws = laws
    }

    /// The plan that comes with this release.
    package var template: Document {
        get throws {
            if let known = kept.withLock({ $0.template }) { return known }
            let template = try PlanTemplate.standard().document
            kept.withLock { $0.template = template }
            return template
        }
    }

    /// What the plan demands, row by row.
    package var requirements: RequirementList {
        get throws {
            if let known = kept.withLock({ $0.requirements }) { return known }
            let list = try RequirementList.bundled()
            kept.withLock { $0.requirements = list }
            return list
        }
    }

    /// The text under `digest`, read by `read` the first time.
    func document(_ digest: Digest, _ read: () throws -> Document) throws -> Document {
        if let document = kept.withLock({ $0.documents[digest] }) { return document }
        let document = try read()
        kept.withLock { kept in
            if kept.documents.count >= Self.most { kept.documents = [:] }
            kept.documents[digest] = document
        }
        return document
    }

    /// What each clause of a plan cites, and where that stands on `day`.
    package func citations(
        in document: Document, digest: Digest, on day: Day
    ) -> [ClauseID: [FoundCitation]] {
        let (law, reading) = laws.numbered
        let question = Question(digest: digest, day: day, reading: reading)
        if let known = kept.withLock({ $0.citations[question] }) { return known }
        let found = ClauseCitations(document, law: law, on: day).byClause
        kept.withLock { kept in
            if kept.citations.count >= Self.most { kept.citations = [:] }
            kept.citations[question] = found
        }
        return found
    }

    private static let most = 16
}

/// The citations of a plan, each under the clause whose words they stand in.
struct ClauseCitations {
    private(set) var byClause: [ClauseID: [FoundCitation]] = [:]

    init(_ document: Document, law: Law, on day: Day) {
        var text = document.issued.map { $0 + "\n" } ?? "\n"
        var owners: [ClauseID?] = [nil]
        for placed in document.chapters.placed {
            // A clause's words are one text, for an 「本法」 means what was named before it.
            for line in placed.clause.ownText.split(whereSeparator: \.isNewline) {
                text += line + "\n"
                owners.append(placed.clause.id)
            }
        }
        for citation in CitationReader(law).citations(in: text, on: day) {
            guard owners.indices.contains(citation.line - 1),
                let owner = owners[citation.line - 1]
            else { continue }
            byClause[owner, default: []].append(citation)
        }
    }
}
