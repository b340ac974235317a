import Foundation
import Kernel
import Papers

/// The list of what the plan demands, as it comes with this release.
package struct RequirementList: Sendable {
    package let all: [Requirement]
    private let places: [RequirementNumber: Int]

    /// - Throws: `DecodingError` when the release's file is wrong.
    package static func bundled() throws -> RequirementList {
        guard
            let file = Bundle.module.url(
                forResource: "requirements", withExtension: "json", subdirectory: "Data")
        else { throw CocoaError(.fileNoSuchFile) }
        return try RequirementList(json: Data(contentsOf: file))
    }

    init(json: Data) throws {
        all = try JSONDecoder().decode([Requirement].self, from: json)
        places = Dictionary(all.enumerated().map { ($1.number, $0) }) { first, _ in first }
    }

    package subscript(_ number: RequirementNumber) -> Requirement? {
        places[number].map { all[$0] }
    }

    /// The duties that some row names; any other is one that the city added to the plan.
    var duties: Set<String> { Set(all.flatMap(\.duties)) }

    /// Which rows each clause of a plan answers, by the clause's id.
    ///
    /// A clause that names its rows has those. What no clause names, as in a plan read from a file
    /// or in a version older than the row, stands at the clause of its path, or at the nearest one
    /// above that the plan has.
    package func byClause(of document: Document) -> [ClauseID: [Requirement]] {
        let placed = document.chapters.placed
        var found: [ClauseID: [Requirement]] = [:]
        for place in placed where !place.clause.requirements.isEmpty {
            found[place.clause.id] = place.clause.requirements.compactMap { self[$0] }
        }
        let named = Set(placed.flatMap(\.clause.requirements))
        let ids = Dictionary(placed.map { ($0.path, $0.clause.id) }) { first, _ in first }
        for requirement in all where !named.contains(requirement.number) {
            if let id = Self.nearest(requirement.clause, in: ids) {
                found[id, default: []].append(requirement)
            }
        }
        return found
    }

    private static func nearest(_ path: String, in ids: [String: ClauseID]) -> ClauseID? {
        var rest = Substring(path)
        while true {
            if let id = ids[String(rest)] { return id }
            guard let end = rest.lastIndex(of: "/") else { return nil }
            rest = rest[..<end]
        }
    }
}
