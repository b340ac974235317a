import Access
import Exchange
import Kernel
import Registers
import Storage

extension Exchange<AgencyLine> {
    /// How the list of organisations goes in and out of spreadsheets. It is no register: each line is
    /// an agency itself, and what changes about one is dated.
    static let agencies = Exchange(
        path: "agencies", title: Term("機關名單", en: "List of organisations"),
        one: Term("機關", en: "Agency"), kind: "agency", columns: AgencyLine.columns,
        see: .seeAgencies, edit: .manageAgencies, spansAgencies: true,
        store: ExchangeStore(
            rows: { view, _ in try AgencyLine.all(under: view.caller, view) },
            head: \.head,
            names: { view, _ in
                let names = try AgencyLine.all(under: view.caller, view).map(\.name)
                return ["superior": KnownNames(Term("機關", en: "agency"), names, meaning: .ending)]
            },
            inspector: { view in
                let inspection = try AgencyInspection(view)
                return RowInspector { inspection.errors($0, $1) }
            },
            add: { change, lines in
                try change.add(lines)
                return {}
            },
            revise: { change, updates in
                for update in updates { try change.revise(update.new, from: update.old) }
            },
            each: { view, query, tell in
                let words = AgencyWords(query.words)
                for line in try AgencyLine.all(under: view.caller, on: query.day, view)
                where query.isMeant(line) && words.find(line.name, code: line.code) {
                    try tell(line, view.caller.agencyName)
                }
            },
            undo: { change, lines in try change.undoAgencies(lines) }))
}

extension ListQuery {
    /// Whether the filters of a list leave an agency in it.
    fileprivate func isMeant(_ line: AgencyLine) -> Bool {
        filters.allSatisfy { filter in
            AgencyLine.columns[filter.column.text]?.value(line) == filter.value
        }
    }
}

extension Change {
    /// Enters the agencies of a file, each under the superior that it names.
    fileprivate func add(_ lines: [AgencyLine]) throws {
        for line in lines {
            let superior = try line.superior.map(agency(named:)) ?? caller.agency
            let agency = try add(
                line.details, under: superior, from: line.dating.given)
            if let decision = line.decision.given { try decide(decision, for: agency.id) }
        }
    }

    /// Makes an agency what the file says, each change by the act that its history needs.
    fileprivate func revise(_ line: AgencyLine, from old: AgencyLine) throws {
        var agency = try Agency.find(line.id, view)
        if line.code != old.code || line.oid != old.oid {
            agency = try revise(
                agency,
                to: AgencyDetails(
                    name: old.name, code: line.code, oid: line.oid, kind: old.kind))
        }
        if let dating = line.dating.given {
            if line.name != old.name || line.kind != old.kind {
                agency = try rename(agency, to: line.name, kind: line.kind, from: dating)
            }
            if let superior = line.superior, superior != old.superior {
                try move(agency, under: self.agency(named: superior), from: dating)
            }
        }
        if line.decision != old.decision, let decision = line.decision.given {
            try decide(decision, for: agency.id)
        }
    }

    private func agency(named name: String) throws -> AgencyID {
        let reach = Reach.subtree(path: caller.agencyPath)
        let found: AgencyID? = try view.value(
            """
            SELECT id FROM agency
            WHERE name = \(name) AND removedAt IS NULL AND \(reach, covers: "agency.id")
            """)
        guard let found else { throw AgencyRefusal.unknown }
        return found
    }
}

extension AgencyLine.Dating {
    fileprivate var given: AgencyDating? { on.map { AgencyDating($0, document: document) } }
}

extension AgencyLine.Decision {
    fileprivate var given: NewDecision? {
        guard let level, let on else { return nil }
        return NewDecision(level: level, decidedOn: on, document: document)
    }
}
