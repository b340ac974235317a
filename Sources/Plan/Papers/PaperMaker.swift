import Access
import Agencies
import Kernel
import Outline
import Papers
import Statute
import Storage

/// Makes papers of the programme's rows: the plan with its annexes, each annex by itself, the
/// register of assets, the list of systems.
///
/// Everything a paper says comes from the queries of pages and exports; nothing is typed for it.
/// What approval will add has its seams here: `standing`, `signOff`, `seal`.
package struct PaperMaker: Sendable {
    let shelf: PlanShelf
    let tables: [String: PaperTable]

    package init(shelf: PlanShelf, tables: [PaperTable]) {
        self.shelf = shelf
        self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    }

    /// One paper.
    ///
    /// - Throws: `AgencyRefusal.unknown` where the agency did not exist in the year.
    package func paper(_ order: PaperOrder, _ view: View) throws -> Document {
        let rows = try rows(
            order.kind, within: order.scope.reach, order.year,
            textOf: order.scope.width == .city ? nil : order.scope.agency, view)
        let additions =
            order.scope.width == .agency
            ? try PlanAddition.all(of: order.scope.agency, view) : []
        guard let agency = rows.agencies.first(where: { $0.id == order.scope.agency }) else {
            throw AgencyRefusal.unknown
        }
        return document(order, of: agency, rows, additions)
    }

    /// The paper of every agency of the city, one after the other; the rows are asked for once.
    package func papers(
        _ kind: PaperKind, year: ROCYear, _ view: View,
        _ take: (PaperOrder, AgencyOnDay, Document) throws -> Void
    ) throws {
        let rows = try rows(kind, within: .city, year, textOf: nil, view)
        let additions = Dictionary(grouping: try PlanAddition.all(view), by: \.agencyID)
        for agency in rows.agencies {
            guard let path = rows.paths[agency.id] else { continue }
            let order = PaperOrder(
                kind, of: PaperScope(agency.id, path, .agency), year: year)
            try take(
                order, agency, document(order, of: agency, rows, additions[agency.id] ?? []))
        }
    }

    /// Everything that papers of this kind need, for all agencies of a reach at once.
    private func rows(
        _ kind: PaperKind, within reach: Reach, _ year: ROCYear, textOf agency: AgencyID?,
        _ view: View
    ) throws -> PaperRows {
        let day = try lastDay(of: year, within: reach, view)
        var lines: [String: [AgencyID: [[String]]]] = [:]
        for name in kind.tables {
            guard let table = tables[name] else { continue }
            lines[name] = Dictionary(
                grouping: try table.lines(view, reach, day, year), by: \.agencyID
            ).mapValues { $0.map(\.cells) }
        }
        let bases = try tables[kind.rawValue]?.basis?(view, reach, year) ?? [:]
        let text = kind == .plan ? try view.planText(on: day, for: agency, shelf) : nil
        let own = kind == .plan && agency == nil ? try PlanVersion.own(on: day, view) : [:]
        return PaperRows(
            agencies: AgencyOnDay.inPaperOrder(try AgencyOnDay.all(on: day, in: reach, view)),
            paths: try Agency.paths(within: reach, view), lines: lines, bases: bases,
            text: text,
            ownTexts: try own.mapValues { version in
                PlanText(document: try shelf.document(of: version, view), version: version)
            },
            fields: kind == .plan ? try view.planFields(on: day, shelf.laws.law) : nil, day: day)
    }

    /// The day of which papers of a year are: today or the year's last, and the last of an agency that
    /// ended in that year.
    private func lastDay(of year: ROCYear, within reach: Reach, _ view: View) throws -> Day {
        let day = min(max(view.now.day, year.firstDay), year.lastDay)
        guard let agency = reach.onlyAgency, agency != view.caller.agency,
            let end = try AgencyEnd.all(in: reach, view.session).first
        else { return day }
        let last = end.endedOn.adding(days: -1)
        return last < year.firstDay ? day : min(day, last)
    }

    private func document(
        _ order: PaperOrder, of agency: AgencyOnDay, _ rows: PaperRows,
        _ additions: [PlanAddition]
    ) -> Document {
        let issuer = order.scope.issuer(agency.name)
        var document =
            order.kind == .plan
            ? plan(order, rows, additions) : table(order, issuer, rows)
        document.issuer = issuer
        document.seal = Seal(digest: document.digest)
        return document
    }

    private func plan(
        _ order: PaperOrder, _ rows: PaperRows, _ additions: [PlanAddition]
    ) -> Document {
        let own = order.scope.width == .city ? nil : rows.ownTexts[order.scope.agency]
        let text = own ?? rows.text
        var document = (text?.document ?? Document(issuer: "", title: "資通安全維護計畫"))
            .filled(rows.fields?.values ?? [:]).adding(additions)
        document.edition = rows.edition(of: text, order.year)
        document.issued = document.issued ?? "資料日期：中華民國 \(rows.day.rocWords)"
        document.standing = .draft
        document.annexes = order.kind.tables.map { annex($0, order.scope, rows) }
        document.signOff = SignOff(posts: [
            .init("承辦人"), .init("單位主管"), .init("資通安全長"), .init("機關首長"),
        ])
        return document
    }

    /// A table that is a paper by itself.
    private func table(_ order: PaperOrder, _ issuer: String, _ rows: PaperRows) -> Document {
        let name = order.kind.rawValue
        var annex = annex(name, order.scope, rows)
        let title = PaperKind.title(ofTable: name)
        annex = Annex(
            annex.id, title: issuer + title,
            blocks: [.paragraph([.text(rows.note(of: order))])]
                + annex.blocks)
        var document = Document(issuer: issuer, title: title)
        document.edition = "\(order.year.number) 年度"
        document.front = .table
        document.annexes = [annex]
        return document
    }

    private func annex(_ name: String, _ scope: PaperScope, _ rows: PaperRows) -> Annex {
        let content =
            tables[name].map { rows.table($0, of: scope) }
            ?? Table([.init("說明")], rows: [["本系統尚未提供此項清冊。"]])
        return Annex(
            PaperKind.clause(ofTable: name), title: PaperKind.title(ofTable: name),
            blocks: [.table(content)])
    }
}
