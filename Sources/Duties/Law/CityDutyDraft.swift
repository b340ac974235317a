import Kernel
import Statute

/// A duty of the city as somebody fills it in, before it is one.
package struct CityDutyDraft: Sendable {
    package var term = ""
    /// May be left empty; the Chinese then stands for it.
    package var termEnglish = ""
    package var why = ""
    /// The number and title of the letter, or the rule, that it rests on.
    package var document = ""
    package var aspect = Duty.Aspect.programme
    package var kinds: [OrganisationKind] = []
    package var levels: [Level] = []
    package var cadence: Cadence?
    /// As in `09-30`; empty for the end of the period.
    package var dueOn = ""
    package var from: Day?

    package init() {}

    /// What people choose between.
    package static let cadences: [Cadence] = [
        .each(times: 1, months: 12), .each(times: 2, months: 12), .each(times: 1, months: 6),
        .each(times: 1, months: 24), .always,
    ]

    /// The duty with that number, beginning today at the earliest.
    func rule(numbered number: Int, on today: Day) throws(LawDeskRefusal) -> CityRule {
        guard (1...60).contains(term.count), termEnglish.count <= 120 else { throw .term }
        guard (1...200).contains(why.count) else { throw .why }
        guard (1...100).contains(document.count) else { throw .document }
        guard !kinds.isEmpty, !kinds.contains(.city) else { throw .kinds }
        guard !levels.isEmpty else { throw .levels }
        guard let cadence, Self.cadences.contains(cadence) else { throw .cadence }
        guard let from, from >= today else { throw .from(today) }
        return CityRule(
            number: number, term: Term(term, en: termEnglish.isEmpty ? term : termEnglish),
            why: Term(why, en: why), document: Term(document, en: document), aspect: aspect,
            kinds: kinds, levels: levels, cadence: cadence, dueOn: try day(of: cadence),
            from: from, endsOn: nil)
    }

    private func day(of cadence: Cadence) throws(LawDeskRefusal) -> MonthDay? {
        guard !dueOn.isEmpty else { return nil }
        guard let day = MonthDay(dueOn) else { throw .dueOn }
        guard case .each(_, 12) = cadence else { throw .dueOnOfNoYear }
        return day
    }
}
