import Access
import Kernel
import Programme
import Registers
import Team

extension ModelCity {
    /// Makes the posts of the programme a team with its 資通安全長; a few agencies have none, or
    /// wait for the approval, as real ones do.
    func addTeams(_ places: [ModelPlace]) async throws -> Int {
        let members = RegisterDesk<TeamMember>(door: programme.door)
        var count = 0
        for (index, place) in places.enumerated() {
            let holders = try await holders(in: place)
            if let ciso = holders[.ciso], index % 29 != 28 {
                try await appoint(ciso, in: place, pending: index % 17 == 16)
            }
            let seats: [(role: Role, group: String, position: String)] = [
                (.ciso, "召集人", "召集人"), (.securityOfficer, "資安防護組", "組長"),
                (.officer, "策略規劃組", "組員"),
            ]
            let team = seats.compactMap { seat in
                holders[seat.role].map { member(named: $0, seat.group, seat.position) }
            }
            try await members.addAll(team, by: place.console)
            count += team.count
        }
        return count
    }

    private func appoint(_ name: String, in place: ModelPlace, pending: Bool) async throws {
        var words = [
            "name": name, "post": place.organisation.isSchool ? "教務主任" : "副首長",
            "fromOn": clock.now.day.description,
        ]
        if !pending {
            words["approvedOn"] = clock.now.day.description
            words["document"] = "示範簽字第 \(place.organisation.code) 號"
            words["approver"] = "機關首長"
        }
        let desk = RegisterDesk<CISOAppointment>(door: programme.door)
        _ = try await desk.add(TypedFields(words), by: place.console)
    }

    private func member(named name: String, _ group: String, _ position: String) -> TypedFields {
        TypedFields([
            "team": group, "position": position, "name": name,
            "duties": group == "召集人" ? "督導資通安全事務" : "辦理\(group)業務",
            "fromOn": clock.now.day.description,
        ])
    }

    private func holders(in place: ModelPlace) async throws -> [Role: String] {
        try await programme.door.read(by: place.console) { view in
            let names = Dictionary(
                try Person.all(of: place.agency.id, view).map { ($0.id, $0.name) }
            ) { $1 }
            var holders: [Role: String] = [:]
            for post in try Appointment.all(in: place.agency.id, view) {
                holders[post.role] = names[post.personID]
            }
            return holders
        }
    }
}
