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
            level: nil, version: 1, removedAt: nil)
        return try await door.change(
            .foundCity, in: id, needs: .manageAgencies, by: .console(user, in: city)
        ) { change in
            guard try Agency.city(change.view.session) == nil else {
                throw AgencyRefusal.cityExists
            }
            try city.insert(nil, change)
            return city
        }
    }

    /// Adds an agency under `superior`.
    ///
    /// - Parameter dating: the day and letter of its founding; `nil` for one that was there before
    ///   records began.
    package func add(
        _ details: AgencyDetails, under superior: AgencyID, from dating: AgencyDating? = nil,
        by caller: Caller
    ) async throws -> Agency {
        try await door.change(.addAgency, in: superior, needs: .manageAgencies, by: caller) {
            change in
            try change.add(details, under: superior, from: dating)
        }
    }

    /// Corrects what is written down about an agency. What really changes has a day: `rename`.
    package func revise(
        _ id: AgencyID, to details: AgencyDetails, by caller: Caller
    ) async throws -> Agency {
        try await door.change(.reviseAgency, in: id, needs: .manageAgencies, by: caller) { change in
            try change.revise(Agency.find(id, change.view), to: details)
        }
    }

    /// Gives an agency another name or kind from a day on (機關改名、改制); papers of earlier days
    /// keep the old one.
    package func rename(
        _ id: AgencyID, to name: String, kind: String, from dating: AgencyDating,
        by caller: Caller
    ) async throws -> Agency {
        try await door.change(.renameAgency, in: id, needs: .manageAgencies, by: caller) { change in
            try change.rename(Agency.find(id, change.view), to: name, kind: kind, from: dating)
        }
    }

    /// Puts an agency, with all that stands under it, under another superior (改隸), from today or
    /// from an earlier day.
    ///
    /// - Throws: `AgencyRefusal.cycle` when the superior stands under the agency; `.cityStays`
    ///   for the city itself.
    package func move(
        _ id: AgencyID, under superior: AgencyID, from dating: AgencyDating? = nil,
        by caller: Caller
    ) async throws -> Agency {
        try await door.change(.moveAgency, in: id, needs: .manageAgencies, by: caller) { change in
            try change.move(
                Agency.find(id, change.view), under: superior,
                from: dating ?? AgencyDating(change.now.day))
        }
    }
}

extension Change {
    /// Adds an agency under `superior`, as a part of a larger change.
    @discardableResult
    package func add(
        _ details: AgencyDetails, under superior: AgencyID, from dating: AgencyDating? = nil
    ) throws -> Agency {
        let above = try Agency.find(superior, view)
        if let dating, dating.day > now.day { throw AgencyRefusal.notYet(dating.day) }
        try Agency.checkCode(details.code, isFreeFor: nil, self)
        let id = AgencyID(at: now)
        let agency = Agency(
            id: id, parentID: above.id, path: AgencyPath(of: id, under: above.path),
            details: details, level: nil, version: 1, removedAt: nil)
        try agency.insert(dating, self)
        return agency
    }

    /// Corrects what is written down about an agency, as a part of a larger change.
    @discardableResult
    package func revise(_ old: Agency, to details: AgencyDetails) throws -> Agency {
        try Agency.checkCode(details.code, isFreeFor: old.id, self)
        let new = old.with(details)
        try new.update(from: old, nil, self)
        try correct(new)
        return new
    }

    /// Gives an agency another name or kind from a day on, as a part of a larger change.
    @discardableResult
    package func rename(
        _ old: Agency, to name: String, kind: String, from dating: AgencyDating
    ) throws -> Agency {
        let new = old.with(
            try AgencyDetails(
                name: name, code: old.details.code, oid: old.details.oid, kind: kind))
        try new.update(from: old, dating, self)
        try turn(new, dating)
        return new
    }

    /// Puts an agency under another superior from a day on, as a part of a larger change.
    ///
    /// - Throws: as `AgencyTree.move`.
    @discardableResult
    package func move(
        _ old: Agency, under superior: AgencyID, from dating: AgencyDating
    ) throws -> Agency {
        let above = try Agency.find(superior, view)
        guard old.parentID != nil else { throw AgencyRefusal.cityStays }
        guard !above.path.isWithin(old.path) else { throw AgencyRefusal.cycle }
        return try move(old, under: above, dating)
    }

    @discardableResult
    func move(_ old: Agency, under above: Agency, _ dating: AgencyDating) throws -> Agency {
        let new = Agency(
            id: old.id, parentID: above.id, path: AgencyPath(of: old.id, under: above.path),
            details: old.details, level: old.level, version: old.version + 1, removedAt: nil)
        try old.movePaths(to: new.path, self)
        try new.update(from: old, dating, self)
        try turn(new, dating)
        return new
    }
}

extension Agency {
    fileprivate func insert(_ dating: AgencyDating?, _ change: Change) throws {
        try change.execute(
            """
            INSERT INTO agency (id, parentID, path, name, code, oid, kind, version)
            VALUES (\(id), \(parentID), \(path), \(details.name), \(details.code),
              \(details.oid), \(details.kind), \(version))
            """, recording: line(from: nil, dating))
        try change.begin(self, on: dating?.day ?? AgencyPeriod.beforeRecords)
    }

    /// The agency with other details, one version on.
    fileprivate func with(_ details: AgencyDetails) -> Agency {
        Agency(
            id: id, parentID: parentID, path: path, details: details, level: level,
            version: version + 1, removedAt: removedAt)
    }

    func update(
        from old: Agency, _ dating: AgencyDating?, _ change: Change
    ) throws {
        try change.execute(
            """
            UPDATE agency SET parentID = \(parentID), name = \(details.name),
              code = \(details.code), oid = \(details.oid), kind = \(details.kind),
              version = \(version)
            WHERE id = \(id) AND version = \(old.version)
            """, recording: line(from: old, dating))
    }

    /// Rewrites the paths of the agency and of all under it.
    func movePaths(to new: AgencyPath, _ change: Change) throws {
        let length = path.text.count
        try change.view.session.execute(
            """
            UPDATE agency SET path = \(new) || substr(path, \(length + 1))
            WHERE substr(path, 1, \(length)) = \(path)
            """)
    }

    static func checkCode(
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
    static let renameAgency = Verb("agency.rename", Term("機關改名", en: "renamed an agency"))
    static let moveAgency = Verb("agency.move", Term("改隸", en: "moved an agency"))
}
