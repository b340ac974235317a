import Kernel
import Storage

/// How an agency came to an end, and who carries on (整併、裁撤).
package struct AgencyEnd: Hashable, Sendable {
    package enum Manner: String, StoredAsText, CaseIterable {
        case merged
        case closed

        package var term: Term {
            switch self {
            case .merged: Term("整併", en: "Merged")
            case .closed: Term("裁撤", en: "Closed")
            }
        }

        var verb: Verb { Verb("agency.\(rawValue)", term) }
    }

    package let agencyID: AgencyID
    package let name: String
    /// The code that it had, which no other agency gets.
    package let code: String?
    package let successorID: AgencyID
    package let successorName: String
    package let manner: Manner
    package let endedOn: Day
    package let document: String?
}

extension AgencyEnd: RowDecodable {
    package init(_ row: inout RowReader) throws {
        agencyID = try row.next()
        name = try row.next()
        code = try row.next()
        successorID = try row.next()
        successorName = try row.next()
        manner = try row.next()
        endedOn = try row.next()
        document = try row.next()
    }

    private static let source: SQL = """
        SELECT agencyEnd.agencyID, ended.name, ended.code, agencyEnd.successorID,
          successor.name, agencyEnd.manner, agencyEnd.endedOn, agencyEnd.document
        FROM agencyEnd
        JOIN agency ended ON ended.id = agencyEnd.agencyID
        JOIN agency successor ON successor.id = agencyEnd.successorID
        """

    /// The end of every agency of `reach` that is no more.
    package static func all(in reach: Reach, _ session: any Session) throws -> [AgencyEnd] {
        try session.all(
            """
            \(source)
            WHERE \(reach, covers: "agencyEnd.agencyID") ORDER BY agencyEnd.endedOn, ended.name
            """)
    }

    /// The end of `agency` itself, and of those that it succeeds.
    package static func all(about agency: AgencyID, _ view: View) throws -> [AgencyEnd] {
        try view.all(
            """
            \(source)
            WHERE (agencyEnd.agencyID = \(agency) OR agencyEnd.successorID = \(agency))
              AND \(view.reach(.open), covers: "agencyEnd.agencyID")
            ORDER BY agencyEnd.endedOn DESC, ended.name
            """)
    }
}

extension AgencyEnd {
    /// The ends of those that the caller's agency carries on for; asked only where there are any.
    package static func all(carriedOnBy caller: Caller, _ view: View) throws -> [AgencyEnd] {
        guard !caller.predecessors.isEmpty else { return [] }
        return try all(about: caller.agency, view).filter { $0.successorID == caller.agency }
    }

    /// Where one reads on in what it left, as in 「115/11/20 整併進來的…，資產清冊另外查閱」.
    package func reading(_ list: Term) -> Term {
        Term(
            "\(endedOn.rocSlashes) 起承接\(name)，它的\(list.zh)在這裡",
            en: "Carried on for \(name) since \(endedOn): its \(list.en)")
    }
}

extension AgencyTree {
    /// Ends an agency: what stood under it goes to the successor, its posts end with it, and the
    /// successor reads what it leaves.
    ///
    /// - Throws: `AgencyRefusal.cityStays` for the city; `.ownSuccessor` for a successor that stands under
    ///   it or is it; `.notYet` and `.beforeLastChange` for a day on which it cannot end.
    package func end(
        _ id: AgencyID, _ manner: AgencyEnd.Manner, into successor: AgencyID,
        from dating: AgencyDating, by caller: Caller
    ) async throws {
        try await door.change(manner.verb, in: id, needs: .manageAgencies, by: caller) { change in
            let old = try Agency.find(id, change.view)
            let heir = try Agency.find(successor, change.view)
            guard old.parentID != nil else { throw AgencyRefusal.cityStays }
            guard !heir.path.isWithin(old.path) else { throw AgencyRefusal.ownSuccessor }
            for child in try Agency.children(of: id, change.view) {
                try change.move(child, under: heir, dating)
            }
            try change.inherit(from: old, to: heir)
            try change.end(id, dating)
            try change.execute(
                """
                INSERT INTO agencyEnd (agencyID, successorID, endedOn, manner, document)
                VALUES (\(id), \(successor), \(dating.day), \(manner), \(dating.document))
                """, recording: old.ended(under: heir, at: change.now).line(from: old, dating))
            try change.endPosts(in: id)
        }
    }
}

extension Agency {
    /// The agency when it is over: it stands under its successor, which so reads what it leaves.
    fileprivate func ended(under heir: Agency, at now: Instant) -> Agency {
        Agency(
            id: id, parentID: heir.id, path: AgencyPath(of: id, under: heir.path),
            details: details, level: level, version: version + 1, removedAt: now)
    }
}

extension Change {
    /// Puts an ended agency under its successor, and with it those that it had succeeded.
    fileprivate func inherit(from old: Agency, to heir: Agency) throws {
        let before: [Agency] = try view.all(
            """
            SELECT \(Agency.columns) FROM agency
            WHERE parentID = \(old.id) AND removedAt IS NOT NULL
            """)
        for agency in before {
            try agency.movePaths(to: AgencyPath(of: agency.id, under: heir.path), self)
            try view.session.execute(
                "UPDATE agency SET parentID = \(heir.id) WHERE id = \(agency.id)")
        }
        try old.movePaths(to: AgencyPath(of: old.id, under: heir.path), self)
        let count = try view.session.execute(
            """
            UPDATE agency SET parentID = \(heir.id), removedAt = \(now),
              version = \(old.version + 1)
            WHERE id = \(old.id) AND version = \(old.version)
            """)
        guard count == 1 else { throw ChangeRefusal.changedMeanwhile }
    }

    /// Ends every post in the agency; who holds none elsewhere can sign in no more.
    fileprivate func endPosts(in agency: AgencyID) throws {
        let posts: [Appointment] = try view.all(
            """
            SELECT \(Appointment.columns) FROM appointment
            WHERE agencyID = \(agency) AND endedAt IS NULL
            """)
        for post in posts {
            var ended = post
            ended.endedAt = now
            try update(ended, from: post)
        }
        let people: [Person] = try view.all(
            """
            SELECT \(Person.columns) FROM person
            WHERE agencyID = \(agency) AND disabledAt IS NULL AND NOT EXISTS (
              SELECT 1 FROM appointment WHERE appointment.personID = person.id
                AND \(InForce.appointment.on(now.day)))
            """)
        for person in people {
            var closed = person
            closed.disabledAt = now
            try update(closed, from: person)
            try Sessions.endAll(of: person.id, view.session)
        }
    }
}
