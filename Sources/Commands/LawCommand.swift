import ArgumentParser
import Foundation
import Kernel
import Sheets
import Statute

/// `chengdun law`: what the law says, without a database.
package struct LawCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "Ask the law: deadlines, levels, controls, duties, citations, reforms.",
        subcommands: [
            LawClocksCommand.self, LawSeverityCommand.self, LawControlsCommand.self,
            LawDutiesCommand.self, LawCiteCommand.self, LawDiffCommand.self,
        ])

    package init() {}
}

/// What every question to the law may carry.
struct LawOptions: ParsableArguments {
    @Option(help: "A folder of the city's own law files (*.yaml) and office calendars (*.csv).")
    var overlay: String?

    @Option(help: "An office calendar in the central government's CSV form.")
    var calendar: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    /// The law with what the options lay over it.
    func law() throws -> Law {
        var law = try Law.bundled()
        if let overlay { law = try law.overlaid(withFilesIn: URL(fileURLWithPath: overlay)) }
        if let calendar {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: calendar)))
            law.calendar = law.calendar.replacing(with: try WorkingCalendar(csv: bytes))
        }
        return law
    }
}

/// One question to the law: answered in JSON for programs, in sentences for people.
protocol LawQuestion: AsyncParsableCommand {
    associatedtype Answer: Encodable

    var options: LawOptions { get }

    func answer(by law: Law) throws -> Answer
    func sentences(_ answer: Answer) -> [String]
}

extension LawQuestion {
    /// Answers; a refusal is told in a sentence and ends with exit code 2.
    func run() async throws {
        try await Ending.of {
            let answer = try answer(by: options.law())
            if options.json {
                print(try jsonText(answer))
            } else {
                for sentence in sentences(answer) { print(sentence) }
            }
        }
    }
}

/// A value as JSON with its keys in order; absent values are `null`.
func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

extension Day {
    /// Reads a day in every way in which spreadsheets and forms may write it.
    static func argument(_ text: String) throws -> Day {
        do {
            return try Day(written: text)
        } catch .notADate {
            throw ValidationError(
                """
                「\(text)」不是日期。寫成 115/11/23 或 2026-11-23。
                “\(text)” is not a day. Write it as 115/11/23 or 2026-11-23.
                """)
        } catch {
            throw ValidationError(
                """
                \(error.message.zh)寫成 115/11/23 或 2026-11-23。
                \(error.message.en) Write it as 115/11/23 or 2026-11-23.
                """)
        }
    }
}

extension ROCYear {
    static func argument(_ text: String) throws -> ROCYear {
        guard let year = Int(text).flatMap({ ROCYear($0) }) else {
            throw ValidationError(
                """
                「\(text)」不是民國年。寫成 115。
                “\(text)” is not a year of the Republic. Write it as 115.
                """)
        }
        return year
    }
}

extension Instant {
    static func argument(_ text: String) throws -> Instant {
        guard let instant = Instant(text) ?? Instant(dayAndClock: text) else {
            throw ValidationError(
                """
                「\(text)」不是時間。時間寫成 115/11/23 09:12 或 2026-11-23T09:12+08:00。
                “\(text)” is not a time. Write it as 115/11/23 09:12 or 2026-11-23T09:12+08:00.
                """)
        }
        return instant
    }

    /// A day however written, a room, and a clock of Taipei: 「115/11/23 09:12」.
    private init?(dayAndClock text: String) {
        guard let room = text.lastIndex(of: " "), let day = try? Day(written: String(text[..<room]))
        else { return nil }
        self.init("\(day)T\(text[text.index(after: room)...])")
    }
}
