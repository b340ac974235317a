import Foundation
import Testing

@testable import MerkleLog

@Suite struct CheckpointTests {
    let checkpoint = Checkpoint(
        origin: "chengdun.example/taipei", size: 8, root: ReferenceVectors.roots[7])

    func signer(_ name: String, _ byte: UInt8) throws -> NoteSigner {
        try #require(NoteSigner(name: name, seed: Array(repeating: byte, count: 32)))
    }

    @Test func `a checkpoint is three lines and is read back`() {
        #expect(
            "\(checkpoint)" == """
                chengdun.example/taipei
                8
                XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

                """)
        #expect(Checkpoint("\(checkpoint)") == checkpoint)
    }

    @Test(arguments: [
        "", "a\n8\n", "a\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "a\n-1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "a\n8\nXcnaeacG\n",
        "a\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
    ])
    func `what is no checkpoint is not read`(_ text: String) {
        #expect(Checkpoint(text) == nil)
    }

    @Test func `a signature is found under the checkpoint it was made for`() throws {
        let (log, witness) = (try signer("log", 1), try signer("witness", 2))
        let (logKey, witnessKey) = (log.publicKey, witness.publicKey)
        let signed = SignedCheckpoint(checkpoint).signed(by: log).signed(by: witness)

        let read = try #require(SignedCheckpoint("\(signed)"))

        #expect(read == signed)
        #expect(read.isSigned(by: logKey))
        #expect(read.isSigned(by: witnessKey))
    }

    @Test func `a log rewritten and signed again is not signed by the witness`() throws {
        let (log, witness) = (try signer("log", 1), try signer("witness", 2))
        let honest = SignedCheckpoint(checkpoint).signed(by: log).signed(by: witness)
        let rewritten = Checkpoint(
            origin: checkpoint.origin, size: 8, root: ReferenceVectors.roots[6])

        let forged = SignedCheckpoint(rewritten, signatures: honest.signatures)
            .signed(by: log)

        #expect(forged.isSigned(by: log.publicKey))
        #expect(!forged.isSigned(by: witness.publicKey))
    }

    @Test func `a key of the same name is another key`() throws {
        let signed = SignedCheckpoint(checkpoint).signed(by: try signer("log", 1))
        #expect(!signed.isSigned(by: try signer("log", 3).publicKey))
        #expect(!signed.isSigned(by: try signer("other", 1).publicKey))
    }

    @Test func `a key's text is read back and a wrong one is not`() throws {
        let key = try signer("log", 1).publicKey

        #expect(NoteKey("\(key)") == key)
        #expect(NoteKey("log+00000000+\(Data([1] + key.key).base64EncodedString())") == nil)
        #expect(NoteKey("log") == nil)
        #expect(NoteKey(name: "a b", key: key.key) == nil)
        #expect(NoteSigner(name: "log", seed: [1]) == nil)
    }
}
