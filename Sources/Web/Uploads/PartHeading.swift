import Kernel

/// What stands above one part of a form with files: the field's name, the file's, the claimed type.
struct PartHeading: Hashable, Sendable {
    let field: String
    /// `nil` for a field of text.
    let fileName: String?
    let claimedType: String

    /// - Throws: `WebRefusal.brokenUpload` for a part that names no field, names it twice, or asks
    ///   for an encoding that no browser uses.
    init(_ bytes: ArraySlice<UInt8>) throws {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw WebRefusal.brokenUpload
        }
        var lines: [String: String] = [:]
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":"), !line.contains(where: \.isNewline) else {
                throw WebRefusal.brokenUpload
            }
            let name = line[..<colon].lowercased()
            guard
                lines.updateValue(String(line[line.index(after: colon)...]).trimmed, forKey: name)
                    == nil
            else { throw WebRefusal.brokenUpload }
        }
        guard lines["content-transfer-encoding"] == nil,
            let disposition = lines["content-disposition"]
        else { throw WebRefusal.brokenUpload }
        let parameters = try Self.parameters(of: disposition)
        guard let field = parameters["name"], (1...100).contains(field.utf8.count) else {
            throw WebRefusal.brokenUpload
        }
        self.field = field
        fileName = parameters["filename"]
        claimedType = String((lines["content-type"] ?? "").prefix(100))
    }

    /// Reads `form-data; name="a"; filename="b.png"`. Browsers write `%22`, `%0D` and `%0A` for the
    /// three characters that cannot stand between quotation marks.
    private static func parameters(of disposition: String) throws -> [String: String] {
        var rest = disposition[...]
        guard let kind = rest.prefixMatch(of: /form-data(?=;|$)/.ignoresCase()) else {
            throw WebRefusal.brokenUpload
        }
        rest = rest[kind.range.upperBound...]
        var found: [String: String] = [:]
        while !rest.isEmpty {
            guard
                let match = rest.prefixMatch(
                    of: /;\s*([A-Za-z*]+)=(?:"((?:[^"\\]|\\.)*)"|([^";\s]+))\s*/)
            else { throw WebRefusal.brokenUpload }
            let value = match.2.map(unescaped) ?? String(match.3 ?? "")
            guard found.updateValue(value, forKey: match.1.lowercased()) == nil else {
                throw WebRefusal.brokenUpload
            }
            rest = rest[match.range.upperBound...]
        }
        return found
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("\\\"", with: "\"").replacing("%22", with: "\"")
            .replacing("%0D", with: " ").replacing("%0A", with: " ")
    }
}
