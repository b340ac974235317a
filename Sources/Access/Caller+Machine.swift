import Kernel

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
