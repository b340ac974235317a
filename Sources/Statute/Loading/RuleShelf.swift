import Kernel

/// One wording of one rule, and the days on which it holds.
struct RuleVersion: Sendable {
    let section: LawSheet.Section
    let edition: String
    /// The place of its edition in their order.
    let order: Int
    /// The instrument that the rule belongs to.
    let instrument: String
    let from: Day
    /// Set when a later version begins, or the rule ends.
    var to: Day?
    var record: RuleRecord
    /// Whether this is not a wording but the end of the rule.
    var isEnd = false

    var span: Span { Span(from: from, to: to) }
}

/// Lays the files of the law over each other, edition by edition and the city's own last, and
/// keeps for each rule the chain of its wordings.
struct RuleShelf {
    struct Key: Hashable {
        let section: LawSheet.Section
        let id: String
    }

    private(set) var chains: [Key: [RuleVersion]] = [:]
    /// The rules in the order in which they were first written.
    private(set) var order: [Key] = []
    private(set) var editions: [Edition] = []
    private let citations = Citations()

    /// Lays one edition: its sheets in order, over all that was there before.
    mutating func lay(
        edition name: String, _ sheets: [LawSheet], follows: String?
    ) throws(LawFileRefusal) {
        let main = sheets.first { $0.isMain } ?? sheets.first
        guard let main, let start = main.from else {
            throw FileSpot(file: main?.file ?? name, line: 1).refusal(
                "from", Term("要寫這一版從哪一天起。", en: "the edition needs its first day."))
        }
        guard editions.last?.name == follows else {
            throw FileSpot(file: main.file, line: 1).refusal(
                "follows",
                Term(
                    "要接著前一版「\(editions.last?.name ?? "")」。",
                    en: "must follow the last edition, \(editions.last?.name ?? "none")."))
        }
        editions.append(
            Edition(
                name: name, from: start,
                counting: main.counting ?? editions.last?.counting ?? .sameYear))
        let stated = try restatedInstruments(in: sheets, start: start)
        let order = editions.count - 1
        try restate(stated, edition: name, order: order, sheets)
        for sheet in sheets {
            for rule in sheet.rules {
                try lay(rule, of: sheet, edition: name, order: order, start: start, stated)
            }
            try end(sheet, edition: name, order: order, start: start, stated)
        }
    }

    /// The instruments that this edition issues again, each with the day it came into force.
    private func restatedInstruments(
        in sheets: [LawSheet], start: Day
    ) throws(LawFileRefusal) -> [String: Day] {
        var stated: [String: Day] = [:]
        for sheet in sheets {
            for rule in sheet.rules where rule.section == .instruments {
                var reader = RuleReader(rule)
                let from = try reader.optional("from", as: Day.self) ?? sheet.from ?? start
                stated[rule.id] = min(from, stated[rule.id] ?? from)
            }
        }
        return stated
    }

    private mutating func restate(
        _ stated: [String: Day], edition: String, order: Int, _ sheets: [LawSheet]
    ) throws(LawFileRefusal) {
        var marks: [LawSheet.Section: LawNode] = [:]
        for sheet in sheets {
            guard let mark = sheet.mark else { continue }
            for section in sheet.restates {
                marks[section] = LawNode(
                    text: mark, spot: FileSpot(file: sheet.file, line: 1))
            }
        }
        for key in self.order where key.section != .instruments {
            guard let last = chains[key]?.last, !last.isEnd, let from = stated[last.instrument]
            else { continue }
            var record = last.record
            if let mark = marks[key.section] { record.values["mark"] = mark }
            append(
                RuleVersion(
                    section: key.section, edition: edition, order: order,
                    instrument: last.instrument, from: from, record: record), to: key)
        }
    }

    private mutating func lay(
        _ rule: RuleRecord, of sheet: LawSheet, edition: String, order: Int, start: Day,
        _ stated: [String: Day]
    ) throws(LawFileRefusal) {
        let section = rule.section
        let key = Key(section: section, id: rule.id)
        var record = rule
        if record.values["mark"] == nil, let mark = sheet.mark {
            record.values["mark"] = LawNode(text: mark, spot: rule.spot)
        }
        let base = chains[key]?.last
        if let base, !base.isEnd { record = base.record.patched(with: record) }
        var reader = RuleReader(rule)
        let instrument = try instrument(of: record, section)
        let from =
            try reader.optional("from", as: Day.self)
            ?? (sheet.isOverlay ? sheet.from : nil) ?? stated[instrument] ?? start
        append(
            RuleVersion(
                section: section, edition: edition, order: order, instrument: instrument,
                from: from, record: record), to: key)
    }

    private mutating func end(
        _ sheet: LawSheet, edition: String, order: Int, start: Day, _ stated: [String: Day]
    ) throws(LawFileRefusal) {
        for (section, id, spot) in sheet.ends {
            guard let last = chains[Key(section: section, id: id)]?.last else {
                throw spot.refusal(
                    "ends.\(section.rawValue)", Term("沒有規則「\(id)」。", en: "there is no rule \(id)."))
            }
            append(
                RuleVersion(
                    section: section, edition: edition, order: order,
                    instrument: last.instrument,
                    from: (sheet.isOverlay ? sheet.from : nil) ?? stated[last.instrument] ?? start,
                    record: last.record, isEnd: true), to: Key(section: section, id: id))
        }
    }

    /// Adds a version; one of the same edition that would begin no earlier gives way to it.
    private mutating func append(_ version: RuleVersion, to key: Key) {
        if chains[key] == nil { order.append(key) }
        var chain = chains[key] ?? []
        while let last = chain.last, last.from >= version.from, last.order == version.order {
            chain.removeLast()
        }
        if let last = chain.indices.last { chain[last].to = version.from.adding(days: -1) }
        chain.append(version)
        chains[key] = chain
    }

    /// The instrument a rule belongs to: its place's, or that of its list.
    private func instrument(
        of record: RuleRecord, _ section: LawSheet.Section
    ) throws(LawFileRefusal) -> String {
        switch section {
        case .instruments: return record.id
        case .places: return record.id.beforeDot
        case .controls: return Control.place.beforeDot
        default:
            if record.values["place"] != nil {
                var reader = RuleReader(record)
                return try reader.text("place").beforeDot
            }
            let list = Key(section: .lists, id: record.id.beforeDot)
            guard section == .items, let version = chains[list]?.last else {
                throw record.spot.refusal("\(section.rawValue).\(record.id).place", .missing)
            }
            return version.instrument
        }
    }
}

extension RuleShelf {
    /// All wordings of one section, in the order of the files; ends of rules left out.
    func versions(_ section: LawSheet.Section) -> [RuleVersion] {
        order.lazy.filter { $0.section == section }
            .flatMap { chains[$0] ?? [] }.filter { !$0.isEnd }
    }

    /// Where `version` stands in the law on its first day.
    func citation(
        _ place: String, for version: RuleVersion
    ) throws(LawFileRefusal) -> Citation {
        let asked = Asked(place: place, day: version.from)
        if let known = citations.known[asked] { return known }
        let spot = version.record.spot
        let key = "\(version.section.rawValue).\(version.record.id).place"
        guard let found = wording(.places, place, on: version.from) else {
            throw spot.refusal(
                key, Term("沒有出處「\(place)」。", en: "there is no place \(place)."))
        }
        guard let instrument = wording(.instruments, place.beforeDot, on: version.from) else {
            throw spot.refusal(
                key, Term("沒有法規「\(place.beforeDot)」。", en: "there is no such instrument."))
        }
        let placed = try Place(found)
        let citation = Citation(
            place: place, instrument: try Instrument(instrument).name, articles: placed.articles,
            subject: placed.subject)
        citations.known[asked] = citation
        return citation
    }

    /// A place as it stands on a day.
    struct Asked: Hashable {
        let place: String
        let day: Day
    }

    /// The citations that were already put together, for hundreds of rules share them.
    final class Citations {
        var known: [Asked: Citation] = [:]
    }

    private func wording(
        _ section: LawSheet.Section, _ id: String, on day: Day
    ) -> RuleVersion? {
        let chain = chains[Key(section: section, id: id)] ?? []
        return chain.last { $0.from <= day && !$0.isEnd } ?? chain.first
    }
}

extension String {
    /// The part before the first dot: the instrument of a place, the list of an item.
    var beforeDot: String { String(prefix { $0 != "." }) }
}
