import Access
import Kernel
import Programme

extension ModelCity {
    /// The accounts that a click opens, one for each role, with a password and a key for the API.
    func openAccounts(_ places: [ModelPlace]) async throws -> [ModelAccount] {
        let people = ModelPerson.all.compactMap { person in
            places.first { $0.organisation.name == person.agency }.map { (person, $0) }
        }
        // A password takes long to hash.
        return try await people.answers(atOnce: 2) { person, place in
            try await open(person, of: place)
        }
    }

    private func open(_ person: ModelPerson, of place: ModelPlace) async throws -> ModelAccount {
        var generator = place.generator(person.account, plan)
        var account = ModelAccount(person, place)
        let password = Self.password(using: &generator)
        let caller = try await signIn(person, of: place, choosing: password)
        let permissions = caller.permissions.intersection(Permission.forPrograms)
        if !permissions.isEmpty {
            account.token = try await programme.tokens.make(
                "示範金鑰", for: permissions, owner: caller, days: Tokens.longestDays,
                by: place.console
            ).text
        }
        account.password = password
        return account
    }

    /// Has the person choose a password by an invitation, and says what they may then.
    private func signIn(
        _ person: ModelPerson, of place: ModelPlace, choosing password: String
    ) async throws -> Caller {
        let found = try await programme.door.read(by: place.console) { view in
            try Person.all(of: place.agency.id, view)
                .first { $0.details.account?.text == person.account }
        }
        guard let found else { throw PeopleRefusal.unknown }
        let invitations = Invitations(signIn: programme.signIn)
        let link = try await invitations.invite(found, by: place.console)
        let session = try await invitations.accept(
            link, password: Password(password), repeated: Password(password),
            from: Visitor(source: Source(address: "127.0.0.1"), device: "demo"), now: clock.now)
        let sessions = programme.sessions
        guard let caller = try await sessions.caller(for: session, now: clock.now) else {
            throw PeopleRefusal.unknown
        }
        try await sessions.end(session)
        return caller
    }

    /// Three words of three syllables: long enough, and easy to say on the telephone.
    private static func password(using generator: inout SeededGenerator) -> String {
        let syllables = (0..<9).map { _ in
            "\("bdfgkmnprstvz".randomElement(using: &generator) ?? "b")"
                + "\("aeiou".randomElement(using: &generator) ?? "a")"
        }
        return stride(from: 0, to: 9, by: 3)
            .map { syllables[$0..<($0 + 3)].joined() }.joined(separator: "-")
    }
}
