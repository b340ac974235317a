import ArgumentParser
import Kernel
import Statute

/// `chengdun law clocks`: every deadline of an incident, and why.
struct LawClocksCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "clocks", abstract: "The deadlines of an incident.")

    @Option(help: "The level of the incident, 1 to 4.")
    var level: Int

    @Option(help: "When the agency knew.", transform: Instant.argument)
    var knownAt: Instant

    @Option(help: "When the notification was received above.", transform: Instant.argument)
    var receivedAt: Instant?

    @Option(help: "When the review was done.", transform: Instant.argument)
    var reviewedAt: Instant?

    @Option(help: "When damage was controlled or service restored.", transform: Instant.argument)
    var containedAt: Instant?

    @Option(help: "When the level was changed.", transform: Instant.argument)
    var levelChangedAt: Instant?

    @Option(help: "When a drill was done.", transform: Instant.argument)
    var drilledAt: Instant?

    @Option(help: "Also tell what this level would change.")
    var whatIfLevel: Int?

    @OptionGroup var options: LawOptions

    func validate() throws {
        for number in [level, whatIfLevel ?? level] where IncidentLevel(rawValue: number) == nil {
            throw ValidationError("'\(number)' is not a level. Choose 1, 2, 3 or 4.")
        }
    }

    func answer(by law: Law) throws -> Answer {
        let incident = try incident(level)
        let other = try whatIfLevel.map { try self.incident($0) } ?? incident
        let deadlines = try law.deadlines(of: incident)
        return Answer(
            edition: deadlines.first?.clock.rule.edition ?? "",
            deadlines: deadlines.map(DeadlineAnswer.init),
            whatIf: try law.changes(from: incident, to: other).map {
                DeadlineAnswer(deadline: $0.after)
            })
    }

    func sentences(_ answer: Answer) -> [String] {
        (answer.deadlines + answer.whatIf).map(\.deadline.explanation.zh)
    }

    private func incident(_ number: Int) throws -> IncidentTimes {
        guard let level = IncidentLevel(rawValue: number) else {
            throw ValidationError("'\(number)' is not a level. Choose 1, 2, 3 or 4.")
        }
        var moments: [IncidentMoment: Instant] = [:]
        moments[.received] = receivedAt
        moments[.reviewed] = reviewedAt
        moments[.contained] = containedAt
        moments[.levelChanged] = levelChangedAt
        moments[.drilled] = drilledAt
        return IncidentTimes(level: level, knownAt: knownAt, moments)
    }

    struct Answer: Encodable {
        let edition: String
        let deadlines: [DeadlineAnswer]
        let whatIf: [DeadlineAnswer]
    }
}

/// One deadline as programs read it.
struct DeadlineAnswer: Encodable {
    let deadline: Deadline

    private enum Key: String, CodingKey {
        case id, due, start, rule, citation, certainty, explanation, explanationEn, moves
        case allowance, extendable, withoutCalendar
    }

    func encode(to encoder: any Encoder) throws {
        var answer = encoder.container(keyedBy: Key.self)
        let rule = deadline.clock.rule
        try answer.encode(rule.id, forKey: .id)
        try answer.encode(deadline.due.map { "\($0)" }, forKey: .due)
        try answer.encode(deadline.start.map { "\($0)" }, forKey: .start)
        try answer.encode("clocks.\(rule.id)", forKey: .rule)
        try answer.encode(rule.citation.zh, forKey: .citation)
        try answer.encode(rule.certainty.word, forKey: .certainty)
        try answer.encode(deadline.explanation.zh, forKey: .explanation)
        try answer.encode(deadline.explanation.en, forKey: .explanationEn)
        try answer.encode(deadline.end?.moves.map { "\($0.day)" } ?? [], forKey: .moves)
        try answer.encode("\(deadline.allowance)", forKey: .allowance)
        try answer.encode(deadline.clock.isExtendable, forKey: .extendable)
        try answer.encode(deadline.end?.withoutCalendar ?? false, forKey: .withoutCalendar)
    }
}
