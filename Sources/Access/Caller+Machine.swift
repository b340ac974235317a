import Kernel
import Storage

extension Caller {
    /// Somebody at the machine itself: a command, by the user of the operating system.
    package static func console(_ user: String, in agency: Agency) -> Caller {
        machine(.console(user), user, agency)
    }

    /// A task of the service, by its name.
    package static func job(_ name: String, in agency: Agency) -> Caller {
        machine(.job(name), name, agency)
    }

    private static func machine(_ kind: Kind, _ name: String, _ agency: Agency) -> Caller {
        Caller(
            kind: kind, name: name, agency: agency.id, agencyPath: agency.path.text,
            agencyName: agency.name, supervises: true, roles: [],
            permissions: Set(Permission.allCases))
    }
}

extension Door {
    /// Somebody at the machine itself, in the agency with `code`, or in the city.
    ///
    /// - Throws: `AgencyRefusal.unknown` where there is none; `.ended` where it is no more.
    package func console(_ user: String, inAgencyWithCode code: String?) async throws -> Caller {
        let reader = try await reader(user, ofAgencyWithCode: code)
        let end = try await look { try AgencyEnd.all(in: .agency(reader.agency), $0).first }
        if let end { throw AgencyRefusal.ended(end) }
        return reader
    }

    /// Somebody at the machine itself who reads what an agency has, or what one had that is no more.
    ///
    /// - Throws: `AgencyRefusal.unknown` where there is none.
    package func reader(_ user: String, ofAgencyWithCode code: String?) async throws -> Caller {
        let agency: Agency? = try await look { session in
            guard let code else { return try Agency.city(session) }
            return try session.first("SELECT \(Agency.columns) FROM agency WHERE code = \(code)")
        }
        guard let agency else { throw AgencyRefusal.unknown }
        return .console(user, in: agency)
    }
}
