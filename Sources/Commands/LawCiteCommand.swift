import ArgumentParser
import Foundation
import Kernel
import Statute

/// `chengdun law cite`: the citations in a text, and where each stands now.
struct LawCiteCommand: LawQuestion {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "The citations in a text, and where each stands on a day.")

    @Argument(help: "A text file in UTF-8, or - for standard input.")
    var file: String

    @Option(help: "The day on which the citations are to hold.", transform: Day.argument)
    var on: Day

    @Option(
        help: "The day the text was written, where it does not say so.", transform: Day.argument)
    var writtenOn: Day?

    @OptionGroup var options: LawOptions

    func answer(by law: Law) throws -> Answer {
        let found = CitationReader(law).citations(in: try text(), on: on, writtenOn: writtenOn)
        return Answer(citations: found.map(CitationAnswer.init))
    }

    func sentences(_ answer: Answer) -> [String] {
        answer.citations.map { answer in
            let now = answer.found.now.map(\.zh).joined(separator: "、")
            return "\(answer.found.line): \(answer.found.text) → \(now.isEmpty ? "？" : now)"
        }
    }

    private func text() throws -> String {
        let data =
            try file == "-"
            ? FileHandle.standardInput.readToEnd() ?? Data()
            : Data(contentsOf: URL(fileURLWithPath: file))
        guard let text = String(validating: data, as: UTF8.self) else { throw NotText.file(file) }
        return text
    }

    private enum NotText: Refusal {
        case file(String)

        var kind: RefusalKind { .invalid }
        var code: String { "law.not_text" }

        var message: Term {
            switch self {
            case .file(let name):
                Term(
                    "\(name) 不是 UTF-8 文字檔。先另存成 UTF-8 純文字。",
                    en: "\(name) is not UTF-8 text. Save it as plain UTF-8 text first.")
            }
        }
    }

    struct Answer: Encodable {
        let citations: [CitationAnswer]
    }
}

extension FoundCitation.Standing {
    fileprivate var zh: String { instrument.zh + (article?.zh ?? "") }
}

/// One found citation as programs read it.
struct CitationAnswer: Encodable {
    let found: FoundCitation

    init(_ found: FoundCitation) {
        self.found = found
    }

    private enum Key: String, CodingKey {
        case text, line, instrument, article, subject, current, now, question
    }

    private struct Standing: Encodable {
        let standing: FoundCitation.Standing

        private enum Key: String, CodingKey {
            case instrument, article
        }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: Key.self)
            try row.encode(standing.instrument.zh, forKey: .instrument)
            try row.encode(standing.article?.zh, forKey: .article)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(found.text, forKey: .text)
        try row.encode(found.line, forKey: .line)
        try row.encode(found.instrument.zh, forKey: .instrument)
        try row.encode(found.article?.zh, forKey: .article)
        try row.encode(found.subject?.zh, forKey: .subject)
        try row.encode(found.isCurrent, forKey: .current)
        try row.encode(found.now.map(Standing.init), forKey: .now)
        try row.encode(found.question?.zh, forKey: .question)
    }
}
