import Access
import ArgumentParser
import Foundation
import Kernel
import Papers
import Plan
import Programme

/// `chengdun paper plan|annex1|annex2|annex3|assets|systems`: a paper of the programme's data.
protocol PaperMakeCommand: AsyncParsableCommand {
    static var kind: PaperKind { get }
    var options: PaperOptions { get }
}

extension PaperMakeCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: kind.rawValue, abstract: "\(kind.term.en).",
            discussion: "May run beside the server.")
    }

    func run() async throws {
        try await Ending.of { try await options.make(Self.kind) }
    }
}

struct PaperPlanCommand: PaperMakeCommand {
    static let kind = PaperKind.plan
    @OptionGroup var options: PaperOptions
}

struct PaperAnnex1Command: PaperMakeCommand {
    static let kind = PaperKind.annex1
    @OptionGroup var options: PaperOptions
}

struct PaperAnnex2Command: PaperMakeCommand {
    static let kind = PaperKind.annex2
    @OptionGroup var options: PaperOptions
}

struct PaperAnnex3Command: PaperMakeCommand {
    static let kind = PaperKind.annex3
    @OptionGroup var options: PaperOptions
}

struct PaperAssetsCommand: PaperMakeCommand {
    static let kind = PaperKind.assets
    @OptionGroup var options: PaperOptions
}

struct PaperSystemsCommand: PaperMakeCommand {
    static let kind = PaperKind.systems
    @OptionGroup var options: PaperOptions
}

/// Whose paper is made, for which year, in which form and where to.
struct PaperOptions: ParsableArguments {
    @Option(help: "One agency by its code.") var agency: String?
    @Flag(help: "With all that stand under the agency.") var subordinates = false
    @Flag(help: "The city's one paper, with the rows of all organisations.") var city = false
    @Flag(help: "One file for each agency, into the directory -o.") var all = false
    @Option(help: "The year of the Republic, as in 115.", transform: ROCYear.argument)
    var year: ROCYear
    @Option(help: "odt, ods (the tables), pdf or html.") var format: PaperFormat = .odt
    @Option(name: .shortAndLong, help: "The file, or with --all the directory, to write.")
    var output: String
    @Option(help: "The Python that has the typst package, for PDF.")
    var python = Typesetter.installedPython
    @OptionGroup var place: DatabaseOptions

    func validate() throws {
        guard [agency != nil, city, all].count(where: \.self) == 1 else {
            throw ValidationError("Give one of --agency CODE, --city and --all.")
        }
        guard !subordinates || agency != nil else {
            throw ValidationError("--subordinates goes with --agency.")
        }
    }

    func make(_ kind: PaperKind) async throws {
        let opened = try await place.programme(readingOnly: true)
        if all {
            try await makeAll(kind, year, opened)
        } else {
            try await makeOne(kind, year, opened)
        }
        try await opened.database.close()
    }

    private func makeOne(_ kind: PaperKind, _ year: ROCYear, _ opened: OpenProgramme) async throws {
        let (code, width) = (agency, width)
        let (top, maker) = (opened.city, opened.programme.papers)
        let document = try await opened.programme.door.read(by: opened.console) { view in
            let found = try code.map { try Agency.find(code: $0, view) } ?? top
            guard let agency = found else { throw AgencyRefusal.unknown }
            return try maker.paper(
                PaperOrder(kind, of: PaperScope(agency, width), year: year), view)
        }
        let bytes = try format.bytes(of: document, by: Typesetter(python: python))
        try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    private var width: PaperScope.Width { city ? .city : subordinates ? .subtree : .agency }

    /// One file an agency, named by its code, so that no name of a school meets a file system.
    private func makeAll(_ kind: PaperKind, _ year: ROCYear, _ opened: OpenProgramme) async throws {
        let directory = URL(fileURLWithPath: output, isDirectory: true)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let (maker, format, python) = (opened.programme.papers, format, python)
        let count = try await opened.programme.door.read(by: opened.console) { view in
            let typesetter = Typesetter(python: python)
            var count = 0
            try maker.papers(kind, year: year, view) { _, agency, document in
                let name = (agency.code ?? agency.id.description).filter {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
                }
                let file = directory.appending(
                    path: "\(name)-\(kind.rawValue)-\(year.number).\(format.rawValue)")
                try Data(format.bytes(of: document, by: typesetter)).write(to: file)
                count += 1
            }
            return count
        }
        print("\(count) files")
    }
}

extension PaperFormat: ExpressibleByArgument {}
