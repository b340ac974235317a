import Access
import Foundation
import Kernel
import Statute
import Storage

/// A duty that the city added under a letter of its own, as the database keeps it.
///
/// It is never changed: a duty that reads otherwise from some day on is withdrawn and added anew,
/// so that every year keeps the duty under which it was judged.
package struct CityDuty: Recorded, Hashable {
    package static let kind: RecordKind = "cityDuty"
    package static let table: SQLName = "cityDuty"

    package let recordID: UUID
    package let agencyID: AgencyID
    package let version: Int
    package private(set) var rule: CityRule
    /// Who added it, as printed in histories.
    package let addedBy: String
    package let addedAt: Instant
    package private(set) var withdrawnBy: String?
    package private(set) var withdrawnAt: Instant?

    package init(_ rule: CityRule, by caller: Caller, at now: Instant) {
        recordID = UUID(version7At: now)
        agencyID = caller.agency
        version = 1
        self.rule = rule
        addedBy = caller.name
        addedAt = now
    }

    /// The same, binding nobody from today on.
    func withdrawn(by caller: Caller, at now: Instant) -> CityDuty {
        var withdrawn = self
        withdrawn.rule = rule.ending(on: now.day)
        withdrawn.withdrawnBy = caller.name
        withdrawn.withdrawnAt = now
        return withdrawn
    }

    package var duty: MeasureID { MeasureID(rule.id) }

    /// Whether it bound anybody for a day at least. One that was withdrawn before it did is known
    /// to no law, and has no page.
    package var everHeld: Bool { rule.endsOn.map { $0 > rule.from } ?? true }

    package var cells: [Cell] {
        [
            Cell("number", rule.number), Cell("term", rule.term.zh),
            Cell("termEnglish", rule.term.en), Cell("why", rule.why.zh),
            Cell("whyEnglish", rule.why.en), Cell("document", rule.document.zh),
            Cell("documentEnglish", rule.document.en), Cell("aspect", rule.aspect.rawValue),
            Cell("kinds", rule.kinds.map(\.rawValue).joined(separator: " ")),
            Cell("levels", rule.levels.map(\.rawValue).joined(separator: " ")),
            Cell("cadence", "\(rule.cadence)"), Cell("dueOn", rule.dueOn.map { "\($0)" }),
            Cell("fromOn", rule.from), Cell("endsOn", rule.endsOn), Cell("addedBy", addedBy),
            Cell("addedAt", addedAt), Cell("withdrawnBy", withdrawnBy),
            Cell("withdrawnAt", withdrawnAt),
        ]
    }
}

extension CityDuty: RowDecodable {
    static let columns: SQL =
        """
        cityDuty.id, cityDuty.agencyID, cityDuty.version, cityDuty.number, cityDuty.term,
        cityDuty.termEnglish, cityDuty.why, cityDuty.whyEnglish, cityDuty.document,
        cityDuty.documentEnglish, cityDuty.aspect, cityDuty.kinds, cityDuty.levels,
        cityDuty.cadence, cityDuty.dueOn, cityDuty.fromOn, cityDuty.endsOn, cityDuty.addedBy,
        cityDuty.addedAt, cityDuty.withdrawnBy, cityDuty.withdrawnAt
        """

    package init(_ row: inout RowReader) throws {
        recordID = try row.next()
        agencyID = try row.next()
        version = try row.next()
        rule = CityRule(
            number: try row.next(), term: try row.term(), why: try row.term(),
            document: try row.term(),
            aspect: try row.word("an aspect"),
            kinds: try row.words("kinds of organisations"), levels: try row.words("levels"),
            cadence: try row.read("a cadence"),
            dueOn: try row.next(String?.self).flatMap(MonthDay.init), from: try row.next(),
            endsOn: try row.next())
        addedBy = try row.next()
        addedAt = try row.next()
        withdrawnBy = try row.next()
        withdrawnAt = try row.next()
    }

    /// All that were ever added, the newest first.
    static func all(_ session: any Session) throws -> [CityDuty] {
        try session.all("SELECT \(columns) FROM cityDuty ORDER BY number DESC")
    }
}

extension CityRule {
    fileprivate func ending(on day: Day) -> CityRule {
        CityRule(
            number: number, term: term, why: why, document: document, aspect: aspect,
            kinds: kinds, levels: levels, cadence: cadence, dueOn: dueOn, from: from, endsOn: day)
    }
}

extension RowReader {
    fileprivate mutating func term() throws -> Term {
        Term(try next(), en: try next())
    }

    fileprivate mutating func word<Word: RawRepresentable>(
        _ what: String
    ) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try next()) else { throw LawRowFault(expected: what) }
        return word
    }

    fileprivate mutating func words<Word: RawRepresentable>(
        _ what: String
    ) throws -> [Word] where Word.RawValue == String {
        try next(String.self).split(separator: " ").map { text in
            guard let word = Word(rawValue: String(text)) else {
                throw LawRowFault(expected: what)
            }
            return word
        }
    }

    fileprivate mutating func read<Value: LosslessStringConvertible>(
        _ what: String
    ) throws -> Value {
        guard let value = Value(try next(String.self)) else { throw LawRowFault(expected: what) }
        return value
    }
}

/// A row of the city's own law that no longer reads as what it was written as.
struct LawRowFault: Error {
    let expected: String
}
