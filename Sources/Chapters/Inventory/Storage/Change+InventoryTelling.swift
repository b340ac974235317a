import Access
import Foundation
import HTML
import Kernel
import Ledger
import Tasks

/// Who keeps the register in an agency: the team hears of changes (柒/一/4).
private let keepers: Set<Role> = [.officer, .securityOfficer, .custodian]

extension Effect {
    /// A change of an asset tells the team, together with the others of its author that day.
    package static let assetChangesTellTheTeam = Effect(on: [Asset.kind]) { change, lines in
        guard let last = lines.last else { return }
        let name = try Asset.name(in: last)
        let author = change.caller.name
        let day = change.now.day
        try change.tellTogether(keepers, .asset, count: lines.count) { count in
            if count == 1 {
                return News(
                    .asset, try Asset.sentence(on: last, named: name, by: author),
                    at: Path("assets", last.record.uuid.hyphenated))
            }
            return News(
                .asset,
                Term(
                    "\(author) \(day.rocSlashes) 在資產清冊更動 \(count) 次，最近的是「\(name)」",
                    en: "\(author) made \(count) changes of assets on \(day), “\(name)” the last"),
                at: "/assets")
        }
    }
}

extension Asset {
    /// What of an asset's kept state the message needs.
    private struct Named: Decodable {
        let name: String
        let removedAt: Int64?

        init(_ text: String) throws {
            self = try JSONDecoder().decode(Named.self, from: Data(text.utf8))
        }
    }

    fileprivate static func name(in line: Line) throws -> String {
        try Named(line.after ?? line.before ?? "").name
    }

    /// What somebody did to one asset: the field and both values where it is one field, and where
    /// they are short enough for a message.
    fileprivate static func sentence(
        on line: Line, named name: String, by author: String
    ) throws -> Term {
        guard let before = line.before else {
            return Term("\(author)新增了資產「\(name)」", en: "\(author) added the asset “\(name)”")
        }
        let wasRemoved = try Named(before).removedAt != nil
        if try line.after.map({ try Named($0).removedAt != nil }) ?? true, !wasRemoved {
            return Term(
                "\(author)把資產「\(name)」移到回收區", en: "\(author) moved the asset “\(name)” to the bin")
        }
        let plain = Term("\(author)更動了資產「\(name)」", en: "\(author) changed the asset “\(name)”")
        let changes = register.columns.changes(from: before, to: line.after)
        guard !wasRemoved, let first = changes.first else { return plain }
        if changes.count == 1, first.sentence.zh.count <= 40 {
            let sentence = first.sentence
            return Term("\(plain.zh)：\(sentence.zh)", en: "\(plain.en): \(sentence.en)")
        }
        return Term(
            "\(plain.zh)的「\(first.term.zh)」" + (changes.count > 1 ? "等 \(changes.count) 欄" : ""),
            en: "\(plain.en): \(first.term.en)"
                + (changes.count > 1 ? " and \(changes.count - 1) more" : ""))
    }
}

extension Change {
    /// Tells the team what somebody saw change, for the register to follow.
    func tell(of notice: AssetNotice) throws {
        try tell(
            keepers, of: [agency],
            News(
                .asset,
                Term(
                    "\(notice.saidBy)通知：「\(notice.what)」\(notice.change)，清冊要跟著改",
                    en: "\(notice.saidBy) says of “\(notice.what)”: \(notice.change)"),
                at: Path("asset-notices", notice.recordID.hyphenated)))
    }

    /// Tells who works on a round that it began, got another last day, was signed or was opened again.
    func tell(of stockTake: StockTake, _ what: Term) throws {
        try tell(
            keepers, of: [agency],
            News(
                .stockTake,
                Term("\(stockTake.title.zh)：\(what.zh)", en: "\(stockTake.title.en): \(what.en)"),
                at: Path("stock-takes", stockTake.recordID.hyphenated)))
    }
}
