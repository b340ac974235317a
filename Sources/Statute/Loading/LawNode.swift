import Kernel
import Yams

/// A value in a file of the law, with the line it stands on.
struct LawNode: Sendable {
    enum Content: Sendable {
        case text(String)
        case list([LawNode])
        case map([(key: String, value: LawNode)])
    }

    var content: Content
    let spot: FileSpot

    init(text: String, spot: FileSpot) {
        content = .text(text)
        self.spot = spot
    }

    init(_ content: Content, _ spot: FileSpot) {
        self.content = content
        self.spot = spot
    }

    /// Reads a whole YAML text: scalars stay the words as written.
    init(yaml: String, file: String) throws(LawFileRefusal) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml, .basic)
        } catch let error as YamlError {
            throw error.refusal(in: file)
        } catch {
            throw FileSpot(file: file, line: 0).refusal("", .notYAML(error.localizedDescription))
        }
        guard let node else {
            throw FileSpot(file: file, line: 0).refusal(
                "", Term("檔案是空的。", en: "the file is empty."))
        }
        var left = Self.most
        try self.init(node, file: file, depth: 0, left: &left)
    }

    /// The most values a file may hold; a few lines of aliases can stand for a billion.
    private static let most = 200_000

    private init(
        _ node: Node, file: String, depth: Int, left: inout Int
    ) throws(LawFileRefusal) {
        spot = FileSpot(file: file, line: node.mark?.line ?? 0)
        guard depth < 12 else {
            throw spot.refusal("", Term("層次太深。", en: "nested too deeply."))
        }
        left -= 1
        guard left > 0 else {
            throw spot.refusal("", Term("內容太多。", en: "there are too many values."))
        }
        switch node {
        case .scalar(let scalar):
            content = .text(scalar.string)
        case .sequence(let sequence):
            var items: [LawNode] = []
            for item in sequence {
                items.append(try LawNode(item, file: file, depth: depth + 1, left: &left))
            }
            content = .list(items)
        case .mapping(let mapping):
            var pairs: [(key: String, value: LawNode)] = []
            pairs.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw spot.refusal("", Term("鍵要是一個字。", en: "a key must be a word."))
                }
                pairs.append(
                    (name.string, try LawNode(value, file: file, depth: depth + 1, left: &left)))
            }
            content = .map(pairs)
        case .alias:
            throw spot.refusal("", Term("不能用別名。", en: "aliases are not allowed."))
        }
    }
}

extension LawNode {
    /// The node as plain text of one form, so that equal rules have equal digests.
    var canonical: String {
        switch content {
        case .text(let text): "\"" + text + "\""
        case .list(let items): "[" + items.map(\.canonical).joined(separator: ",") + "]"
        case .map(let pairs):
            "{"
                + pairs.sorted { $0.key < $1.key }
                .map { "\($0.key):\($0.value.canonical)" }.joined(separator: ",") + "}"
        }
    }
}

extension YamlError {
    fileprivate func refusal(in file: String) -> LawFileRefusal {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            FileSpot(file: file, line: mark.line).refusal("", .notYAML(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            FileSpot(file: file, line: context.mark.line).refusal(
                duplicates.joined(separator: ", "),
                Term("同一個鍵出現兩次。", en: "the key stands there twice."))
        default:
            FileSpot(file: file, line: 0).refusal("", .notYAML("\(self)"))
        }
    }
}

extension Term {
    fileprivate static func notYAML(_ problem: String) -> Term {
        Term("不是正確的 YAML（\(problem)）。", en: "not well-formed YAML (\(problem)).")
    }
}
