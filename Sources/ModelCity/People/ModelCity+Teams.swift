import Access
import Agencies
import Kernel
import Programme
import Registers
import Team

extension ModelCity {
    /// Makes the posts of the programme a team with its 資通安全長, and says whom to call; a few
    /// agencies have none, or wait for the approval, as real ones do.
    func addTeams(_ places: [ModelPlace]) async throws -> Int {
        let members = RegisterDesk<TeamMember>(door: programme.door)
        var count = 0
        for (index, place) in places.enumerated() {
            let staff = try await ModelStaff(of: place, programme.door)
            if let ciso = staff.holders[.ciso], index % 29 != 28 {
                try await appoint(ciso, of: staff, in: place, pending: index % 17 == 16)
            }
            let seats: [(role: Role, group: String, position: String)] = [
                (.ciso, "召集人", "召集人"), (.securityOfficer, "資安防護組", "組長"),
                (.officer, "策略規劃組", "組員"),
            ]
            let team = seats.compactMap { seat in
                staff.holders[seat.role].map {
                    member($0, of: staff, in: place, seat.group, seat.position)
                }
            }
            try await members.addAll(team, by: place.console)
            if index % 23 != 22 { try await keepContacts(staff, of: place) }
            count += team.count
        }
        return count
    }

    private func appoint(
        _ person: Person, of staff: ModelStaff, in place: ModelPlace, pending: Bool
    ) async throws {
        var words = [
            "name": person.name, "post": post(of: person, in: staff, of: place),
            "fromOn": clock.now.day.description,
        ]
        words["deputy"] = staff.deputy(of: person)?.name
        if !pending {
            words["approvedOn"] = clock.now.day.description
            words["document"] = "示範簽字第 \(place.organisation.code) 號"
            words["approver"] = "機關首長"
        }
        let desk = RegisterDesk<CISOAppointment>(door: programme.door)
        _ = try await desk.add(TypedFields(words), by: place.console)
    }

    /// What the 資通安全長 is beside: in small schools the head.
    private func post(
        of person: Person, in staff: ModelStaff, of place: ModelPlace
    ) -> String {
        guard place.organisation.isSchool else { return "副首長" }
        guard staff.holders[.head]?.id == person.id else { return "教務主任" }
        return place.organisation.kind == "幼兒園" ? "園長" : "校長"
    }

    private func member(
        _ person: Person, of staff: ModelStaff, in place: ModelPlace, _ group: String,
        _ position: String
    ) -> TypedFields {
        let isSchool = place.organisation.isSchool
        var words = [
            "team": group, "position": position, "name": person.name,
            "unit": group == "召集人"
                ? post(of: person, in: staff, of: place)
                : isSchool ? "教務處資訊組長" : "資訊室設計師",
            "duties": group == "召集人" ? "督導資通安全事務" : "辦理\(group)業務",
            "fromOn": clock.now.day.description,
        ]
        words["phone"] = person.details.phone
        words["email"] = person.details.email
        words["deputy"] = staff.deputy(of: person)?.name
        return TypedFields(words)
    }

    /// Whom the city calls in an organisation when something happens.
    private func keepContacts(_ staff: ModelStaff, of place: ModelPlace) async throws {
        guard let window = staff.holders[.securityOfficer] ?? staff.holders[.officer] else {
            return
        }
        let deputy = staff.deputy(of: window)
        func contact(_ person: Person?) -> AgencyContacts.Contact {
            .init(
                name: person?.name, phone: person?.details.phone ?? place.organisation.phone,
                email: person?.details.email)
        }
        try await AgencyDesk(door: programme.door).keepContacts(
            contact(window), deputy.map(contact) ?? .init(name: nil, phone: nil, email: nil),
            by: place.console)
    }
}

/// Who works in an organisation: the holders of posts, and those who can stand in.
private struct ModelStaff {
    let holders: [Role: Person]
    private let others: [Person]

    init(of place: ModelPlace, _ door: Door) async throws {
        let agency = place.agency.id
        let (people, posts) = try await door.read(by: place.console) { view in
            (try Person.all(of: agency, view), try Appointment.all(in: agency, view))
        }
        let byID = Dictionary(people.map { ($0.id, $0) }) { $1 }
        holders = posts.reduce(into: [:]) { holders, post in
            holders[post.role] = byID[post.personID]
        }
        let busy = Set(posts.map(\.personID))
        others = people.filter { !busy.contains($0.id) }
    }

    /// Somebody without a post of the programme; small organisations may have nobody.
    func deputy(of person: Person) -> Person? {
        guard !others.isEmpty else { return nil }
        let place = person.name.unicodeScalars.reduce(0) { $0 + Int($1.value) }
        return others[place % others.count]
    }
}
