import Foundation

/// A checkpoint with the signatures under it: of the log, and of witnesses who have seen it.
///
/// The text is that of C2SP signed-note: the checkpoint, an empty line, and a line
/// `— name base64(key id, signature)` for each signature.
package struct SignedCheckpoint: Hashable, Sendable {
    package let checkpoint: Checkpoint
    package private(set) var signatures: [NoteSignature]

    package init(_ checkpoint: Checkpoint, signatures: [NoteSignature] = []) {
        self.checkpoint = checkpoint
        self.signatures = signatures
    }

    /// The same checkpoint with the signature of `signer` added.
    package func signed(by signer: NoteSigner) -> SignedCheckpoint {
        SignedCheckpoint(checkpoint, signatures: signatures + [signer.sign("\(checkpoint)")])
    }

    /// Whether the holder of `key` has signed this checkpoint.
    package func isSigned(by key: NoteKey) -> Bool {
        signatures.contains { key.accepts($0, under: "\(checkpoint)") }
    }
}

extension SignedCheckpoint: LosslessStringConvertible {
    package init?(_ text: String) {
        guard let gap = text.range(of: "\n\n") else {
            guard let checkpoint = Checkpoint(text) else { return nil }
            self.init(checkpoint)
            return
        }
        guard let checkpoint = Checkpoint(String(text[..<gap.lowerBound]) + "\n") else {
            return nil
        }
        let lines = text[gap.upperBound...].split(separator: "\n")
        let signatures = lines.compactMap { NoteSignature(String($0)) }
        guard signatures.count == lines.count else { return nil }
        self.init(checkpoint, signatures: signatures)
    }

    package var description: String {
        signatures.isEmpty
            ? "\(checkpoint)" : "\(checkpoint)\n" + signatures.map { "\($0)\n" }.joined()
    }
}

/// One signature under a note, with the name and the short id of its key.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    /// Four bytes.
    package let keyID: [UInt8]
    package let signature: [UInt8]
}

extension NoteSignature: LosslessStringConvertible {
    package init?(_ line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "—", !parts[1].isEmpty,
            let data = Data(base64Encoded: String(parts[2])), data.count > 4
        else { return nil }
        name = String(parts[1])
        keyID = Array(data.prefix(4))
        signature = Array(data.dropFirst(4))
    }

    package var description: String {
        "— \(name) \(Data(keyID + signature).base64EncodedString())"
    }
}
