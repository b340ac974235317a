import Access
import Kernel
import Storage
import Web

/// What programs can do with the security contacts of agencies: read those in reach, keep one's own.
struct AgencyContactsAPI: Sendable {
    let desk: AgencyDesk

    var routes: [Route] {
        [
            Route(.get, "/api/v1/agencies/:id/contacts", .needs(.seeAgencies), find),
            Route(.put, "/api/v1/agency-contacts", .needs(.editTeam), keep),
        ]
    }

    private func find(_ request: WebRequest) async throws -> Answer {
        try await answer(request.parameter("id"), request)
    }

    private func keep(_ request: WebRequest) async throws -> Answer {
        let caller = try request.caller
        let sent = try request.json(as: Sent.self)
        try await desk.keepContacts(
            sent.window?.contact ?? .nobody, sent.deputy?.contact ?? .nobody, by: caller)
        return try await answer(caller.agency, request)
    }

    private func answer(_ id: AgencyID, _ request: WebRequest) async throws -> Answer {
        let contacts = try await desk.door.read(by: request.caller) { view in
            let agency = try Agency.findEvenEnded(id, view).id
            return try AgencyContacts.all(in: .agency(agency), view).first
        }
        return try .resource(AgencyContactsResource(contacts, of: id))
    }

    private struct Sent: Decodable {
        let window: Person?
        let deputy: Person?

        struct Person: Decodable {
            let name: String?
            let phone: String?
            let email: String?

            var contact: AgencyContacts.Contact {
                func part(_ text: String?) -> String? {
                    text?.trimmedOrNil.map { String($0.prefix(100)) }
                }
                return AgencyContacts.Contact(
                    name: part(name), phone: part(phone), email: part(email))
            }
        }
    }
}

/// Whom to call in an agency, as the API gives it; all but the agency is absent while nobody is
/// named.
struct AgencyContactsResource: Encodable {
    let agencyID: String
    let window: Person?
    let deputy: Person?
    let confirmedOn: String?

    struct Person: Encodable {
        let name: String
        let phone: String?
        let email: String?

        init?(_ contact: AgencyContacts.Contact) {
            guard let name = contact.name else { return nil }
            self.name = name
            phone = contact.phone
            email = contact.email
        }
    }

    init(_ contacts: AgencyContacts?, of agency: AgencyID) {
        agencyID = agency.description
        window = contacts.flatMap { Person($0.window) }
        deputy = contacts.flatMap { Person($0.deputy) }
        confirmedOn = contacts?.confirmedOn.description
    }
}

extension AgencyContacts.Contact {
    fileprivate static let nobody = Self(name: nil, phone: nil, email: nil)
}
