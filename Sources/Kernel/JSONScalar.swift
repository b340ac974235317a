import Foundation

/// A value of the API that is not an object.
package enum JSONScalar: Hashable, Sendable {
    case null
    case text(String)
    case number(Int)
    case truth(Bool)
}

extension JSONScalar: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .truth(let truth): try container.encode(truth)
        }
    }
}

extension [String: JSONScalar] {
    /// The members of a JSON object; none where there is no text, and where it cannot be read.
    package init(membersOf json: String?) {
        let read = json.flatMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
        self = read ?? [:]
    }
}

extension JSONScalar {
    /// The value as somebody would have typed it into the field.
    package var typed: String {
        switch self {
        case .null: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .truth(let truth): truth ? "true" : "false"
        }
    }
}
