import ArgumentParser
import Ledger
import MerkleLog

/// Prints the length and the fingerprint of the log, to be kept where no administrator reaches.
struct LedgerCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Print the state of the history, to be kept outside and compared later.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var signing: LedgerSigning

    func run() async throws {
        try await Ending.of {
            let signer = try signing.noteSigner()
            let database = try options.open(readingOnly: true)
            let checkpoint = try await database.read { session in
                try History.checkpoint(origin: try LedgerFiles.origin(in: session), in: session)
            }
            try await database.close()
            let unsigned = SignedCheckpoint(checkpoint)
            print(signer.map { unsigned.signed(by: $0) } ?? unsigned, terminator: "")
        }
    }
}

/// Whose signature goes under a checkpoint.
struct LedgerSigning: ParsableArguments {
    @Option(help: "The name of the signer, without spaces.") var signer: String?
    @Option(help: "A file with the signer's secret: 64 hexadecimal digits.")
    var signingKey: String?

    /// - Throws: `LedgerFileRefusal` for a name or a key that cannot be used.
    func noteSigner() throws -> NoteSigner? {
        guard signer != nil || signingKey != nil else { return nil }
        guard let name = signer, let path = signingKey,
            let signer = NoteSigner(name: name, seed: try LedgerFiles.secret(path))
        else { throw LedgerFileRefusal.signer }
        return signer
    }
}
