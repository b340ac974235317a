import Access
import Attachments
import Foundation
import Kernel
import Registers
import Statute
import Storage

/// What people can do with incidents, each as one change through the Door.
package struct IncidentDesk: Sendable {
    package let door: Door
    let shelf: LawShelf

    package init(door: Door, law: LawShelf) {
        self.door = door
        shelf = law
    }

    package var law: Law { shelf.law }

    /// What shows an incident and what was done about it: notifications sent, records of machines.
    package var files: RecordFiles {
        RecordFiles(of: Incident.kind, door: door, edit: .handleIncidents) { uuid, view in
            let owner = try Incident.find(IncidentID(uuid), view).0.agencyID
            return view.caller.answers(for: owner) ? view.caller.agency : owner
        }
    }

    /// Saves that the agency knows of an incident, at once: everything else can follow.
    ///
    /// - Throws: `InvalidRow` for a time that has not come, or of which no edition speaks.
    package func report(
        knownAt: Instant, isDrill: Bool, by caller: Caller, once key: IdempotencyKey? = nil
    ) async throws -> IncidentID {
        let law = law
        let uuid: UUID = try await door.change(
            isDrill ? .reportDrill : .reportIncident, in: caller.agency, needs: .reportIncidents,
            by: caller, once: key
        ) { change in
            try law.check(knownAt: knownAt, now: change.now)
            let incident = Incident(
                id: IncidentID(at: change.now), agencyID: change.agency, version: 1,
                number: try Incident.nextNumber(isDrill: isDrill, change.view),
                report: IncidentReport(
                    knownAt: knownAt, reportedAt: change.now, reporter: caller.person,
                    reporterName: caller.name))
            try change.insert(incident)
            try change.note(.reported, in: incident, at: knownAt)
            try change.tellOwn(
                of: incident, Term("\(caller.name)通報", en: "reported by \(caller.name)"))
            try change.index(incident)
            return incident.id.uuid
        }
        return IncidentID(uuid)
    }

    /// - Throws: `IncidentRefusal.unknown` for what the caller may not look at.
    package func find(_ id: IncidentID, by caller: Caller) async throws -> SeenIncident {
        try await door.read(by: caller) { view in try SeenIncident.find(id, view) }
    }

    /// Changes an incident of the caller's own agency, or of one that it carries on for, as those may
    /// who handle it.
    func handle(
        _ id: IncidentID, _ verb: Verb, by caller: Caller,
        _ body: @escaping @Sendable (Change, inout Incident) throws -> Void
    ) async throws {
        try await door.change(verb, in: caller.agency, needs: .handleIncidents, by: caller) {
            change in
            let (old, _) = try Incident.find(id, change.view)
            guard caller.answers(for: old.agencyID) else { throw IncidentRefusal.ofAnotherAgency }
            try change.revise(old, body)
        }
    }

    /// Changes an incident as its reporter may too, until it is notified.
    ///
    /// - Throws: `ChangeRefusal.changedMeanwhile` when another version than the one seen stands.
    func tell(
        _ id: IncidentID, _ verb: Verb, seen version: Int?, by caller: Caller,
        _ body: @escaping @Sendable (Change, inout Incident) throws -> Void
    ) async throws {
        let needed: Permission =
            caller.may(.handleIncidents) ? .handleIncidents : .reportIncidents
        try await door.change(verb, in: caller.agency, needs: needed, by: caller) { change in
            let (old, _) = try Incident.find(id, change.view)
            guard caller.answers(for: old.agencyID) else { throw IncidentRefusal.ofAnotherAgency }
            guard old.mayBeTold(by: caller) else {
                throw ChangeRefusal.notAllowed(.handleIncidents)
            }
            if let version, version != old.version { throw ChangeRefusal.changedMeanwhile }
            try change.revise(old, body)
        }
    }

    /// Changes an incident of an agency under the caller's own, as its superior.
    func supervise(
        _ id: IncidentID, _ verb: Verb, by caller: Caller,
        _ body: @escaping @Sendable (Change, inout Incident) throws -> Void
    ) async throws {
        let seen = try await door.read(by: caller) { view in try Incident.find(id, view).0 }
        try await door.change(verb, in: seen.agencyID, needs: .reviewIncidents, by: caller) {
            change in
            let (old, _) = try Incident.find(id, change.view)
            guard old.isReviewed(by: caller) else { throw IncidentRefusal.reviewIsTheSuperiors }
            try change.revise(old, body)
        }
    }
}

extension Incident {
    /// Whether the caller may tell what happened: those who handle it, and who reported it until
    /// it is notified.
    package func mayBeTold(by caller: Caller) -> Bool {
        guard caller.answers(for: agencyID), !isOver else { return false }
        if caller.may(.handleIncidents) { return true }
        return caller.person != nil && caller.person == report.reporter && marks.notifiedAt == nil
    }

    /// Whether it is for the caller's agency to review: a superior's incidents below it, and the
    /// city's own, for which it records the authority's review.
    package func isReviewed(by caller: Caller) -> Bool {
        caller.may(.reviewIncidents) && (!caller.answers(for: agencyID) || caller.isOfCity)
    }
}

extension Change {
    fileprivate func revise(
        _ old: Incident, _ body: (Change, inout Incident) throws -> Void
    ) throws {
        var incident = old
        try body(self, &incident)
        try update(incident, from: old)
        try index(incident)
    }

    /// Adds a step to what was done in an incident.
    func note(
        _ kind: IncidentStep.Kind, in incident: Incident, at moment: Instant,
        words: String? = nil, level: IncidentLevel? = nil
    ) throws {
        let isOwn = caller.agency == incident.agencyID
        try insert(
            IncidentStep(
                id: StepID(at: now), agencyID: incident.agencyID, incidentID: incident.id,
                kind: kind, happenedAt: moment, recordedAt: now,
                by: isOwn ? caller.name : "\(caller.name)（\(caller.agencyName)）",
                words: words.flatMap { $0.isEmpty ? nil : $0 }, level: level))
    }

    /// Makes the incident found by its number and by what is told of it.
    fileprivate func index(_ incident: Incident) throws {
        let text = [
            "\(incident.number)", incident.title.zh, incident.title.en,
            incident.account?.words ?? "",
        ].joined(separator: "\n")
        try SearchIndex.put(
            RecordID(kind: Incident.kind, uuid: incident.recordID), of: incident.agencyID,
            text: text, in: view.session)
    }
}

extension Law {
    /// - Parameter now: the last moment that it can be.
    /// - Throws: `InvalidRow` for a time after it, or of which no edition speaks.
    func check(knownAt: Instant, now: Instant) throws {
        guard knownAt <= now else {
            throw InvalidRow.moment(
                "knownAt",
                Term(
                    "知悉時間不能晚於 \(now.day.rocSlashes) \(now.clock)",
                    en: "The time may not be after \(now.day) \(now.clock)"))
        }
        guard !clocks(on: knownAt.day).isEmpty else {
            throw InvalidRow.moment("knownAt", LawRefusal.noLaw(knownAt.day).message)
        }
    }
}

extension InvalidRow {
    static func moment(_ field: SQLName, _ message: Term) -> InvalidRow {
        InvalidRow([FieldError(field: field, message: message)])
    }
}

extension Verb {
    package static let ofIncidents: [Verb] = [
        .reportIncident, .reportDrill, .describeIncident, .affectIncident, .judgeIncident,
        .notifyIncident, .reviewIncident, .tellAuthority, .containIncident, .fileIncidentReport,
        .fileDrillResult, .correctKnowledge, .noteIncident, .withdrawIncident, .closeIncident,
    ]

    static let reportIncident = Verb("incident.report", Term("通報事件", en: "reported an incident"))
    static let reportDrill = Verb("incident.report_drill", Term("開始演練", en: "began a drill"))
    static let describeIncident = Verb(
        "incident.describe", Term("說明事件", en: "told what happened"))
    static let affectIncident = Verb("incident.affect", Term("說明影響", en: "told what was harmed"))
    static let judgeIncident = Verb("incident.judge", Term("判定等級", en: "judged the level"))
    static let notifyIncident = Verb("incident.notify", Term("登錄通報", en: "noted a notification"))
    static let reviewIncident = Verb("incident.review", Term("審核事件", en: "reviewed an incident"))
    static let tellAuthority = Verb(
        "incident.tell_authority", Term("審核結果送主管機關", en: "told the authority"))
    static let containIncident = Verb(
        "incident.contain", Term("登錄損害控制", en: "noted damage control"))
    static let fileIncidentReport = Verb(
        "incident.file_report", Term("登錄改善報告", en: "noted the report"))
    static let fileDrillResult = Verb(
        "incident.file_result", Term("登錄演練結果", en: "noted a drill's result"))
    static let correctKnowledge = Verb(
        "incident.correct_knowledge", Term("更正知悉時間", en: "corrected when it was known"))
    static let noteIncident = Verb("incident.note", Term("記下處置", en: "noted a step"))
    static let withdrawIncident = Verb(
        "incident.withdraw", Term("撤回事件", en: "withdrew an incident"))
    static let closeIncident = Verb("incident.close", Term("事件結案", en: "closed an incident"))
}
