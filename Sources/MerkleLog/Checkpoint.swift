import Foundation

/// The state of the log in three lines: whose it is, how long it is, and its fingerprint.
///
/// Kept outside (printed, mailed, with a witness), it shows later whether anything before it was
/// changed or cut off. The text is that of C2SP tlog-checkpoint.
package struct Checkpoint: Hashable, Sendable {
    /// The name of the log; it is part of what is signed, so a log cannot pass as another.
    package let origin: String
    package let size: Int
    package let root: TreeHash

    package init(origin: String, size: Int, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }
}

extension Checkpoint: LosslessStringConvertible {
    /// Reads exactly three lines, each with its end.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty,
            let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let data = Data(base64Encoded: String(lines[2])),
            let root = TreeHash(bytes: Array(data))
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    package var description: String {
        "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
    }
}
