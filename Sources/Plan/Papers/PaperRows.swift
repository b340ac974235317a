import Access
import Agencies
import Kernel
import Outline
import Papers
import Storage

/// What papers of one kind are made of, asked for once for all agencies of a reach.
struct PaperRows: Sendable {
    /// In the order of the paper: each superior before those under it, by their codes.
    let agencies: [AgencyOnDay]
    let paths: [AgencyID: AgencyPath]
    /// By table, then by agency.
    let lines: [String: [AgencyID: [[String]]]]
    /// By what the lines differ from the registers, where the paper is such a table.
    let bases: [AgencyID: PaperBasis]
    /// The plan's text, where the paper is the plan.
    let text: PlanText?
    /// The texts of agencies that have one of their own, where papers of all are made.
    let ownTexts: [AgencyID: PlanText]
    let fields: PlanFields?
    /// The day as of which the paper speaks.
    let day: Day

    /// The table for the agencies of a scope, its lines numbered.
    func table(_ table: PaperTable, of scope: PaperScope) -> Table {
        let namesAgency = scope.width != .agency && table.whenMissing != nil
        var columns = [Table.Column("項次", share: 5, .center)]
        if namesAgency { columns.append(.init("機關", share: 15)) }
        columns += table.columns
        var rows: [[String]] = []
        var number = 0
        for agency in agencies(of: scope) {
            let name = namesAgency ? [agency.name] : []
            if let found = lines[table.name]?[agency.id] {
                for cells in found {
                    number += 1
                    rows.append([String(number)] + name + cells)
                }
            } else if let missing = table.whenMissing {
                // Who has written down nothing is seen to have done so, and counts for nothing.
                rows.append(["—"] + name + [missing])
            }
        }
        return Table(columns, rows: rows)
    }

    private func agencies(of scope: PaperScope) -> [AgencyOnDay] {
        scope.width == .agency ? agencies.filter { $0.id == scope.agency } : agencies
    }

    /// How many records stand in a table, apart from marks of what is missing.
    func count(of name: String, in scope: PaperScope) -> Int {
        agencies(of: scope).reduce(0) { $0 + (lines[name]?[$1.id]?.count ?? 0) }
    }

    /// The version in words, and the year that the rows belong to.
    func edition(of text: PlanText?, _ year: ROCYear) -> String {
        let edition = text?.version.map(\.name.zh) ?? "系統範本"
        return "\(edition)（\(year.number) 年度）"
    }

    /// What stands over a table that is a paper by itself.
    func note(of order: PaperOrder) -> String {
        let count = count(of: order.kind.rawValue, in: order.scope)
        return "資料日期：中華民國 \(day.rocWords)　年度：\(order.year.number) 年　共 \(count) 筆"
            + basis(of: order.scope)
    }

    /// What leads from the number of the lines to that of the register.
    private func basis(of scope: PaperScope) -> String {
        let found = agencies(of: scope).compactMap { bases[$0.id] }
        let scrapped = found.reduce(0) { $0 + $1.scrapped }
        let signed = found.count(where: \.isSigned)
        let left = scrapped > 0 ? "，另有 \(scrapped) 筆已報廢不列" : ""
        guard signed > 0 else { return left }
        return left
            + (scope.width == .agency ? "；這是盤點簽核時的清冊" : "；其中 \(signed) 個機關是盤點簽核時的清冊")
    }
}
