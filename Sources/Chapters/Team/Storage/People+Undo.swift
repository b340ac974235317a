import Access
import Exchange
import Foundation
import Kernel
import Ledger
import Storage

/// What one import did to a person: the entry itself, and the posts that it gave and ended.
private struct ImportedPerson {
    let id: PersonID
    var before: String?
    var after: String?
    var posts: [UUID: (before: String?, after: String?)] = [:]

    /// Whether the import entered the person.
    var isNew: Bool { before == nil && after != nil }
}

extension Change {
    /// Takes back an import of people. Who is not as the import left them, or has come in since by
    /// an invitation or on a roster, is told and left alone; so is whoever undoes it.
    func undoPeople(_ lines: [HistoryLine]) throws -> Undoing {
        guard let at = lines.first?.at else { return Undoing() }
        var restored = 0
        var left: [Undoing.Left] = []
        for imported in try Self.imported(lines) {
            guard let person = try? Person.find(imported.id, view) else { continue }
            let posts = try Appointment.all(of: person.id, view).map(\.post)
            if try mayTakeBack(imported, of: person, posts, since: at) {
                try takeBack(imported, of: person, posts)
                restored += 1
            } else {
                left.append(.init(uuid: person.id.uuid, name: person.name))
            }
        }
        return Undoing(restored: restored, left: left)
    }

    private func mayTakeBack(
        _ imported: ImportedPerson, of person: Person, _ posts: [Appointment], since at: Instant
    ) throws -> Bool {
        guard person.id != caller.person,
            imported.after.map({ $0 == person.ledgerText }) ?? true
        else { return false }
        for post in posts {
            guard let step = imported.posts[post.id.uuid] else {
                let isOlder = post.id.uuid < UUID(leastOfVersion7At: at)
                guard isOlder, post.endedAt.map({ $0 <= at }) ?? true else { return false }
                continue
            }
            guard step.after == post.ledgerText,
                (try? checkRole(post.role, in: post.agencyID)) != nil
            else { return false }
        }
        guard !imported.isNew else { return try !hasComeIn(person) }
        let account = try imported.before.map { try PersonState($0).details.account } ?? nil
        return (try? checkAccount(account, isFreeFor: person.id)) != nil
    }

    private func takeBack(
        _ imported: ImportedPerson, of person: Person, _ posts: [Appointment]
    ) throws {
        for post in posts {
            guard let step = imported.posts[post.id.uuid] else { continue }
            guard step.before != nil else {
                try remove(post)
                continue
            }
            var old = post
            old.endedAt = nil
            try update(old, from: post)
        }
        guard let before = imported.before else {
            guard imported.isNew else { return }
            // What was told to the post means nobody any more.
            try view.session.execute(
                "DELETE FROM messageReceipt WHERE personID = \(person.id)")
            return try remove(person)
        }
        var old = person
        old.details = try PersonState(before).details
        try update(old, from: person)
    }

    /// Whether somebody was invited, signs in, stands in for another, or is on a roster.
    private func hasComeIn(_ person: Person) throws -> Bool {
        let places: [SQL] = [
            "password WHERE personID", "invitation WHERE personID", "session WHERE personID",
            "deputy WHERE personID", "deputy WHERE principalID", "teamMember WHERE person",
            "cisoAppointment WHERE person",
        ]
        let uses = places.map { "EXISTS (SELECT 1 FROM \($0) = \(person.id))" as SQL }
        return try view.value(
            "SELECT 1 WHERE \(SQL(joining: uses, with: " OR "))", as: Int.self) != nil
    }

    /// The people of an entry in the order of their first lines.
    private static func imported(_ lines: [HistoryLine]) throws -> [ImportedPerson] {
        var all: [ImportedPerson] = []
        var places: [UUID: Int] = [:]
        func place(of id: UUID) -> Int {
            if let place = places[id] { return place }
            places[id] = all.count
            all.append(ImportedPerson(id: PersonID(id)))
            return all.count - 1
        }
        for line in lines {
            switch line.record.kind {
            case Person.kind:
                let place = place(of: line.record.uuid)
                if all[place].after == nil { all[place].before = line.before }
                all[place].after = line.after
            case Appointment.kind:
                guard let text = line.after ?? line.before else { continue }
                let holder = try JSONDecoder().decode(Holder.self, from: Data(text.utf8))
                let place = place(of: holder.personID)
                let first = all[place].posts[line.record.uuid]?.before ?? line.before
                all[place].posts[line.record.uuid] = (first, line.after)
            default: break
            }
        }
        return all
    }

    private struct Holder: Decodable {
        let personID: UUID
    }
}

/// A person as the ledger keeps one.
private struct PersonState: Decodable {
    private let name: String
    private let account: String?
    private let email: String?
    private let phone: String?

    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    var details: PersonDetails {
        get throws {
            try PersonDetails(
                name: name, account: account.flatMap { AccountName(stored: $0) }, email: email,
                phone: phone)
        }
    }
}
