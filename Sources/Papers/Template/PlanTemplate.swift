import Foundation

/// The project's own text of a 資通安全維護計畫: seventeen chapters for the law in force since
/// 2026 (本法 §13, 細則 §9), each clause tied to the demands it answers.
///
/// The text lies in `Templates/plan.txt`, a line a clause or paragraph, in the numbering people
/// read. `{機關數}` is a field, `{→annex.agencies}` a mention; a clause ends with its permanent id
/// and the rows of the list of demands: `⟦ciso.workplan 05-10⟧`.
package struct PlanTemplate: Sendable {
    /// The plan with every field still empty and no annexes.
    package let document: Document

    /// The text that comes with this release.
    package static func standard() throws -> PlanTemplate {
        guard
            let file = Bundle.module.url(
                forResource: "plan", withExtension: "txt", subdirectory: "Templates")
        else { throw PlanTemplateFault.missing }
        return try PlanTemplate(text: String(contentsOf: file, encoding: .utf8))
    }

    /// Reads a template; a line that is not understood is a fault of ours and names its number.
    package init(text: String) throws(PlanTemplateFault) {
        var builder = TemplateBuilder()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            do {
                try builder.take(line)
            } catch {
                throw .line(place + 1, error)
            }
        }
        var document = Document(issuer: "", title: "資通安全維護計畫")
        document.chapters = builder.finish()
        self.document = document
    }
}

/// What is wrong with a template.
package enum PlanTemplateFault: Error, Equatable {
    /// The release lacks the text.
    case missing
    case line(Int, LineFault)

    /// What is wrong with one line.
    package enum LineFault: Error, Equatable {
        /// The number does not follow from the lines before.
        case number
        /// A clause without an id, or with one that another has.
        case id
        /// A row that the list of demands cannot have.
        case requirement(String)
        /// A brace that is not closed.
        case brace
    }
}

/// Builds the clauses of a template, strictly: every number must be the expected one.
private struct TemplateBuilder {
    private var open: [(clause: Clause, ordinal: Int)] = []
    private var chapters: [Clause] = []
    private var ids: Set<ClauseID> = []

    mutating func take(_ line: Substring) throws(PlanTemplateFault.LineFault) {
        guard let label = ClauseLabel(line) else {
            guard !open.isEmpty else { throw .number }
            open[open.count - 1].clause.blocks.append(
                .paragraph(try Self.inlines(line.trimmingSpaces)))
            return
        }
        while let last = open.last, last.clause.level > label.level { closeLast() }
        var expected = 1
        if let last = open.last, last.clause.level == label.level {
            expected = last.ordinal + 1
            closeLast()
        }
        guard label.ordinal == expected else { throw .number }
        open.append((try clause(label), label.ordinal))
    }

    mutating func finish() -> [Clause] {
        while !open.isEmpty { closeLast() }
        return chapters
    }

    private mutating func closeLast() {
        guard let last = open.popLast() else { return }
        if open.isEmpty {
            chapters.append(last.clause)
        } else {
            open[open.count - 1].clause.clauses.append(last.clause)
        }
    }

    private mutating func clause(
        _ label: ClauseLabel
    ) throws(PlanTemplateFault.LineFault) -> Clause {
        guard let start = label.rest.lastIndex(of: "⟦"), label.rest.last == "⟧" else { throw .id }
        let words = label.rest[label.rest.index(after: start)...].dropLast()
            .split(separator: " ")
        guard let name = words.first else { throw .id }
        let id = ClauseID(String(name))
        guard ids.insert(id).inserted else { throw .id }
        var clause = Clause(
            id, label.level, try Self.inlines(label.rest[..<start].trimmingSpaces))
        for word in words.dropFirst() {
            guard let row = RequirementNumber(String(word)) else {
                throw .requirement(String(word))
            }
            clause.requirements.append(row)
        }
        return clause
    }

    private static func inlines(
        _ text: Substring
    ) throws(PlanTemplateFault.LineFault) -> [Inline] {
        var inlines: [Inline] = []
        var rest = text
        while let start = rest.firstIndex(of: "{") {
            if start > rest.startIndex { inlines.append(.text(String(rest[..<start]))) }
            guard let end = rest[start...].firstIndex(of: "}") else { throw .brace }
            let name = rest[rest.index(after: start)..<end]
            if name.first == "→" {
                inlines.append(.reference(ClauseID(String(name.dropFirst()))))
            } else {
                inlines.append(.field(FieldName(String(name)), value: nil))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { inlines.append(.text(String(rest))) }
        return inlines
    }
}
