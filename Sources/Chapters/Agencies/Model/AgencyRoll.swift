import Access
import Kernel
import Sheets
import Statute
import Storage
import Web

/// The list of organisations as at a day, with its count.
package struct AgencyRoll: Sendable {
    package let agencies: [AgencyOnDay]
    package let count: AgencyCount
    package let kinds: [String]

    package static func on(_ day: Day, in reach: Reach, _ view: View) throws -> AgencyRoll {
        AgencyRoll(
            agencies: try AgencyOnDay.all(on: day, in: reach, view),
            count: try AgencyCount.on(day, in: reach, view),
            kinds: try AgencyKinds.all(view).all.map(\.name))
    }
}

/// What somebody asks of the list of organisations.
struct AgencyListQuery: Sendable {
    var words = AgencyWords("")
    var kind = ""
    var level = ""
    var superior: AgencyID?
    /// As at which day.
    var day: Day
    var isToday: Bool
    /// After which agency the page begins.
    var after: AgencyID?
    /// The agencies that the words mean by a name of before.
    private var formerly: Set<AgencyID> = []

    /// How many a page has, at most 200.
    var limit = 50

    /// The word for those whose level is not decided.
    static let undecided = "none"

    init(_ fields: Fields, today: Day) throws {
        words = AgencyWords(String(fields["q"].prefix(100)))
        kind = fields["kind"]
        level = fields["level"]
        let levels = ["", Self.undecided] + Level.allCases.map(\.rawValue)
        guard levels.contains(level) else { throw AgencyListRefusal.unknownLevel(level) }
        superior = try Self.agency(fields["superior"])
        after = try Self.agency(fields["after"])
        limit = min(max(Int(fields["limit"]) ?? limit, 1), 200)
        let typed = fields["on"]
        guard let day = typed.isEmpty ? today : Day(typed) ?? Day(rocText: typed) else {
            throw AgencyListRefusal.dayMissing
        }
        self.day = day
        isToday = day == today
    }

    /// Whom an address means; nobody where it says nothing.
    private static func agency(_ text: String) throws(AgencyListRefusal) -> AgencyID? {
        guard !text.isEmpty else { return nil }
        guard let id = AgencyID(text) else { throw .notAnID(text) }
        return id
    }

    func finds(_ agency: AgencyOnDay) -> Bool {
        (kind.isEmpty || agency.kind == kind)
            && (level.isEmpty || level == (agency.level?.level.rawValue ?? Self.undecided))
            && (superior == nil || agency.superior == superior)
            && (words.find(agency.name, code: agency.code) || formerly.contains(agency.id))
    }

    /// The same, once it is known who had a name that the words mean.
    func knowingFormerNames(_ view: View) throws -> AgencyListQuery {
        guard !words.isEmpty else { return self }
        let names: [(id: AgencyID, name: String)] = try view.all(
            """
            SELECT agencyPeriod.agencyID, agencyPeriod.name FROM agencyPeriod
            WHERE agencyPeriod.fromOn <= \(day)
              AND \(view.reach(.open), covers: "agencyPeriod.agencyID")
            """
        ) { (try $0.next(), try $0.next()) }
        var query = self
        query.formerly = Set(names.filter { words.areIn($0.name) }.map(\.id))
        return query
    }

    /// The page of `found` that is asked for, and where the next begins.
    func page(of found: [AgencyOnDay]) -> (rows: [AgencyOnDay], next: AgencyID?) {
        let start = after.flatMap { key in found.firstIndex { $0.id == key } }.map { $0 + 1 } ?? 0
        let rows = Array(found[min(start, found.count)...].prefix(limit))
        let isLast = start + rows.count >= found.count
        return (rows, isLast ? nil : rows.last?.id)
    }
}
