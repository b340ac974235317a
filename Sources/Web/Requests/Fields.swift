import Kernel

/// The fields of a form or of a question, in the order sent. A name may come more than once.
package struct Fields: Hashable, Sendable {
    package private(set) var pairs: [Pair]

    package struct Pair: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ pairs: [(String, String)] = []) {
        self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
    }

    /// Reads `application/x-www-form-urlencoded`.
    ///
    /// - Throws: `WebRefusal.garbled` for broken escapes or text that is not UTF-8.
    package init(urlEncoded bytes: [UInt8]) throws {
        pairs = []
        guard !bytes.isEmpty else { return }
        let parts = bytes.split(separator: UInt8(ascii: "&"))
        guard parts.count <= 2_000 else { throw WebRefusal.tooLarge }
        for part in parts {
            let sides = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count == 2 ? try Self.decoded(sides[1]) : ""
            pairs.append(Pair(name: try Self.decoded(sides[0]), value: value))
        }
    }

    /// The first value of `name` without white space around it; empty where there is none.
    package subscript(_ name: String) -> String {
        (first(name) ?? "").trimmed
    }

    /// The first value of `name` as it was sent.
    package func first(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// Every value of `name`.
    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// Whether a box of that name was ticked.
    package func isTicked(_ name: String) -> Bool {
        first(name) != nil
    }

    /// The first value of `name` as a value of the programme; `nil` where it is none.
    package func value<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type = Value.self
    ) -> Value? {
        Value(self[name])
    }

    /// The values by name, the first of each.
    package var byName: [String: String] {
        Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private static func decoded(_ part: ArraySlice<UInt8>) throws -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count)
        var index = part.startIndex
        while index < part.endIndex {
            switch part[index] {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard index + 2 < part.endIndex,
                    let byte = [UInt8](
                        hex: String(decoding: part[index + 1...index + 2], as: UTF8.self))
                else { throw WebRefusal.garbled }
                bytes += byte
                index += 2
            case let byte: bytes.append(byte)
            }
            index += 1
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw WebRefusal.garbled
        }
        return text
    }
}
