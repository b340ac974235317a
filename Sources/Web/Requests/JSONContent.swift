import Foundation
import Kernel

/// Reads and writes the JSON of the API.
enum JSONContent {
    static let depthLimit = 32

    /// - Throws: `WebRefusal.wrongJSON`, with the place that is wrong where the decoder says it;
    ///   `.tooDeep`; `.garbled` for text with a NUL, which no database keeps.
    static func decode<Value: Decodable>(_ bytes: [UInt8], as type: Value.Type = Value.self) throws
        -> Value
    {
        guard isShallow(bytes) else { throw WebRefusal.tooDeep }
        guard !holdsNull(bytes) else { throw WebRefusal.garbled }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw WebRefusal.wrongJSON(at: place(of: error))
        }
    }

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// Whether brackets nest no deeper than the limit; brackets in text do not count.
    static func isShallow(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isText = false
        var isEscaped = false
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isText: isEscaped = true
            case UInt8(ascii: "\""): isText.toggle()
            case _ where isText: break
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > depthLimit { return false }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return true
    }

    /// Whether a text holds the escape `\u0000`.
    static func holdsNull(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
            rest = rest[(escape + 1)...]
            if rest.starts(with: "u0000".utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static func place(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.map(\.stringValue).joined(separator: ".")
    }
}
