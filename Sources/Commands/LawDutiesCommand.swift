import ArgumentParser
import Kernel
import Statute

/// `chengdun law duties`: what an organisation of a level owes, and by when.
struct LawDutiesCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "duties", abstract: "What an organisation of a level owes, and by when.")

    @Option(
        help: "The responsibility level, A to E.",
        transform: { text in
            guard let level = Level(rawValue: text) else {
                throw ValidationError("'\(text)' is not a level. Choose A, B, C, D or E.")
            }
            return level
        })
    var level: Level

    @Option(
        help: "agency, school or city.",
        transform: { text in
            guard let kind = OrganisationKind(rawValue: text) else {
                throw ValidationError("'\(text)' is not a kind. Choose agency, school or city.")
            }
            return kind
        })
    var kind: OrganisationKind = .agency

    @Option(help: "The day it got its level.", transform: Day.argument)
    var classifiedOn: Day

    @Option(help: "The day that is asked about.", transform: Day.argument)
    var on: Day

    @Option(help: "The day its staff changed last.", transform: Day.argument)
    var staffChangedOn: Day?

    @OptionGroup var options: LawOptions

    func answer(by law: Law) throws -> Answer {
        guard let edition = law.edition(of: "levels", on: on) else { throw LawRefusal.noLaw(on) }
        let facts = AgencyFacts(
            level: level, kind: kind, classifiedOn: classifiedOn, staffChangedOn: staffChangedOn)
        let owed = law.owed(by: facts, on: on)
        return Answer(
            edition: edition.name, level: level.rawValue, kind: kind.rawValue,
            duties: owed.filter { !$0.isAdvice }.map(DutyAnswer.init),
            advice: owed.filter(\.isAdvice).map(DutyAnswer.init))
    }

    func sentences(_ answer: Answer) -> [String] {
        (answer.duties + answer.advice).map(\.owed.explanation.zh)
    }

    struct Answer: Encodable {
        let edition: String
        let level: String
        let kind: String
        let duties: [DutyAnswer]
        let advice: [DutyAnswer]
    }
}

/// One owed duty as programs read it.
struct DutyAnswer: Encodable {
    let owed: OwedDuty

    private enum Key: String, CodingKey {
        case id, term, termEn, aspect, cadence, due, opens, times, amount, unit, scope, condition
        case citation, certainty, clause, explanation, explanationEn, question
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        let duty = owed.duty
        try row.encode(duty.id, forKey: .id)
        try row.encode(duty.rule.term.zh, forKey: .term)
        try row.encode(duty.rule.term.en, forKey: .termEn)
        try row.encode(duty.aspect.rawValue, forKey: .aspect)
        try row.encode("\(owed.cadence)", forKey: .cadence)
        try row.encode(owed.dueOn.map { "\($0)" }, forKey: .due)
        try row.encode(owed.opensOn.map { "\($0)" }, forKey: .opens)
        try row.encode(owed.times, forKey: .times)
        try row.encode(owed.amount, forKey: .amount)
        try row.encode(duty.unit?.rawValue, forKey: .unit)
        try row.encode(duty.scope.rawValue, forKey: .scope)
        try row.encode(duty.condition?.rawValue, forKey: .condition)
        try row.encode(owed.citation.zh, forKey: .citation)
        try row.encode(owed.certainty.word, forKey: .certainty)
        try row.encode(duty.clause, forKey: .clause)
        try row.encode(owed.explanation.zh, forKey: .explanation)
        try row.encode(owed.explanation.en, forKey: .explanationEn)
        try row.encode(duty.rule.question?.zh, forKey: .question)
    }
}
