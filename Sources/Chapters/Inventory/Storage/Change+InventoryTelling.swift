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
                    .asset,
                    Term("\(author)更動了資產「\(name)」", en: "\(author) changed the asset “\(name)”"),
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
    fileprivate static func name(in line: Line) throws -> String {
        struct Named: Decodable {
            let name: String
        }
        let text = line.after ?? line.before ?? ""
        return try JSONDecoder().decode(Named.self, from: Data(text.utf8)).name
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

    /// Tells who works on a round that it began, was signed or was opened again.
    func tell(of stockTake: StockTake, _ what: Term) throws {
        try tell(
            keepers, of: [agency],
            News(
                .stockTake,
                Term("\(stockTake.title.zh)：\(what.zh)", en: "\(stockTake.title.en): \(what.en)"),
                at: Path("stock-takes", stockTake.recordID.hyphenated)))
    }
}
