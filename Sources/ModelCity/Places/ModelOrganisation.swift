import Foundation

/// An organisation of the model city: a public name, and an invented code and level.
struct ModelOrganisation: Sendable {
    let code: String
    let name: String
    let kind: String
    let level: String
    /// The superior's name; none for the city itself.
    let superior: String?

    static let city = "臺北市政府資訊局"

    /// Its switchboard, invented like its code.
    var phone: String { "02-2700-" + "\(10_000 + digits % 10_000)".dropFirst() }
    /// Under an arc that nobody was given.
    var oid: String { "2.16.886.101.99999.\(isSchool ? 2 : 1).\(digits)" }

    private var digits: Int { Int(code.dropFirst()) ?? 0 }

    var isSchool: Bool { ["高中職", "特教", "國中", "國小", "幼兒園"].contains(kind) }
}

extension ModelOrganisation {
    /// So many of the city's organisations in the order of the list, with every superior of those
    /// taken and those in which the demonstration's people work.
    static func first(_ count: Int) throws -> [ModelOrganisation] {
        let all = try all()
        let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
        var names = Set(ModelPerson.all.map(\.agency))
        let others = all.map(\.name).filter { !names.contains($0) }
        let wanted = max(0, count - names.count)
        // Evenly over the list, so that a small city has every kind.
        for place in 0..<min(wanted, others.count) {
            names.insert(others[place * others.count / max(1, wanted)])
        }
        for name in names {
            var superior = byName[name]?.superior
            while let above = superior {
                names.insert(above)
                superior = byName[above]?.superior
            }
        }
        return all.filter { names.contains($0.name) }
    }

    /// Every organisation of the city, superiors first.
    private static func all() throws -> [ModelOrganisation] {
        guard
            let file = Bundle.module.url(
                forResource: "organisations", withExtension: "txt", subdirectory: "Names")
        else { throw CocoaError(.fileNoSuchFile) }
        var numbers: [Character: Int] = [:]
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .flatMap { line in read(line, &numbers) }
    }

    /// Reads a line of the list: kind, level, superior, how a name is made, and the names.
    private static func read(
        _ line: Substring, _ numbers: inout [Character: Int]
    ) -> [ModelOrganisation] {
        let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 5 else { return [] }
        let superior = parts[2] == "-" ? nil : parts[2]
        return parts[4].split(separator: " ").map { entry in
            let sides = entry.split(separator: "=").map(String.init)
            let organisation = ModelOrganisation(
                code: "", name: parts[3].replacing("○", with: sides[0]), kind: parts[0],
                level: sides.count > 1 ? sides[1] : parts[1], superior: superior)
            let letter: Character = organisation.isSchool ? "S" : "A"
            numbers[letter, default: 0] += 1
            return organisation.coded(letter, numbers[letter] ?? 0)
        }
    }

    /// The same with its invented code, as in `S042`.
    private func coded(_ letter: Character, _ number: Int) -> ModelOrganisation {
        ModelOrganisation(
            code: "\(letter)" + "\(1_000 + number)".dropFirst(), name: name, kind: kind,
            level: level, superior: superior)
    }
}
