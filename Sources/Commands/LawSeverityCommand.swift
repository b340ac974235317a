import ArgumentParser
import Kernel
import Statute

/// `chengdun law severity`: the level that an incident's facts make.
struct LawSeverityCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "severity", abstract: "The level of an incident, and the row that decides it.")

    @Option(
        help: "What leaked and how far, as in core:serious.", transform: { try fact(.leak, $0) })
    var leak: [HarmFact] = []

    @Option(
        help: "What was altered, as in noncore:slight.", transform: { try fact(.alteration, $0) })
    var alteration: [HarmFact] = []

    @Option(
        help: "What was interrupted, as in core:beyond.", transform: { try fact(.interruption, $0) }
    )
    var interruption: [HarmFact] = []

    @Option(help: "The day the agency knew.", transform: Day.argument)
    var on: Day

    @OptionGroup var options: LawOptions

    func validate() throws {
        guard !(leak + alteration + interruption).isEmpty else {
            throw ValidationError("Give --leak, --alteration or --interruption.")
        }
    }

    func answer(by law: Law) throws -> Answer {
        Answer(try law.severity(of: leak + alteration + interruption, on: on))
    }

    func sentences(_ answer: Answer) -> [String] { [answer.explanation] }

    struct Answer: Encodable {
        let edition: String
        let level: Int
        let decidedBy: String
        let row: String
        let citation: String
        let certainty: String
        let explanation: String

        init(_ verdict: SeverityVerdict) {
            let rule = verdict.decidedBy.rule
            edition = verdict.edition
            level = verdict.level.rawValue
            decidedBy = rule.id
            row = rule.term.zh
            citation = rule.citation.zh
            certainty = rule.certainty.word
            explanation = verdict.explanation.zh
        }
    }
}

/// Reads `core:serious`.
private func fact(_ harm: Harm, _ text: String) throws -> HarmFact {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let asset = HarmedAsset(rawValue: parts[0]),
        let extent = Extent(rawValue: parts[1]), let fact = HarmFact(harm, asset, extent)
    else {
        let extents = harm == .interruption ? "within or beyond" : "slight or serious"
        throw ValidationError(
            "'\(text)' is not ASSET:EXTENT. The asset is one of "
                + HarmedAsset.allCases.map(\.rawValue).joined(separator: ", ")
                + "; the extent is \(extents).")
    }
    return fact
}
