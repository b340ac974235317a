import Access
import Kernel
import Statute
import Storage

/// What people can do with the law itself: read it, and for the city's office confirm rules, add
/// duties of the city and lay in office calendars.
package struct LawDesk: Sendable {
    package let door: Door
    package let standings: Standings

    package init(door: Door, standings: Standings) {
        self.door = door
        self.standings = standings
    }

    package var shelf: LawShelf { standings.judge.shelf }

    /// What the city has said about the law so far.
    package func readout(by caller: Caller) async throws -> LawReadout {
        try await door.read(by: caller) { [shelf] view in
            try shelf.bringUpToDate(view.session)
            return LawReadout(
                law: shelf.law, base: shelf.base,
                confirmations: try RuleConfirmation.standing(view.session),
                duties: try CityDuty.all(view.session),
                calendars: try OfficeCalendar.all(view.session))
        }
    }

    /// One rule with all its wordings, what was said about it, and what follows from it for
    /// `agency`.
    ///
    /// - Throws: `LawDeskRefusal.unknown` for a rule that the law does not know.
    package func look(
        at name: RuleName, of agency: AgencyID, by caller: Caller
    ) async throws -> RuleCase {
        try await door.read(by: caller) { view in
            try shelf.bringUpToDate(view.session)
            let law = shelf.law
            let wordings = law.wordings(of: name)
            let today = view.now.day
            guard let newest = wordings.first else { throw LawDeskRefusal.unknown }
            let entries =
                name.kind == .duty
                ? try DutyDesk(door: door, standings: standings)
                    .list(of: agency, in: ROCYear(of: today), view).entries
                    .filter { $0.claim.duty.text == name.id }
                : []
            return RuleCase(
                name: name,
                current: wordings.first { $0.rule.span.contains(today) } ?? newest,
                wordings: wordings, entries: entries,
                confirmations: try RuleConfirmation.all(of: name, view.session),
                cityDuty: try CityDuty.all(view.session).first { $0.rule.id == name.id })
        }
    }

    /// Confirms the wording of a rule that is in force today against the official text.
    ///
    /// - Throws: `LawDeskRefusal.unknown` for no rule in force; `.note` without a note.
    package func confirm(_ name: RuleName, note: String, by caller: Caller) async throws {
        try await change(.confirmRule, by: caller) { change in
            let today = change.now.day
            guard
                let rule = shelf.law.wordings(of: name)
                    .first(where: { $0.rule.span.contains(today) })
            else { throw LawDeskRefusal.unknown }
            let new = try RuleConfirmation(name, rule.rule, note: note, by: caller, at: change.now)
            if let old = try RuleConfirmation.standing(change.view.session)[name] {
                try change.update(old.ended(at: change.now), from: old)
            }
            try change.insert(new)
        }
    }

    /// Takes the standing confirmation of a rule back.
    ///
    /// - Throws: `LawDeskRefusal.unknown` where none stands.
    package func takeBack(_ name: RuleName, by caller: Caller) async throws {
        try await change(.takeBackConfirmation, by: caller) { change in
            guard let old = try RuleConfirmation.standing(change.view.session)[name] else {
                throw LawDeskRefusal.unknown
            }
            try change.update(old.ended(at: change.now), from: old)
        }
    }

    /// Adds a duty of the city; from its first day on it is judged like every other.
    ///
    /// - Throws: those of `CityDutyDraft`.
    package func add(_ draft: CityDutyDraft, by caller: Caller) async throws -> CityDuty {
        let duty = try await change(.addCityDuty, by: caller) { change in
            let number = (try CityDuty.all(change.view.session).first?.rule.number ?? 0) + 1
            let rule = try draft.rule(numbered: number, on: change.now.day)
            let duty = CityDuty(rule, by: caller, at: change.now)
            try change.insert(duty)
            return duty
        }
        try await bringUpToDate(by: caller)
        return duty
    }

    /// Withdraws a duty of the city: from today on it binds nobody.
    ///
    /// - Throws: `LawDeskRefusal.unknown` for no such duty, `.ended` when it was withdrawn.
    package func withdraw(_ duty: MeasureID, by caller: Caller) async throws {
        try await change(.withdrawCityDuty, by: caller) { change in
            let found = try CityDuty.all(change.view.session).first { $0.duty == duty }
            guard let old = found else { throw LawDeskRefusal.unknown }
            guard old.withdrawnAt == nil else { throw LawDeskRefusal.ended }
            try change.update(old.withdrawn(by: caller, at: change.now), from: old)
        }
        try await bringUpToDate(by: caller)
    }

    /// Lays in the office calendar of a year, in the place of the one before.
    ///
    /// - Throws: `CalendarRefusal` where it is not the government's form of one year.
    package func lay(_ csv: [UInt8], by caller: Caller) async throws -> OfficeCalendar {
        let calendar = try await change(.layCalendar, by: caller) { change in
            let new = try OfficeCalendar(csv: csv, by: caller, at: change.now)
            try Self.end(new.year, change)
            try change.insert(new)
            return new
        }
        try await bringUpToDate(by: caller)
        return calendar
    }

    /// Takes the city's calendar of a year out; the product's own counts again, or weekends only.
    ///
    /// - Throws: `LawDeskRefusal.unknown` where the city laid none in.
    package func takeOut(_ year: Int, by caller: Caller) async throws {
        try await change(.takeOutCalendar, by: caller) { change in
            guard try Self.end(year, change) else { throw LawDeskRefusal.unknown }
        }
        try await bringUpToDate(by: caller)
    }

    @discardableResult
    private static func end(_ year: Int, _ change: Change) throws -> Bool {
        let old = try OfficeCalendar.all(change.view.session).first { $0.year == year }
        guard let old else { return false }
        try change.update(old.ended(at: change.now), from: old)
        return true
    }

    private func change<T: Sendable>(
        _ verb: Verb, by caller: Caller, _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        guard caller.isOfCity else { throw LawDeskRefusal.cityOnly }
        return try await door.change(
            verb, in: caller.agency, needs: .manageLaw, by: caller, body)
    }

    private func bringUpToDate(by caller: Caller) async throws {
        try await door.read(by: caller) { [shelf] in try shelf.bringUpToDate($0.session) }
    }
}

extension Verb {
    static let confirmRule = Verb("law.confirm", Term("核對規則", en: "confirmed a rule"))
    static let takeBackConfirmation = Verb(
        "law.takeBack", Term("收回核對", en: "took a confirmation back"))
    static let addCityDuty = Verb("law.addDuty", Term("新增市府應辦事項", en: "added a city duty"))
    static let withdrawCityDuty = Verb(
        "law.withdrawDuty", Term("停用市府應辦事項", en: "withdrew a city duty"))
    static let layCalendar = Verb("law.layCalendar", Term("匯入辦公日曆", en: "laid in a calendar"))
    static let takeOutCalendar = Verb(
        "law.takeOutCalendar", Term("移除辦公日曆", en: "took a calendar out"))
}
