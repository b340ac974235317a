import Sheets

extension String {
    /// Words of a search, with what people say of schools written as their names have it:
    /// 「松山國小」 is 「松山國民小學」.
    package var asInAgencyNames: String {
        schoolWords.reduce(self) { $0.replacing($1.said, with: $1.named) }
    }
}

/// How people shorten the kinds of schools, and how they stand in the names of schools.
private let schoolWords: [(said: String, named: String)] = [
    ("國小", "國民小學"), ("國中", "國民中學"), ("高中", "高級中學"), ("女中", "女子高級中學"),
    ("高工", "高級工業職業學校"), ("高商", "高級商業職業學校"), ("高職", "職業學校"),
]

/// The words of a search of agencies, made ready once for all that are looked at.
struct AgencyWords: Sendable {
    let text: String
    private let names: [String]

    init(_ text: String) {
        self.text = text
        names = [text, text.asInAgencyNames].map(\.comparable)
    }

    var isEmpty: Bool { text.isEmpty }

    /// Whether a name has the words, or what they are short for.
    func areIn(_ name: String) -> Bool {
        let name = name.comparable
        return names.contains { name.contains($0) }
    }

    /// Whether an agency is found by its name, or by how its code begins. No words find all.
    func find(_ name: String, code: String?) -> Bool {
        isEmpty || areIn(name) || code?.lowercased().hasPrefix(text.lowercased()) == true
    }
}
