import Kernel
import Papers
import Statute

/// One citation of a plan: the clause in whose words it stands, and where its subject is now.
package struct CitedPlace: Sendable {
    /// From 1 on.
    package let chapter: Int
    package let placed: PlacedClause
    package let citation: FoundCitation
}

extension Document {
    /// The citations in the order of the text.
    func citedPlaces(_ citations: [ClauseID: [FoundCitation]]) -> [CitedPlace] {
        var chapter = 0
        return chapters.placed.flatMap { placed in
            if placed.depth == 0 { chapter += 1 }
            return (citations[placed.clause.id] ?? []).map {
                CitedPlace(chapter: chapter, placed: placed, citation: $0)
            }
        }
    }
}

extension FoundCitation.Standing {
    /// As in 「資通安全管理法第13條」.
    package var name: Term {
        Term(
            instrument.zh + (article?.zh ?? ""),
            en: instrument.en + (article.map { " " + $0.en } ?? ""))
    }
}
