import HTML
import Kernel
import Outline
import Papers
import Web

extension SearchSource {
    /// The clauses of the plan in force, by their headings and sentences.
    static func clauses(_ shelf: PlanShelf) -> SearchSource {
        SearchSource(Term("維護計畫", en: "The plan"), needs: .seePlan) { words, view in
            guard words.text.count > 1 else { return [] }
            let document = try view.planText(
                on: view.now.day, for: view.caller.agency, shelf
            ).document
            var chapter = 0
            return document.chapters.placed.compactMap { placed in
                if placed.depth == 0 { chapter += 1 }
                let text = placed.clause.text.plainText
                guard words.isWithin(text) else { return nil }
                let start = String(text.prefix(60))
                return SearchHit(
                    Term(start, en: start), detail: Term(placed.path, en: placed.path),
                    path: Path("plan", String(chapter)).at(placed.clause.id.text))
            }
        }
    }
}
