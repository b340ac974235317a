import Kernel

extension PrintedDocument {
    /// The paper for the typesetter's template: words with their numbers, nothing to work out.
    var json: CanonicalJSON {
        [
            "annexes": .array(annexes.map(json)),
            "clauses": .array(clauses.map(json)),
            "draft": .boolean(document.standing == .draft),
            "edition": CanonicalJSON(document.edition),
            "front": .string(document.front.rawValue),
            "head": .string(pageHead),
            "issued": CanonicalJSON(document.issued),
            "issuer": .string(document.issuer),
            "opening": .array(document.opening.map(json)),
            "posts": .array((document.signOff?.posts ?? []).map(json)),
            "seal": document.seal.map(json) ?? .null,
            "title": .string(document.title),
        ]
    }

    private func json(_ clause: PrintedClause) -> CanonicalJSON {
        var text = runs(clause.clause.text).map(json)
        if let mark = clause.originMark { text.append(.string(mark)) }
        return [
            "blocks": .array(clause.clause.blocks.map(json)),
            "bodyIndent": .integer(clause.bodyIndent), "depth": .integer(clause.depth),
            "hang": .integer(clause.hang), "heading": .boolean(clause.isHeading),
            "indent": .integer(clause.indent), "label": .string(clause.label),
            "text": .array(text),
        ]
    }

    private func json(_ run: Run) -> CanonicalJSON {
        run.kind == .blank ? ["blank": .string(run.text)] : .string(run.text)
    }

    private func json(_ block: Block) -> CanonicalJSON {
        switch block {
        case .paragraph(let text): ["paragraph": .array(runs(text).map(json))]
        case .list(let points): ["list": .array(points.map { .array(runs($0).map(json)) })]
        case .table(let table):
            [
                "columns": .array(table.columns.map(\.canonical)),
                "rows": .array(table.rows.map { .array($0.map(CanonicalJSON.string)) }),
            ]
        }
    }

    private func json(_ annex: PrintedAnnex) -> CanonicalJSON {
        [
            "blocks": .array(annex.annex.blocks.map(json)), "heading": .string(annex.heading),
            "wide": .boolean(annex.annex.page == .landscape),
        ]
    }

    private func json(_ post: SignOff.Post) -> CanonicalJSON {
        [
            "name": .string(post.name), "signedOn": .string(post.signedOnWords),
            "title": .string(post.title),
        ]
    }

    private func json(_ seal: Seal) -> CanonicalJSON {
        [
            "lines": .array(seal.lines.map(CanonicalJSON.string)),
            "picture": CanonicalJSON(seal.picture?.svg),
        ]
    }
}
