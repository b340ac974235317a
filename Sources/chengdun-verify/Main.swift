import ArgumentParser
import Foundation
import MerkleLog

/// The small verifier that needs neither the programme nor its database: give it an exported log,
/// the checkpoint you have kept and the keys you were given.
@main
struct ChengdunVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chengdun-verify",
        abstract: "Prove an exported log of Chengdun, offline.",
        discussion: "Exit code 0: proven. 1: a file cannot be read. 2: not proven, and why.")

    @Argument(help: "The file that “chengdun ledger export” wrote.") var file: String
    @Option(help: "A file with a checkpoint you have kept; the log must continue it.")
    var kept: String?
    @Option(help: "The key of a signer or witness, name+id+base64; may be given more than once.")
    var key: [String] = []

    func run() throws {
        let keys = try key.map { text in
            guard let key = NoteKey(text) else { throw ValidationError("No key: \(text)") }
            return key
        }
        let kept = try self.kept.map { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            guard let signed = SignedCheckpoint(text) else {
                throw ValidationError("No checkpoint: \(path)")
            }
            return signed.checkpoint
        }
        let export = try Data(contentsOf: URL(filePath: file), options: .mappedIfSafe)
        do {
            tell(try LogExportVerifier(keys: keys, kept: kept).verify(export))
        } catch {
            let sentences = error.sentences
            FileHandle.standardError.write(Data("\(sentences.zh)\n\(sentences.en)\n".utf8))
            throw ExitCode(2)
        }
    }

    private func tell(_ report: LogExportVerifier.Report) {
        let whose = report.agency.map { "agency \($0)" } ?? "the whole log"
        print("proven: \(report.entryCount) entries, \(report.lineCount) lines of \(whose)")
        print("log: \(report.checkpoint.origin), \(report.checkpoint.size) entries")
        print("root: \(report.checkpoint.root)")
    }
}
