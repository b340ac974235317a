import Access
import Kernel
import Programme

extension ModelCity {
    /// Enters everybody who works in the organisations; the posts that the programme needs are
    /// held by some of them.
    func enterPeople(_ places: [ModelPlace], by user: String) async throws -> Int {
        let people = People(door: programme.door)
        var count = 0
        for place in places {
            count += try await people.enter(
                try newcomers(of: place), in: place.agency.id, from: clock.now.day,
                by: place.console
            ).count
        }
        return count
    }

    private func newcomers(of place: ModelPlace) throws -> [Newcomer] {
        var generator = place.generator("people", plan)
        let known = ModelPerson.all.filter { $0.agency == place.organisation.name }
        var newcomers = try known.map { person in
            Newcomer(
                try PersonDetails(
                    name: person.name, account: AccountName(person.account),
                    email: "\(person.account)@demo.invalid"), as: person.roles)
        }
        let held = Set(known.flatMap(\.roles))
        var open = held
        for post in ModelPost.of(place.organisation) {
            // Whoever is known holds the first of such posts.
            guard open.isDisjoint(with: post.roles) else {
                open.subtract(post.roles)
                continue
            }
            let account = "\(post.account).\(place.organisation.code.lowercased())"
            newcomers.append(
                Newcomer(
                    try PersonDetails(
                        name: ModelName.next(using: &generator), account: AccountName(account),
                        email: "\(account)@demo.invalid",
                        phone: "02-2720-\(Int.random(in: 1_000...9_999, using: &generator))"),
                    as: post.roles))
        }
        while newcomers.count < place.size.staff {
            newcomers.append(
                Newcomer(try PersonDetails(name: ModelName.next(using: &generator))))
        }
        return newcomers
    }
}

/// A post that the programme needs in an organisation, and the roles that go with it.
struct ModelPost {
    let account: String
    let roles: [Role]

    /// In small schools one person holds several.
    static func of(_ organisation: ModelOrganisation) -> [ModelPost] {
        posts(of: organisation.kind) + staff(of: organisation)
    }

    /// As many security officers as the level asks for; one in nine is short of one.
    private static func staff(of organisation: ModelOrganisation) -> [ModelPost] {
        let asked = ["A": 4, "B": 2, "C": 1][organisation.level] ?? 0
        let isShort = organisation.code.utf8.reduce(0) { $0 + Int($1) }.isMultiple(of: 9)
        return (0..<max(0, asked - (isShort ? 1 : 0))).map { number in
            ModelPost(
                account: number == 0 ? "security" : "security\(number + 1)",
                roles: [.securityOfficer])
        }
    }

    private static func posts(of kind: String) -> [ModelPost] {
        switch kind {
        case "國小", "幼兒園", "特教":
            [
                ModelPost(account: "head", roles: [.head, .ciso]),
                ModelPost(account: "officer", roles: [.officer]),
            ]
        case "國中", "高中職":
            [
                ModelPost(account: "head", roles: [.head]),
                ModelPost(account: "ciso", roles: [.ciso]),
                ModelPost(account: "officer", roles: [.officer, .custodian]),
            ]
        default:
            [
                ModelPost(account: "head", roles: [.head]),
                ModelPost(account: "ciso", roles: [.ciso]),
                ModelPost(account: "officer", roles: [.officer]),
            ]
        }
    }
}
