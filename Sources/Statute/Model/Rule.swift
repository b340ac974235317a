import Kernel

/// What every rule of the law carries, whatever it rules.
package struct Rule: Sendable {
    /// The stable name through all editions, as in `level.edr`.
    package let id: String
    /// The edition, or the city's file within it, whose wording this is.
    package let edition: String
    /// The name of the rule; the Chinese is the legal term.
    package let term: Term
    package let citation: Citation
    package let certainty: Certainty
    /// What nobody could settle from the sources; a person should look.
    package let question: Term?
    package let span: Span
    private let record: RuleRecord

    init(
        _ version: RuleVersion, _ reader: inout RuleReader, _ shelf: RuleShelf,
        place: String? = nil, term: Term? = nil
    ) throws(LawFileRefusal) {
        id = version.record.id
        edition = version.edition
        self.term = if let term { term } else { try reader.term("term") }
        let written = try reader.optionalText("place")
        citation = try shelf.citation(place ?? written ?? "", for: version)
        certainty = try reader.choice("mark")
        question = try reader.optionalTerm("question")
        _ = reader.node("from")
        span = version.span
        record = version.record
    }

    /// Changes when the rule changes; what a city officer confirmed is kept with it.
    package var digest: Digest { Digest(of: "\(id)\n\(edition)\n\(record.canonical)".utf8) }
}

/// A kind of rule.
package protocol Ruled: Sendable {
    var rule: Rule { get }
}

extension Ruled {
    package var id: String { rule.id }
}
