import ArgumentParser
import Kernel
import Statute

/// `chengdun law controls`: the rows of the baseline that a system must meet.
struct LawControlsCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "controls", abstract: "The controls that a system of a need must meet.")

    @Option(
        help: "The need: 普, 中 or 高.",
        transform: { text in
            guard let need = Need(rawValue: text) else {
                throw ValidationError("'\(text)' is not a need. Choose 普, 中 or 高.")
            }
            return need
        })
    var need: Need

    @Option(help: "The day whose law is asked.", transform: Day.argument)
    var on: Day

    @OptionGroup var options: LawOptions

    func answer(by law: Law) throws -> Answer {
        let controls = law.controls(for: need, on: on)
        guard let edition = controls.first?.rule.edition else { throw LawRefusal.noLaw(on) }
        return Answer(edition: edition, need: need.rawValue, controls: controls.map(Row.init))
    }

    func sentences(_ answer: Answer) -> [String] {
        answer.controls.map { "\($0.number). \($0.measure)：\($0.requirement)" }
    }

    struct Answer: Encodable {
        let edition: String
        let need: String
        let controls: [Row]
    }

    struct Row: Encodable {
        let key: String
        let number: Int
        let dimension: String
        let measure: String
        let from: String
        let requirement: String
        let requirementEn: String
        let certainty: String
        let successorOf: [String]

        init(_ control: Control) {
            key = control.id
            number = control.number
            dimension = control.dimension.zh
            measure = control.measure.zh
            from = control.from.rawValue
            requirement = control.requirement.zh
            requirementEn = control.requirement.en
            certainty = control.rule.certainty.word
            successorOf = control.successorOf
        }
    }
}
