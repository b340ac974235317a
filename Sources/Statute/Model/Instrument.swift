import Kernel

/// A law, a regulation or a rule of the city, in the wording of one edition.
package struct Instrument: Hashable, Sendable {
    /// The stable word for it through all its names, as in `act`, `levels`, `city-rule`.
    package let id: String
    package let edition: String
    /// Its full title in this edition, and in English.
    package let name: Term
    /// Other words that mean it, misprints among them.
    package let aliases: [String]
    /// Whether the city made it.
    package let isOfTheCity: Bool
    package let certainty: Certainty
    package let question: Term?
    package let span: Span

    init(_ version: RuleVersion) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        id = version.record.id
        edition = version.edition
        name = try reader.term("term")
        aliases = try reader.words("alias")
        isOfTheCity = try reader.choice("made-by", or: Maker.state) == .city
        certainty = try reader.choice("mark")
        question = try reader.optionalTerm("question")
        _ = reader.node("from")
        span = version.span
        try reader.finish()
    }

    private enum Maker: String {
        case state, city
    }
}

/// The days on which a version of a rule holds.
package struct Span: Hashable, Sendable {
    package let from: Day
    /// The last day; `nil` while no later version is known.
    package let to: Day?

    package func contains(_ day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }
}

/// A subject of the law and where it stands in one edition: the plan in 第13條.
package struct Place: Hashable, Sendable {
    /// The instrument and the subject, as in `act.plan`.
    package let id: String
    package let instrument: String
    package let subject: Term
    package let articles: [Article]
    package let certainty: Certainty
    package let question: Term?
    package let edition: String
    package let span: Span

    init(_ version: RuleVersion) throws(LawFileRefusal) {
        var reader = RuleReader(version.record)
        id = version.record.id
        instrument = version.instrument
        subject = try reader.term("term")
        let node = reader.record.values["at"]
        var articles: [Article] = []
        for word in try reader.words("at") {
            guard let article = Article(word) else {
                throw reader.refusal("at", at: node, .unreadable(word))
            }
            articles.append(article)
        }
        self.articles = articles
        certainty = try reader.choice("mark")
        question = try reader.optionalTerm("question")
        _ = reader.node("from")
        edition = version.edition
        span = version.span
        try reader.finish()
    }
}

/// Where a rule stands, as people cite it on the day it is in force.
package struct Citation: Hashable, Sendable {
    package let place: String
    package let instrument: Term
    package let articles: [Article]
    package let subject: Term

    /// 「資通安全管理法第13條」.
    package var zh: String { instrument.zh + articles.map(\.zh).joined(separator: "、") }

    package var en: String {
        ([instrument.en] + articles.map(\.en)).joined(separator: ", ")
    }

    package var term: Term { Term(zh, en: en) }
}
