import Access
import Foundation
import Kernel
import Statute
import Storage
import Tasks

/// What can be done with the list of organisations (貳).
package struct AgencyDesk: Sendable {
    let door: Door
    private let tree: AgencyTree

    package init(door: Door) {
        self.door = door
        tree = AgencyTree(door: door)
    }

    /// What somebody writes down about an agency that is new.
    package struct Entry: Sendable {
        package var details: AgencyDetails
        package var superior: AgencyID
        /// `nil` for one that was there before records began.
        package var founding: AgencyDating?
        /// Whether it is another agency although its name looks like one of the list.
        package var isAnother: Bool

        package init(
            _ details: AgencyDetails, under superior: AgencyID, founding: AgencyDating? = nil,
            isAnother: Bool = false
        ) {
            self.details = details
            self.superior = superior
            self.founding = founding
            self.isAnother = isAnother
        }
    }

    /// Adds an agency.
    ///
    /// - Throws: `AgencyListRefusal.unknownKind`; `.oidForm`; `.looksLike` when an agency has the
    ///   same name but for its spelling and nobody said that this is another.
    package func add(_ entry: Entry, by caller: Caller) async throws -> AgencyID {
        try await door.change(.addToList, in: entry.superior, needs: .manageAgencies, by: caller) {
            change in
            try change.view.check(kind: entry.details.kind)
            try AgencyListRefusal.check(oid: entry.details.oid)
            if !entry.isAnother { try change.check(name: entry.details.name) }
            return try change.add(
                entry.details, under: entry.superior, from: entry.founding
            ).id
        }
    }

    /// Corrects code, OID, name or kind.
    package func correct(
        _ id: AgencyID, to details: AgencyDetails, by caller: Caller
    ) async throws {
        try await door.read(by: caller) { view in
            let old = try Agency.find(id, view).details
            try view.check(kind: details.kind, insteadOf: old.kind)
            if details.oid != old.oid { try AgencyListRefusal.check(oid: details.oid) }
        }
        _ = try await tree.revise(id, to: details, by: caller)
    }

    package func rename(
        _ id: AgencyID, to name: String, kind: String, from dating: AgencyDating,
        by caller: Caller
    ) async throws {
        try await door.read(by: caller) { view in
            try view.check(kind: kind, insteadOf: Agency.find(id, view).details.kind)
        }
        _ = try await tree.rename(id, to: name, kind: kind, from: dating, by: caller)
    }

    package func move(
        _ id: AgencyID, under superior: AgencyID, from dating: AgencyDating, by caller: Caller
    ) async throws {
        _ = try await tree.move(id, under: superior, from: dating, by: caller)
    }

    /// Ends an agency.
    ///
    /// - Parameter successor: who carries on; `nil` leaves what is closed to its superior.
    /// - Throws: `AgencyListRefusal.successorMissing` where it is merged into nothing.
    package func end(
        _ id: AgencyID, _ manner: AgencyEnd.Manner, into successor: AgencyID?,
        from dating: AgencyDating, by caller: Caller
    ) async throws {
        let superior = try await door.read(by: caller) { try Agency.find(id, $0).parentID }
        guard let heir = successor ?? (manner == .closed ? superior : nil) else {
            throw AgencyListRefusal.successorMissing
        }
        try await tree.end(id, manner, into: heir, from: dating, by: caller)
    }
}

extension View {
    /// A kind that stays as it was is let be, for it may be older than the list of kinds.
    fileprivate func check(kind: String, insteadOf old: String? = nil) throws {
        guard kind != old else { return }
        guard try AgencyKinds.all(self).tally(of: kind) != nil else {
            throw AgencyListRefusal.unknownKind(kind)
        }
    }
}

extension AgencyDesk {
    /// Records a decision on an agency's level.
    ///
    /// - Throws: `AgencyListRefusal.decidedTwice` for a second one of the same day.
    package func decide(
        _ level: Level, for agency: AgencyID, on day: Day, document: String?, ground: String? = nil,
        filedOn: Day? = nil, by caller: Caller
    ) async throws {
        let decision = NewDecision(
            level: level, decidedOn: day, document: document, ground: ground, filedOn: filedOn)
        try await door.change(.decideLevel, in: agency, needs: .manageAgencies, by: caller) {
            try $0.decide(decision, for: agency)
        }
    }

    /// Takes back a decision that was entered by mistake.
    package func withdraw(
        _ decision: LevelDecisionID, of agency: AgencyID, by caller: Caller
    ) async throws {
        try await door.change(.withdrawLevel, in: agency, needs: .manageAgencies, by: caller) {
            change in
            let found = try LevelDecision.all(of: agency, change.view).first { $0.id == decision }
            guard let decision = found else { throw AgencyListRefusal.unknownDecision }
            try change.withdraw(decision)
        }
    }

    /// Writes down whom to call in the caller's agency, or says that it is still so.
    package func keepContacts(
        _ window: AgencyContacts.Contact, _ deputy: AgencyContacts.Contact, by caller: Caller
    ) async throws {
        try await door.change(.keepContacts, in: caller.agency, needs: .editTeam, by: caller) {
            change in
            guard window.name != nil else { throw AgencyListRefusal.windowMissing }
            let reach = Reach.agency(change.agency)
            let old = try AgencyContacts.all(in: reach, change.view).first
            let new = AgencyContacts(
                agencyID: change.agency, version: old?.version ?? 1, window: window,
                deputy: deputy, confirmedOn: change.now.day)
            if let old { try change.update(new, from: old) } else { try change.insert(new) }
        }
    }
}

/// A decision on an agency's level as somebody enters it.
struct NewDecision: Sendable {
    let level: Level
    let decidedOn: Day
    let document: String?
    var ground: String?
    var filedOn: Day?
}

extension Change {
    /// Records a decision on the level of `agency`.
    func decide(_ decision: NewDecision, for agency: AgencyID) throws {
        let day = decision.decidedOn
        guard day <= now.day else { throw AgencyRefusal.notYet(day) }
        if let filedOn = decision.filedOn, filedOn > day {
            throw AgencyListRefusal.filedAfterDecided
        }
        let there = try LevelDecision.all(of: agency, view)
        guard !there.contains(where: { $0.decidedOn == day }) else {
            throw AgencyListRefusal.decidedTwice(day)
        }
        try insert(
            LevelDecision(
                id: LevelDecisionID(at: now), agencyID: agency, version: 1,
                level: decision.level, decidedOn: day, document: decision.document,
                ground: decision.ground, filedOn: decision.filedOn))
        try setLevel(of: agency)
        try tell(agency, ofLevel: decision)
    }

    /// Takes back a decision; the one before it holds again.
    func withdraw(_ decision: LevelDecision) throws {
        var new = decision
        new.removedAt = now
        try update(new, from: decision)
        try setLevel(of: decision.agencyID)
    }

    /// The level in force today stands beside the agency, for lists.
    fileprivate func setLevel(of agency: AgencyID) throws {
        let last = try LevelDecision.all(of: agency, view).first
        try view.session.execute(
            "UPDATE agency SET level = \(last?.level) WHERE id = \(agency)")
    }

    fileprivate func check(name: String) throws {
        let twins = try AgencyTwin.like(name, view)
        guard twins.isEmpty else { throw AgencyListRefusal.looksLike(twins) }
    }
}

extension Change {
    /// Tells those who answer for the agency's programme, for its duties follow from the level.
    fileprivate func tell(_ agency: AgencyID, ofLevel decision: NewDecision) throws {
        let day = decision.decidedOn
        let level = decision.level
        let letter = decision.document.map { "（\($0)）" } ?? ""
        try tell(
            [.officer, .securityOfficer, .ciso, .head], of: [agency],
            News(
                .level,
                Term(
                    "責任等級 \(day.rocSlashes) 核定為 \(level.rawValue) 級\(letter)，應辦事項跟著改變",
                    en: "The level is \(level.rawValue) from \(day)\(letter); duties follow"),
                at: "/duties"))
    }
}

extension Verb {
    package static let ofAgencies: [Verb] = [.decideLevel, .withdrawLevel, .keepContacts]

    static let addToList = Verb("agency.add", Term("新增機關", en: "added an agency"))
    static let decideLevel = Verb("levelDecision.add", Term("核定責任等級", en: "decided the level"))
    static let withdrawLevel = Verb(
        "levelDecision.withdraw", Term("撤回等級登錄", en: "took back a level"))
    static let keepContacts = Verb("agencyContacts.keep", Term("更新資安窗口", en: "kept contacts"))
}
