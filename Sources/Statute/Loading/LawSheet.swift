import Kernel

/// One file of the law, read but not yet laid over others.
///
/// Its head says which edition it belongs to; each section holds rules by their stable id.
struct LawSheet: Sendable {
    let file: String
    let edition: String
    /// Whether a city laid the file over the law that came with the product.
    let isOverlay: Bool
    /// The edition that this one changes; only the first file of an edition says so.
    let follows: String?
    /// The day from which the file's rules hold, where they do not hold with the edition.
    let from: Day?
    /// The mark of every rule in the file that has none of its own.
    let mark: String?
    /// Sections whose inherited rules were seen again and take the file's mark.
    let restates: [Section]
    /// When duties that recur begin to be counted.
    let counting: Counting?
    var rules: [RuleRecord]
    /// Rules of the earlier edition that this one ends, by section.
    let ends: [(section: Section, id: String, spot: FileSpot)]

    /// Whether this is the file that opens its edition.
    var isMain: Bool { !isOverlay && from != nil }

    init(yaml: String, file: String, isOverlay: Bool = false) throws(LawFileRefusal) {
        let root = try LawNode(yaml: yaml, file: file)
        let whole = try RuleRecord(id: "", section: .head, root)
        var head = RuleReader(whole)
        self.file = file
        self.isOverlay = isOverlay
        edition = try head.text("edition")
        follows = try head.optionalText("follows")
        from = try head.optional("from", as: Day.self)
        mark = try head.optionalText("mark")
        restates = try head.choices("restates")
        counting = head.record.values["counting"] == nil ? nil : try head.choice("counting")
        var ends: [(section: Section, id: String, spot: FileSpot)] = []
        for (name, ids) in try head.pairs("ends") ?? [] {
            guard let section = Section(rawValue: name), case .list(let items) = ids.content else {
                throw ids.spot.refusal("ends.\(name)", .unreadable(name))
            }
            for item in items { ends.append((section, try head.text(item, "ends"), item.spot)) }
        }
        self.ends = ends
        rules = []
        for section in Section.allCases where section != .head {
            for (id, node) in try head.pairs(section.rawValue) ?? [] {
                rules.append(try RuleRecord(id: id, section: section, node))
            }
        }
        try head.finish()
    }

    /// What kinds of rules a file may hold, in the order in which they are read.
    enum Section: String, CaseIterable {
        /// The keys at the top of a file, which belong to no section.
        case head = ""
        case instruments, places, lists, items, duties, clocks, severity, grading, controls
        case objectives, figures
    }
}

/// When a duty that recurs begins to be counted after an agency got its level.
package enum Counting: String, Sendable {
    /// From the year of the classification itself.
    case sameYear = "same-year"
    /// From the year after it.
    case nextYear = "next-year"
}
