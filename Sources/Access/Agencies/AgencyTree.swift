import Kernel
import Storage

/// What can be done with the tree of agencies.
///
/// It is the least that the other chapters stand on; chapter 貳 brings the pages.
package struct AgencyTree: Sendable {
    let door: Door

    package init(door: Door) {
        self.door = door
    }

    /// Founds the city, the root of the tree. It happens once, at the machine.
    ///
    /// - Throws: `AgencyRefusal.cityExists` when there is one already.
    package func found(
        _ details: AgencyDetails, by user: String, at now: Instant
    ) async throws -> Agency {
        let id = AgencyID(at: now)
        let city = Agency(
            id: id, parentID: nil, path: AgencyPath(of: id, under: nil), details: details,
            version: 1, removedAt: nil)
        return try await door.change(
            .foundCity, in: id, needs: .manageAgencies, by: .console(user, in: city)
        ) { change in
            guard try Agency.city(change.view.session) == nil else {
                throw AgencyRefusal.cityExists
            }
            try city.insert(change)
            return city
        }
    }

    /// Adds an agency under `superior`.
    package func add(
        _ details: AgencyDetails, under superior: AgencyID, by caller: Caller
    ) async throws -> Agency {
        try await door.change(.addAgency, in: superior, needs: .manageAgencies, by: caller) {
            change in
            let above = try Agency.find(superior, change.view)
            try Agency.checkCode(details.code, isFreeFor: nil, change)
            let id = AgencyID(at: change.now)
            let agency = Agency(
                id: id, parentID: above.id, path: AgencyPath(of: id, under: above.path),
                details: details, version: 1, removedAt: nil)
            try agency.insert(change)
            return agency
        }
    }

    /// Gives an agency another name, code or kind (機關改名).
    package func revise(
        _ id: AgencyID, to details: AgencyDetails, by caller: Caller
    ) async throws -> Agency {
        try await door.change(.reviseAgency, in: id, needs: .manageAgencies, by: caller) { change in
            let old = try Agency.find(id, change.view)
            try Agency.checkCode(details.code, isFreeFor: id, change)
            let new = Agency(
                id: id, parentID: old.parentID, path: old.path, details: details,
                version: old.version + 1, removedAt: nil)
            try new.update(from: old, change)
            return new
        }
    }

    /// Puts an agency, with all that stands under it, under another superior (改隸).
    ///
    /// - Throws: `AgencyRefusal.cycle` when the superior stands under the agency; `.cityStays`
    ///   for the city itself.
    package func move(
        _ id: AgencyID, under superior: AgencyID, by caller: Caller
    ) async throws -> Agency {
        try await door.change(.moveAgency, in: id, needs: .manageAgencies, by: caller) { change in
            let old = try Agency.find(id, change.view)
            let above = try Agency.find(superior, change.view)
            guard old.parentID != nil else { throw AgencyRefusal.cityStays }
            guard !above.path.isWithin(old.path) else { throw AgencyRefusal.cycle }
            let new = Agency(
                id: id, parentID: above.id, path: AgencyPath(of: id, under: above.path),
                details: old.details, version: old.version + 1, removedAt: nil)
            try old.movePaths(to: new.path, change)
            try new.update(from: old, change)
            return new
        }
    }
}

extension Agency {
    fileprivate func insert(_ change: Change) throws {
        try change.execute(
            """
            INSERT INTO agency (id, parentID, path, name, code, oid, kind, level, version)
            VALUES (\(id), \(parentID), \(path), \(details.name), \(details.code),
              \(details.oid), \(details.kind), \(details.level), \(version))
            """, recording: line(from: nil))
    }

    fileprivate func update(from old: Agency, _ change: Change) throws {
        try change.execute(
            """
            UPDATE agency SET parentID = \(parentID), name = \(details.name),
              code = \(details.code), oid = \(details.oid), kind = \(details.kind),
              level = \(details.level), version = \(version)
            WHERE id = \(id) AND version = \(old.version)
            """, recording: line(from: old))
    }

    /// Rewrites the paths of the agency and of all under it.
    fileprivate func movePaths(to new: AgencyPath, _ change: Change) throws {
        let length = path.text.count
        try change.view.session.execute(
            """
            UPDATE agency SET path = \(new) || substr(path, \(length + 1))
            WHERE substr(path, 1, \(length)) = \(path)
            """)
    }

    fileprivate static func checkCode(
        _ code: String?, isFreeFor id: AgencyID?, _ change: Change
    ) throws {
        guard let code else { return }
        let holder: AgencyID? = try change.view.value("SELECT id FROM agency WHERE code = \(code)")
        guard holder == nil || holder == id else { throw AgencyRefusal.codeTaken(code) }
    }
}

extension Verb {
    static let foundCity = Verb("agency.found", Term("設立", en: "founded the city"))
    static let addAgency = Verb("agency.add", Term("新增機關", en: "added an agency"))
    static let reviseAgency = Verb("agency.revise", Term("修改機關", en: "revised an agency"))
    static let moveAgency = Verb("agency.move", Term("改隸", en: "moved an agency"))
}
