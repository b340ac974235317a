import Cryptography
import Foundation

/// The public key by which a reader knows whose signature stands under a checkpoint.
///
/// Its text is `name+keyID+base64(1, key)` as in C2SP signed-note; the verifier is given it on
/// paper or by mail, never by the log itself.
package struct NoteKey: Hashable, Sendable {
    package let name: String
    /// The 32 bytes of an Ed25519 key.
    package let key: [UInt8]

    /// `nil` for a name with spaces or plus signs, or for what is no Ed25519 key.
    package init?(name: String, key: [UInt8]) {
        guard Self.canName(name), key.count == 32 else { return nil }
        self.name = name
        self.key = key
    }

    package var id: [UInt8] {
        Array(SHA256.digest(of: Array(name.utf8) + [0x0A, Self.ed25519] + key).prefix(4))
    }

    func accepts(_ signature: NoteSignature, under text: String) -> Bool {
        signature.name == name && signature.keyID == id
            && SigningKey.isSignature(signature.signature, of: Array(text.utf8), by: key)
    }

    static func canName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains { $0.isWhitespace || $0 == "+" }
    }

    fileprivate static let ed25519: UInt8 = 1
}

extension NoteKey: LosslessStringConvertible {
    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Data(base64Encoded: String(parts[2])),
            data.first == Self.ed25519
        else { return nil }
        self.init(name: String(parts[0]), key: Array(data.dropFirst()))
        guard id.hexadecimal == parts[1] else { return nil }
    }

    package var description: String {
        "\(name)+\(id.hexadecimal)+\(Data([Self.ed25519] + key).base64EncodedString())"
    }
}

/// Signs checkpoints. The key belongs to a process or a witness apart from the one that writes the
/// log, for a log whose key lies beside it is a diary, not evidence.
package struct NoteSigner: Sendable {
    package let publicKey: NoteKey
    private let key: SigningKey

    /// `nil` for a name with spaces or plus signs, or for a seed that has not 32 bytes.
    package init?(name: String, seed: [UInt8]) {
        guard let key = SigningKey(seed: seed),
            let publicKey = NoteKey(name: name, key: key.publicKey)
        else { return nil }
        self.publicKey = publicKey
        self.key = key
    }

    func sign(_ text: String) -> NoteSignature {
        NoteSignature(
            name: publicKey.name, keyID: publicKey.id,
            signature: key.signature(of: Array(text.utf8)))
    }
}
