import Kernel

extension Document {
    /// The tree in its one spelling, without the draft mark, the sign-off and the digest block:
    /// these are about the content and not of it, so approval leaves the identity as it was.
    package var canonical: CanonicalJSON {
        [
            "annexes": .array(annexes.map(\.canonical)),
            "chapters": .array(chapters.map(\.canonical)),
            "edition": CanonicalJSON(edition),
            "format": "chengdun-paper-1",
            "front": .string(front.rawValue),
            "issued": CanonicalJSON(issued),
            "issuer": .string(issuer),
            "opening": .array(opening.map(\.canonical)),
            "title": .string(title),
        ]
    }

    /// The identity of the paper: SHA-256 of its canonical tree.
    package var digest: Digest { Digest(of: canonical.bytes) }
}

extension Clause {
    package var canonical: CanonicalJSON {
        [
            "blocks": .array(blocks.map(\.canonical)),
            "clauses": .array(clauses.map(\.canonical)),
            "id": .string(id.text),
            "level": .string(level.name),
            "origin": .string(origin.rawValue),
            "requirements": .array(requirements.map { .string($0.description) }),
            "text": text.canonical,
        ]
    }

    /// The identity of the clause with all that hangs below it: what tells whether it is stale.
    package var digest: Digest { Digest(of: canonical.bytes) }
}

extension Annex {
    package var canonical: CanonicalJSON {
        [
            "blocks": .array(blocks.map(\.canonical)), "id": .string(id.text),
            "page": .string(page.rawValue), "title": .string(title),
        ]
    }
}

extension Block {
    package var canonical: CanonicalJSON {
        switch self {
        case .paragraph(let text): ["paragraph": text.canonical]
        case .list(let points): ["list": .array(points.map(\.canonical))]
        case .table(let table):
            [
                "table": [
                    "columns": .array(table.columns.map(\.canonical)),
                    "rows": .array(table.rows.map { .array($0.map(CanonicalJSON.string)) }),
                ]
            ]
        }
    }
}

extension Table.Column {
    package var canonical: CanonicalJSON {
        [
            "alignment": .string(alignment.rawValue), "share": .integer(share),
            "title": .string(title),
        ]
    }
}

extension [Inline] {
    package var canonical: CanonicalJSON {
        .array(
            map { inline in
                switch inline {
                case .text(let text): .string(text)
                case .field(let name, let value):
                    ["field": .string(name.text), "value": CanonicalJSON(value)]
                case .reference(let id): ["reference": .string(id.text)]
                }
            })
    }
}
