import Kernel
import Storage

/// An answer out of a fixed list, stored by its stable word and read by its term.
package protocol Choice: FieldValue, StoredAsText, CaseIterable, RawRepresentable
where RawValue == String, AllCases == [Self] {
    var term: Term { get }
}

extension Choice {
    /// Takes the stable word or the term in either language.
    package init(typed text: String) throws(FieldProblem) {
        guard !text.isEmpty else { throw .empty }
        let found = Self.allCases.first {
            $0.rawValue == text || $0.term.zh == text
                || $0.term.en.lowercased() == text.lowercased()
        }
        guard let found else {
            let zh = Self.allCases.map(\.term.zh).joined(separator: "、")
            let en = Self.allCases.map(\.term.en).joined(separator: ", ")
            throw .other(
                Term("寫的是「\(text)」，要改成\(zh)其中一個。", en: "“\(text)” must be one of \(en)."))
        }
        self = found
    }

    package var typed: String { rawValue }
    package var shown: Term { term }
    package var json: JSONScalar { .text(rawValue) }
    package static var input: FieldInput {
        .choice(allCases.map { FieldChoice(word: $0.rawValue, term: $0.term) })
    }
}
