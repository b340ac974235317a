import Kernel

/// One row of the protection baseline for information systems (附表十).
package struct Control: Ruled {
    package let rule: Rule
    /// Its row in the official check list of this edition.
    package let number: Int
    package let dimension: Term
    package let measure: Term
    /// The lowest need that must have it.
    package let from: Need
    /// Rows of the edition before that this one took over.
    package let successorOf: [String]

    /// The annex that all rows stand in.
    static let place = "levels.baseline"

    /// What has to be there, in short.
    package var requirement: Term { rule.term }

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        number = try reader.value("no")
        let name = try reader.text("measure")
        guard let measure = shelf.item("measures.\(name)", on: version.from),
            let dimension = shelf.item("dimensions.\(name.beforeDot)", on: version.from)
        else { throw reader.refusal("measure", .unreadable(name)) }
        self.measure = measure
        self.dimension = dimension
        from = try reader.choice("need")
        successorOf = try reader.words("was")
        rule = try Rule(version, &reader, shelf, place: Self.place)
        try reader.finish()
    }
}

/// What makes a system's need high, medium or basic in one respect (附表九).
package struct GradingRow: Ruled {
    package let rule: Rule
    package let criteria: [Need: Term]

    init(_ version: RuleVersion, _ shelf: RuleShelf) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        rule = try Rule(version, &reader, shelf)
        criteria = [
            .basic: try reader.term("basic"), .medium: try reader.term("medium"),
            .high: try reader.term("high"),
        ]
        try reader.finish()
    }
}

/// The four answers of a system's grading (附表九).
package struct Grading: Hashable, Sendable {
    package let confidentiality: Need
    package let integrity: Need
    package let availability: Need
    package let compliance: Need

    package init(
        confidentiality: Need, integrity: Need, availability: Need, compliance: Need
    ) {
        self.confidentiality = confidentiality
        self.integrity = integrity
        self.availability = availability
        self.compliance = compliance
    }

    /// The need of the system: the highest of the four.
    package var need: Need {
        max(max(confidentiality, integrity), max(availability, compliance))
    }
}
