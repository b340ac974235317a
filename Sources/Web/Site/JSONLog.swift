import Foundation
import Glibc
import Kernel
import Logging
import Synchronization

/// Writes the service's log: one JSON object a line on standard error.
///
/// What is logged about a request is its number, route, status and who asked; never an address with
/// its question, never a header, never content.
package struct JSONLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    private let label: String
    private let write: @Sendable (String) -> Void

    package init(
        label: String, write: @escaping @Sendable (String) -> Void = JSONLog.standardError
    ) {
        self.label = label
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line = ""
        line.reserveCapacity(512)
        line += "{\"time\":\"\(Self.now)\",\"level\":\"\(event.level)\""
        Self.add("from", label, to: &line)
        Self.add("message", event.message.description, to: &line)
        let told = event.metadata ?? [:]
        let all = metadata.isEmpty ? told : metadata.merging(told) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            Self.add(key, value.description, to: &line)
        }
        write(line + "}\n")
    }

    /// Whole lines at once, so that those of two tasks never mix.
    package static let standardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    2, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 || errno == EINTR else { return }
                rest = rest.dropFirst(max(count, 0))
            }
        }
    }

    private static var now: String {
        Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)).description
    }

    /// One more member of the line's object.
    private static func add(_ name: String, _ value: String, to line: inout String) {
        line += ","
        add(quoted: name, to: &line)
        line += ":"
        add(quoted: value, to: &line)
    }

    /// A JSON string; control characters become escapes, so that no text makes a line of its own.
    static func add(quoted text: String, to line: inout String) {
        line += "\""
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F
        }
        if isPlain {
            line += text
        } else {
            for scalar in text.unicodeScalars { add(escaping: scalar, to: &line) }
        }
        line += "\""
    }

    private static func add(escaping scalar: Unicode.Scalar, to line: inout String) {
        switch scalar {
        case "\"": line += "\\\""
        case "\\": line += "\\\\"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            line += "\\u00" + CollectionOfOne(UInt8(scalar.value)).hex
        default: line.unicodeScalars.append(scalar)
        }
    }
}
