import Access
import Kernel
import Outline
import Web

/// The search over everything that the caller may see.
struct Search: Sendable {
    let door: Door
    let sources: [SearchSource]

    var route: Route {
        Route(.get, "/search", .signedIn) { request in
            let words = SearchWords(try request.query["q"])
            let results = SearchResults(
                words: words, groups: try await groups(words, by: request.caller))
            return request.wantsFragment
                ? .fragment(results.body) : .page(SearchPage(results: results).page)
        }
    }

    /// What each source finds, in the sources' order: one unchanging state, a query a source.
    func groups(_ words: SearchWords, by caller: Caller) async throws -> [SearchResults.Group] {
        let sources = sources
        return try await door.read(by: caller) { view in
            try sources.compactMap { source in
                let hits = try source.hits(words, view)
                return hits.isEmpty ? nil : SearchResults.Group(title: source.title, hits: hits)
            }
        }
    }
}
